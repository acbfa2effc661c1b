/** Settings. */
export const settings = {
  title: 'Settings',
  appearance: {
    title: 'Appearance',
    theme: 'Theme',
    language: 'Language',
    textSize: 'Size of the text you write',
    showKeys: 'Show keys on buttons',
    showKeysHint: 'They can always be seen with ?',
  },
  library: {
    title: 'Library',
    place: 'Where your posts and comments are kept',
    showFolder: 'Show the folder',
  },
  practice: {
    title: 'Practice blog',
    reset: 'Reset the practice blog',
    resetTitle: 'Reset the practice blog?',
    resetLead: 'Its posts and comments become as they were on the first day. Your own sites do not change.',
    resetKeep: 'Keep it as it is',
  },
  about: {
    title: 'About',
    version: 'Version {{version}}',
  },
} as const;
