import { localErrors } from './local-errors.ts';

/** What is said when something fails: what happened, what is safe, what to do. See `error-text.ts`. */
export const errors = {
  offline: {
    'no-network': {
      what: 'This computer has no network.',
      safe: 'Everything is kept here; what is waiting will be sent by itself.',
      todo: 'Go on working, or connect to a network and try again.',
    },
    name: {
      what: 'There is no site named {{host}}.',
      safe: 'Nothing was sent. What you typed and what waits are kept.',
      todo: 'Check the spelling of the address. If other pages do not open either, check the network.',
    },
    refused: {
      what: '{{host}} refuses the connection.',
      safe: 'Nothing was sent. What waits stays in the outbox.',
      todo: 'Check the address. If it is right, the server is down: try again later.',
    },
    timeout: {
      what: '{{host}} did not answer in time.',
      safe: 'What waits stays in the outbox, and nothing is sent twice: the site is asked first what arrived.',
      todo: 'Try again in a while. If the site is slow in a browser too, tell whoever runs it.',
    },
    dropped: {
      what: 'The connection to {{host}} broke off.',
      safe: 'What waits stays in the outbox, and nothing is sent twice: the site is asked first what arrived.',
      todo: 'Try again. If it keeps happening, try another network.',
    },
    certificate: {
      what: 'The certificate of {{host}} has expired, or nobody this computer trusts has signed it.',
      safe: 'The connection was closed before any password left this computer.',
      todo: 'Ask whoever runs the server to renew the certificate, and check the date of this computer.',
    },
  },
  auth: {
    credentials: {
      what: '{{host}} does not accept this user name with this application password.',
      safe: 'Nothing was changed on the site. Your words and what waits are kept here.',
      todo: 'The password you sign in with does not work here. If it is an application password, its server may be removing it on the way: ask whoever runs it to pass the “Authorization” header on.',
    },
    'password-prompt': {
      what: 'The server of {{host}} asks for a password of its own, so the application password does not get through.',
      safe: 'Nothing was changed on the site. Your words and what waits are kept here.',
      todo: 'Ask whoever runs the server not to ask for it under /wp-json/.',
    },
    'application-passwords-off': {
      what: 'Application passwords are switched off on {{host}}.',
      safe: 'Nothing was changed on the site. Your words and what waits are kept here.',
      todo: 'Switch them on in WordPress. Usually a security plugin turned them off, or the site does not know that it runs on https.',
    },
    'no-password-here': {
      what: 'The password for {{host}} is not kept on this computer.',
      safe: 'Your words and what waits are kept here.',
      todo: 'Connect again with an application password.',
    },
  },
  forbidden: {
    what: '{{host}} does not allow your user to do this ({{code}}).',
    whatOnly: '{{host}} does not allow your user to do this.',
    safe: 'Nothing was changed on the site. Your words are kept here.',
    todo: 'Ask an administrator of the site for this right.',
  },
  notFound: {
    site: {
      what: 'This site is no longer connected.',
      safe: 'Its drafts are kept, as drafts without a site.',
      todo: 'Connect it again to go on.',
    },
    post: {
      what: 'This post is not here any more.',
      safe: 'Nothing was changed or sent.',
      todo: 'Sync: if its site still has it, it comes back.',
    },
    comment: {
      what: 'This comment cannot be found any more.',
      safe: 'Nothing was changed or sent.',
      todo: 'Sync: if its site still has it, it comes back.',
    },
    operation: {
      what: 'This is no longer waiting to be sent.',
      safe: 'It was sent or cancelled; nothing was lost.',
      todo: 'Look under “Sent today” in the outbox.',
    },
    decision: {
      what: 'This decision is no longer here.',
      safe: 'The comment stays as you see it.',
      todo: 'Decide again if that is not what you want.',
    },
    revision: {
      what: 'This earlier version is no longer here.',
      safe: 'The post and its other versions are as they were.',
      todo: 'Choose another version.',
    },
    page: {
      what: 'There is nothing under this address.',
      safe: 'Nothing was changed.',
      todo: 'Check the address.',
    },
  },
  conflict: {
    what: 'The post was changed on the site while you changed it here.',
    safe: 'Nothing was sent. Both versions are kept.',
    todo: 'Open the post and choose a version; the other one stays as a draft of its own.',
  },
  staleWrite: {
    what: 'This post was changed in another place in Copydesk meanwhile.',
    safe: 'Both versions are kept.',
    todo: 'Read the text once more and go on.',
  },
  rateLimited: {
    what: '{{host}} asks for a pause between requests.',
    safe: 'What waits stays in the outbox and goes out by itself.',
    todo: 'There is nothing to do but wait a while.',
    todoSeconds_one: 'Wait {{count, number}} second; the next try comes by itself.',
    todoSeconds_other: 'Wait {{count, number}} seconds; the next try comes by itself.',
    todoMinutes_one: 'Wait {{count, number}} minute; the next try comes by itself.',
    todoMinutes_other: 'Wait {{count, number}} minutes; the next try comes by itself.',
  },
  validation: {
    required: {
      what: 'This is empty.',
      safe: 'The rest of what you typed is kept.',
      todo: 'Fill it in.',
    },
    'bad-address': {
      what: 'This is not the address of a site.',
      safe: 'What you typed is kept.',
      todo: 'Type it as in a browser, such as blog.example.',
    },
    'insecure-address': {
      what: 'The address needs https. Without it the password could be read on the way.',
      safe: 'No password was sent.',
      todo: 'Start the address with https://. If the site has no https yet, ask whoever runs it to switch it on.',
    },
    'not-wordpress': {
      what: 'No WordPress answers at this address.',
      safe: 'No password was sent. What you typed is kept.',
      todo: 'If the blog is in a folder, type that too. It must be WordPress 6.1 or newer with its REST API switched on.',
    },
    'already-connected': {
      what: 'This site is already connected.',
      safe: 'It stays as it is.',
      todo: 'Find it under “Sites” in the left column.',
    },
    'redirected-elsewhere': {
      what: 'This address leads to another site.',
      whatTo: 'This address leads to another site: {{detail}}',
      safe: 'No password went there.',
      todo: 'If that is your blog, type its address here.',
    },
    'refused-by-site': {
      what: 'The site did not accept this.',
      whatSaid: 'The site did not accept this: {{detail}}',
      safe: 'Your words are kept here; nothing was changed on the site.',
      todo: 'Change what it names and send again.',
    },
    'already-sent': {
      what: 'This is on the site already, or on its way there.',
      safe: 'Nothing was changed.',
      todo: 'Delete it on the site, or cancel it in the outbox first.',
    },
    'read-only': {
      what: 'This cannot be changed here.',
      safe: 'Nothing was changed.',
      todo: 'Change it on the site.',
    },
    'damaged-text': {
      what: 'The text of this version is damaged.',
      safe: 'The post is as it was.',
      todo: 'Choose another version.',
    },
    malformed: {
      what: 'This cannot be used as it stands ({{field}}).',
      whatOnly: 'This cannot be used as it stands.',
      safe: 'Nothing was changed.',
      todo: 'Correct it and try again.',
    },
  },
  ...localErrors,
  afterRestore: {
    post: {
      what: '{{host}} has a post like this one. It may have been sent already.',
      safe: 'Nothing was sent. Your words are kept here.',
      todo: 'Look at the site. If it has the post, cancel here; if that is another one, try again.',
    },
    comment: {
      what: 'The comment was given another status on {{host}} meanwhile.',
      safe: 'Nothing was sent.',
      todo: 'Cancel to keep what the site says, or try again to send your decision.',
    },
    update: {
      what: 'This upload may be older than what {{host}} has by now.',
      safe: 'Nothing more was sent. Your words are kept here.',
      todo: 'Look at the post. Cancel here and send it anew, or try again to send the older words.',
    },
    altered: {
      what: 'Damage to a file has changed letters of what was to be sent to {{host}}.',
      safe: 'Nothing more was sent.',
      todo: 'Cancel here and do it once more; or look closely, and try again if it is right.',
    },
  },
  server: {
    failed: {
      /** `answer`: the status, the platform’s own code, or both. */
      what: '{{host}} answered with an error ({{answer}}).',
      whatOnly: '{{host}} answered with an error.',
      safe: 'Nothing was changed here; what waits stays in the outbox.',
      todo: 'Try again later. If it keeps happening, show this line to whoever runs the server.',
    },
    html: {
      what: '{{host}} answered with a web page instead of data.',
      safe: 'Nothing was changed here; what waits stays in the outbox.',
      todo: 'A sign-in page of the network, a maintenance page or a firewall stands in between. Open the site in a browser and see what it asks.',
    },
    truncated: {
      what: 'The answer of {{host}} broke off in the middle.',
      safe: 'Nothing of it was taken over; what waits stays in the outbox.',
      todo: 'Try again.',
    },
    shape: {
      what: '{{host}} answered in a way that Copydesk does not understand.',
      safe: 'Nothing of it was taken over; what waits stays in the outbox.',
      todo: 'Update WordPress and its plugins, then try again.',
    },
    'too-large': {
      what: 'The answer of {{host}} is too large for a blog.',
      safe: 'Nothing of it was taken over.',
      todo: 'Check that the address is that of your blog.',
    },
  },
  bug: {
    what: 'Something went wrong inside Copydesk.',
    safe: 'What was saved is safe on the disk.',
    todo: 'Try again. If it keeps happening, report it with the number {{reportId}} from the log.',
    bridge: 'Close Copydesk and open it again.',
  },
} as const;
