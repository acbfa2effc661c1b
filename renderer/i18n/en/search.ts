/** The search view: what is asked, what was found, what narrows it. */
export const search = {
  title: 'Search',
  field: 'Search posts and comments',
  results: 'Search results',
  groups: 'What is shown',
  found_one: '{{count, number}} found',
  found_other: '{{count, number}} found',
  posts_one: '{{count, number}} post',
  posts_other: '{{count, number}} posts',
  comments_one: '{{count, number}} comment',
  comments_other: '{{count, number}} comments',
  tab: {
    all: 'All',
    posts: 'Posts',
    comments: 'Comments',
    drafts: 'Drafts',
  },
  order: {
    best: 'Best match',
    newest: 'Newest first',
  },
  sortBy: {
    best: 'Show the best matches first',
    newest: 'Show the newest first',
  },
  kind: {
    post: 'Post:',
    comment: 'Comment by',
  },
  number: '#{{number, number}}',
  /** The number that it would get. */
  numberIfApproved: '(#{{number, number}})',
  untitled: 'Untitled',
  allPosts_one: 'Show the {{count, number}} post',
  allPosts_other: 'Show all {{count, number}} posts',
  more: 'Show more',
  removeOperator: 'Remove {{operator}}',
  saved: {
    title: 'Saved searches',
    kind: 'Saved search',
    button: 'Save search',
    name: 'Name',
    hint: 'It stays in the navigation, with how much it finds.',
    replaces: 'There is a search of this name: this one takes its place.',
    nameMissing: 'Give it a name.',
    done: 'Search saved: {{name}}',
    renamed: 'Search renamed: {{name}}',
    forgotten: 'Search removed: {{name}}',
    more: 'Rename or remove',
    moreOf: 'Rename or remove “{{name}}”',
    save: {
      title: 'Save this search',
      action: 'Save',
    },
    rename: {
      title: 'Rename the search',
      action: 'Rename',
    },
    menu: {
      rename: 'Rename…',
      forget: 'Remove…',
    },
    forget: {
      title: 'Remove the search “{{name}}”?',
      lead: 'The posts and comments that it finds stay.',
      keep: 'Keep it',
      confirm: 'Remove',
    },
  },
  narrow: 'Narrow it',
  example: {
    name: 'Maria',
    email: 'name@example.org',
    post: 'coffee',
    site: 'my blog',
  },
  tip: {
    words: 'A word matches any ending. Cyrillic finds Latin letters, too:',
    signs: '“In quotes” finds exactly that. A minus before a word or an operator leaves it out.',
  },
  empty: {
    title: 'Type what you remember',
    lead: 'A word, half a word, a name. Posts and comments are looked through, spam and trash included.',
  },
  nothing: {
    title: 'Nothing found for “{{text}}”',
    lead: 'Fewer words find more, and half a word is enough.',
    widen: 'Search without what narrows it',
    building: 'The index does not hold everything yet: look again in a moment.',
  },
  building:
    'The index is being made: {{done, number}} of {{total, number}}. What it does not hold yet is not found.',
  stuck:
    'The disk takes no changes of the index: what was written lately is not found. It is tried again by itself; nothing of yours is affected.',
  buildingLabel: 'Search index',
  note: {
    'unknown-operator': '“{{text}}” is not known here, so it was looked for as words.',
    'unknown-value': '“{{text}}” is not understood, so it was looked for as words.',
    'unknown-site': 'No site is called “{{text}}”.',
    shortened: 'So many words are too many: only the first were looked for.',
  },
} as const;
