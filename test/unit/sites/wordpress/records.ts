/** Records as WordPress sends them (6.8, `_fields` as we ask). A test names only what it is about. */
export const postRecord = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 4,
  date_gmt: '2026-11-22T14:54:00',
  modified_gmt: '2026-11-22T14:55:00',
  slug: '%d0%b5%d0%b4%d0%bd%d0%be',
  status: 'publish',
  link: 'https://blog.example/%d0%b5%d0%b4%d0%bd%d0%be/',
  title: { raw: 'Едно', rendered: 'Едно' },
  content: { raw: '<p>Две</p>', rendered: '<p>Две</p>\n', protected: false, block_version: 0 },
  excerpt: { raw: '' },
  author: 1,
  comment_status: 'open',
  _links: {
    'predecessor-version': [{ id: 7, href: 'https://blog.example/wp-json/wp/v2/posts/4/revisions/7' }],
  },
  ...over,
});

export const commentRecord = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 2,
  post: 4,
  parent: 0,
  author: 0,
  author_name: 'Йордан',
  author_email: 'y@poshta.example',
  author_url: '',
  author_ip: '198.51.100.24',
  author_user_agent: 'Mozilla/5.0 (X11; Linux x86_64)',
  date_gmt: '2026-11-17T05:41:00',
  content: { rendered: '<p>Благодаря!</p>\n', raw: 'Благодаря!' },
  link: 'https://blog.example/?p=4#comment-2',
  status: 'hold',
  type: 'comment',
  ...over,
});

/** The same, as it comes to somebody who may not moderate. */
export const publicCommentRecord = (over: Record<string, unknown> = {}): Record<string, unknown> => {
  const { author_email, author_ip, author_user_agent, ...rest } = commentRecord();
  return { ...rest, content: { rendered: '<p>Благодаря!</p>\n' }, status: 'approved', ...over };
};
