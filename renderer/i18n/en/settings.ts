/** Settings. */
export const settings = {
  title: 'Settings',
  appearance: {
    title: 'Appearance',
    theme: 'Theme',
    language: 'Language',
    showKeys: 'Show keys on buttons',
    showKeysHint: 'Press ? outside a text field to see all of them',
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
      'Its posts and comments go back to their first day. Your drafts stay, as drafts without a site. Your own sites do not change.',
    resetKeep: 'Keep it as it is',
    resetDone: 'The practice blog is back to its first day',
  },
  library: {
    title: 'Library',
    place: 'Copydesk keeps your posts, comments and decisions in this folder:',
    copy: 'Copy path',
    copied: 'Path copied',
    notCopied: 'The path could not be copied. You can select it and copy it yourself.',
    show: 'Open folder',
    notShown: 'Nothing on this computer opens folders. Copy the path instead.',
  },
  about: {
    title: 'About',
    version: 'Version {{version}}',
  },
} as const;
