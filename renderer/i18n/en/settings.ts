/** Settings. */
export const settings = {
  title: 'Settings',
  appearance: {
    title: 'Appearance',
    theme: 'Theme',
    language: 'Language',
    showKeys: 'Show keys on buttons',
    showKeysHint: 'All of them can always be seen with ?',
  },
  sites: {
    title: 'Sites',
    none: 'No site is connected.',
    connect: 'Connect another site',
    openPractice: 'Open the practice blog',
    signedIn: '{{user}}, {{role}}',
    posts_one: '{{count, number}} post',
    posts_other: '{{count, number}} posts',
    pending_one: '{{count, number}} comment pending',
    pending_other: '{{count, number}} comments pending',
    needsPassword: 'Needs its password',
    reconnect: 'Connect again',
    practiceNote: 'Inside Copydesk, no network',
  },
  practice: {
    reset: 'Reset',
    resetTitle: 'Reset the practice blog?',
    resetLead:
      'Its posts and comments become as they were on the first day. Drafts of yours stay as drafts for no site. Your own sites do not change.',
    resetKeep: 'Keep it as it is',
    resetDone: 'The practice blog is as on its first day',
  },
  library: {
    title: 'Library',
    place: 'Your posts, comments and decisions are kept in this folder, and nowhere else:',
  },
  about: {
    title: 'About',
    version: 'Version {{version}}',
  },
} as const;
