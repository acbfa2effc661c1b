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
    connectFirst: 'Connect a site',
    connect: 'Connect another site',
    openPractice: 'Open the practice blog',
    signedIn: '{{user}}, {{role}}',
    needsPassword: 'Needs its password',
    reconnect: 'Connect again',
    changePassword: 'Change password',
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
    copy: 'Copy path',
    copied: 'The path is on the clipboard',
    notCopied: 'The path could not be copied. You can select it and copy it yourself.',
    show: 'Open folder',
    notShown: 'Nothing on this computer opens folders. Copy the path instead.',
  },
  about: {
    title: 'About',
    version: 'Version {{version}}',
  },
} as const;
