/**
 * What to say about each expected failure: what happened (`what`) and what to do (`next`). What is kept is said by
 * one line of `kept`, chosen with the failure or by the view that knows more. See `error-text.ts`.
 */
export const errors = {
  kept: {
    nothingChanged: 'Nothing was changed.',
    waits: 'What you wrote and decided is kept here and will be sent once.',
    textSafe: 'Your text is safe on this computer.',
    bothKept: 'Nothing was sent. Both versions are kept.',
    memory: 'Your text is kept in memory while this window is open.',
    library: 'Nothing was deleted; the file is left as it is.',
  },
  offline: {
    'no-network': {
      what: 'This computer has no network.',
      next: 'Go on working; Copydesk sends when the network is back.',
    },
    name: {
      what: 'There is no site named {{host}}.',
      next: 'Check the spelling of the address, or the network.',
    },
    refused: {
      what: '{{host}} does not accept connections.',
      next: 'The site may be down for a while. Try again later.',
    },
    timeout: {
      what: '{{host}} did not answer in time.',
      next: 'Try again. If it happens often, ask whoever hosts the site.',
    },
    dropped: {
      what: '{{host}} broke the connection in the middle.',
      next: 'Copydesk first asks the site what arrived, then tries again.',
    },
    certificate: {
      what: 'The certificate of {{host}} is not signed by anyone this computer trusts.',
      next: 'Nothing was sent, because somebody could be listening. Ask whoever hosts the site to renew it.',
    },
  },
  'auth-expired': {
    credentials: {
      what: '{{host}} does not accept this user name and application password.',
      next: 'Check both. The password you sign in with does not work here: make an application password.',
    },
    'password-prompt': {
      what: '{{host}} asks for another password before WordPress answers.',
      next: 'Ask whoever hosts the site to let /wp-json/ pass without that password.',
    },
    'application-passwords-off': {
      what: 'Application passwords are switched off on {{host}}.',
      next: 'They need https, and a plugin can switch them off. Ask the site’s administrator.',
    },
    'no-password-here': {
      what: 'No password for {{host}} is kept on this computer.',
      next: 'Connect again.',
    },
  },
  forbidden: {
    what: 'Your account on {{host}} may not do this.',
    next: 'Ask an administrator of the site for the right to do it.',
  },
  'not-found': {
    site: { what: 'This site is not connected any more.', next: 'Connect it again.' },
    post: { what: 'This post is not there any more.', next: 'Sync to see what is on the site.' },
    comment: { what: 'This comment is not there any more.', next: 'Sync to see what is on the site.' },
    operation: { what: 'This has left the outbox.', next: 'Look under “Sent today”.' },
    decision: { what: 'There is no decision to take back.', next: 'Choose the comment and decide again.' },
    page: { what: 'There is no such page here.', next: 'Go back to the list.' },
  },
  conflict: {
    what: 'The post changed on the site while you changed it here.',
    next: 'Choose which version to keep.',
  },
  'stale-write': {
    what: 'A newer version of this text is already saved.',
    next: 'Copy what you still need, then open the post again.',
  },
  'rate-limited': {
    soon: {
      what: '{{host}} asks us to slow down.',
      next: 'Copydesk waits and tries again by itself.',
    },
    seconds: {
      what: '{{host}} asks us to slow down.',
      next_one: 'Copydesk tries again in {{count, number}} second.',
      next_other: 'Copydesk tries again in {{count, number}} seconds.',
    },
  },
  validation: {
    required: { what: 'This cannot be empty.', next: 'Fill it in.' },
    'bad-address': {
      what: 'This is not the address of a site.',
      next: 'Type it as in a browser, such as blog.example.',
    },
    'insecure-address': {
      what: 'Needs https. Without it the password could be read on the way.',
      next: 'Use the address that begins with https.',
    },
    'not-wordpress': {
      what: 'No WordPress was found at this address.',
      next: 'Check the address. If it is a WordPress, its REST API may be closed: ask the administrator.',
    },
    'already-connected': { what: 'This site is already connected.', next: 'Choose it on the left.' },
    'redirected-elsewhere': {
      what: 'This address leads to another site: {{detail}}.',
      next: 'If that is your blog, connect that address.',
    },
    'refused-by-site': {
      what: 'The site did not accept this: {{detail}}',
      next: 'Change it and send it again.',
    },
    malformed: { what: 'This cannot be used: {{detail}}', next: 'Change it and try again.' },
  },
  storage: {
    full: { what: 'Not saved: the disk is full.', next: 'Free some space; saving goes on by itself.' },
    denied: {
      what: 'Not saved: the disk does not allow writing.',
      next: 'Allow Copydesk to write into its folder: {{file}}',
    },
    io: { what: 'Not saved: the disk does not answer.', next: 'Check the disk; saving is tried again.' },
    damaged: {
      what: 'A file of the library is damaged: {{file}}',
      next: 'Restore it from a backup, or connect the site again.',
    },
    newer: {
      what: 'The library was written by a newer Copydesk.',
      next: 'Install the newest version.',
    },
  },
  server: {
    failed: {
      what: '{{host}} answered with error {{status}}.',
      next: 'Try again later. If it stays, ask the site’s administrator.',
    },
    html: {
      what: '{{host}} answered with a web page instead of data.',
      next: 'A plugin, a firewall or a login page may stand in between. Ask the site’s administrator.',
    },
    truncated: { what: 'The answer of {{host}} broke off.', next: 'Try again.' },
    shape: {
      what: '{{host}} answered in a way Copydesk does not understand.',
      next: 'Update WordPress to 6.1 or newer; a plugin may also change the answers.',
    },
    'too-large': {
      what: 'The answer of {{host}} was too large and was stopped.',
      next: 'Tell us which site it is.',
    },
  },
  bug: {
    what: 'Something in Copydesk went wrong.',
    next: 'Try again. If it stays, report it with number {{reportId}}.',
  },
} as const;
