/** What waits to reach a site. */
export const outbox = {
  title: 'Outbox',
  lead: {
    waiting_one: '{{count, number}} waiting to be sent.',
    waiting_other: '{{count, number}} waiting to be sent.',
    needYou_one: '{{count, number}} needs you.',
    needYou_other: '{{count, number}} need you.',
    empty: 'Everything has been sent',
  },
  action: {
    sendNow: 'Send now',
    reconnect: 'Connect again',
    retry: 'Retry',
    cancel: 'Cancel',
    checkNow: 'Check now',
    openOnSite: 'Open on site',
    openPost: 'Open post',
    openComment: 'Show comment',
  },
  /** Said aloud once it is done. */
  done: {
    retry: 'Trying again',
    checkNow: 'Asking the site',
    cancel: 'Cancelled. Everything here is as it was before.',
    cancelReply: 'Cancelled. Your words are back in the reply box.',
    openOnSite: 'Opened in the browser',
  },
  section: {
    needsYou: 'Needs you',
    waiting: 'Waiting, in this order',
    sentToday: 'Sent today',
    sentYesterday: 'Sent yesterday',
    sentNote: 'Each was read back from the site and compared',
  },
  what: {
    publish: 'Publish “{{title}}”',
    createDraft: 'Send “{{title}}” as a draft',
    forReview: 'Send “{{title}}” for review',
    update: 'Update “{{title}}”',
    approve: 'Approve {{name}}’s comment',
    hold: 'Unapprove {{name}}’s comment',
    spam: 'Mark {{name}}’s comment as spam',
    trash: 'Move {{name}}’s comment to the trash',
    reply: 'Reply to {{name}}',
    choose: 'Choose a version of “{{title}}”',
  },
  noTitle: 'Untitled',
  noName: 'Anonymous',
  why: {
    password: 'Waiting for the site’s password',
    silent: 'The site does not answer',
    hostSilent: '{{host}} does not answer.',
    hostsSilent_one: '{{count, number}} site does not answer.',
    hostsSilent_other: '{{count, number}} sites do not answer.',
    checking: 'The site is asked first whether it was sent already',
    asking: 'Asking the site whether it arrived before trying again',
    after: 'After number {{number, number}}',
    sending: 'Sending now',
    /** Followed by a time. */
    since: 'waiting since',
    tried_one: 'tried once',
    tried_other: 'tried {{count, number}} times',
    /** The last try, followed by its time. */
    last: 'last',
    /** Two versions of a post, followed by the time. */
    noticed: 'noticed',
    nextTry: 'Next try {{when}}',
  },
  empty: {
    title: 'Nothing is waiting',
    lead: 'What you write and decide offline waits here until it reaches its site.',
  },
} as const;
