/** Words of the frame and of controls that every view shares. */
export const common = {
  appName: 'Copydesk',
  action: {
    cancel: 'Cancel',
    close: 'Close',
    undo: 'Undo',
  },
  bar: {
    newPost: 'New post',
  },
  nav: {
    label: 'Views',
    comments: 'Comments',
    pending: 'Pending',
    approved: 'Approved',
    spam: 'Spam',
    trash: 'Trash',
    posts: 'Posts',
    allPosts: 'All posts',
    drafts: 'Drafts',
    scheduled: 'Scheduled',
    published: 'Published',
    sites: 'Sites',
    site: 'Site',
    outbox: 'Outbox',
    settings: 'Settings',
  },
  field: {
    optional: 'optional',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
  },
  hint: {
    move: 'move',
    reply: 'reply',
    allKeys: 'all keys',
  },
  list: {
    loadingRow: 'Row {{position, number}} is loading',
    position: '{{position, number}} of {{total, number}}',
    allSites: 'All sites',
    oldestFirst: 'Oldest first',
    newestFirst: 'Newest first',
  },
  theme: {
    label: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  language: {
    label: 'Language',
    system: 'As the system',
  },
} as const;
