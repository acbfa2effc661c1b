/** Connecting a site and looking after it. */
export const sites = {
  title: 'Sites',
  /** Beside the title, where another site has the same one. */
  practice: 'practice blog',
  connect: {
    title: 'Connect a WordPress site',
    lead: 'Nothing changes on the site until you send it.',
    first: 'Connect a site',
    another: 'Connect another site',
    address: 'Site address',
    user: 'User name',
    password: 'Application password',
    passwordHint: 'Not the one you sign in with: it is made in your WordPress profile.',
    makePassword: 'Make one on the site',
    action: 'Connect',
    looking: 'Looking for WordPress at {{host}}…',
    checking: 'Checking the password…',
    connected: 'Connected to {{title}}',
  },
  keep: {
    title: 'Keep the password',
    session: 'Until Copydesk closes',
    sessionHint: 'You paste it again at the next start.',
    device: 'Also on this computer',
    deviceHint:
      'No keychain runs on this system, so it would be scrambled with a key that is the same on every computer: whoever can read your files can read it.',
    none: 'This system has nothing to keep a password in, so it is kept until Copydesk closes.',
  },
  reconnect: {
    title: 'Connect again',
    lead: '{{title}} no longer accepts the password of {{user}}. Nothing is lost: what waits is sent once you connect.',
    leadWorking:
      '{{title}} answers as it should. Here you can give it another application password for {{user}}.',
    action: 'Connect again',
  },
  pull: {
    starting: 'Asking the site…',
    posts: 'Posts: {{done, number}} of {{total, number}}',
    comments: 'Comments: {{done, number}} of {{total, number}}',
  },
  setAside: {
    title: 'Records that could not be read',
    lead: 'They are set aside so that the rest could come. On the site they are as they were.',
    post: 'Post {{id}}',
    comment: 'Comment {{id}}',
    source: 'As the site sent it',
  },
  role: {
    administrator: 'Administrator',
    editor: 'Editor',
    author: 'Author',
    contributor: 'Contributor',
    subscriber: 'Subscriber',
    other: 'Other role',
  },
  disconnect: {
    action: 'Disconnect',
    title: 'Disconnect {{title}}?',
    lead: 'Nothing changes on the site. Its posts and comments and the password are removed from this computer; words that exist only here stay as drafts for no site. What waits to be sent is not sent.',
    confirm: 'Disconnect',
    keep: 'Stay connected',
    done: '{{title}} is disconnected',
    kept_one: '{{count, number}} draft kept',
    kept_other: '{{count, number}} drafts kept',
  },
} as const;
