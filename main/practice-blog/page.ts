import { FORM_PATH } from './reader-form.ts';
import { fromStamp, SITE_ZONE } from './site-time.ts';
import type { PracticeComment, PracticePost, PracticeState } from './state.ts';
import { escapeHtml, renderComment, renderPost } from './text/render.ts';
import { decodeSlug } from './text/slug.ts';

const when = new Intl.DateTimeFormat('bg-BG', { timeZone: SITE_ZONE, dateStyle: 'long', timeStyle: 'short' });

/** The post at a reader's address (`/slug/` or `/?p=id`), if readers may see it. */
export function findPublicPost(state: PracticeState, url: URL): PracticePost | undefined {
  const wanted = decodeSlug(url.pathname.replace(/^\/|\/$/g, ''));
  const id = Number(url.searchParams.get('p') ?? 0);
  return state.posts.find(
    (post) =>
      post.status === 'publish' && (wanted === '' ? post.id === id : decodeSlug(post.slug) === wanted),
  );
}

/** The front page: the published posts, newest first. */
export function frontPage(state: PracticeState): string {
  const items = state.posts
    .filter((post) => post.status === 'publish')
    .toSorted((a, b) => (a.date_gmt < b.date_gmt ? 1 : -1))
    .map((post) => `<li><a href="/${post.slug}/">${escapeHtml(post.title)}</a></li>`);
  const { title, description } = state.settings;
  return page(
    title,
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(description)}</p><ul>${items.join('\n')}</ul>`,
  );
}

/** A post as readers see it: text, numbered thread, form. */
export function postPage(state: PracticeState, post: PracticePost): string {
  const thread = state.comments
    .filter((comment) => comment.post === post.id && comment.status === 'approved')
    .toSorted((a, b) => (a.date_gmt === b.date_gmt ? a.id - b.id : a.date_gmt < b.date_gmt ? -1 : 1));
  const comments = thread.filter((comment) => comment.type === 'comment');
  const pings = thread.filter((comment) => comment.type !== 'comment');
  const text = post.password === '' ? renderPost(post.content) : '<p>Публикацията е с парола.</p>';
  return page(
    post.title,
    `<article><h1>${escapeHtml(post.title)}</h1>
<time datetime="${post.date_gmt}Z">${when.format(fromStamp(post.date_gmt))}</time>
${text}</article>
<h2>Коментари: ${comments.length}</h2>
<ol class="comments">${comments.map(commentItem).join('\n')}</ol>
${pings.length === 0 ? '' : `<h2>Пингове</h2><ul class="pings">${pings.map(commentItem).join('\n')}</ul>`}
${post.comment_status === 'open' ? form(post.id) : '<p>Коментарите са затворени.</p>'}`,
  );
}

/** What readers get where there is nothing. */
export function missingPage(): string {
  return page('Няма такава страница', '<h1>Няма такава страница</h1>');
}

/** What a reader gets whose comment was not taken. */
export function errorPage(words: string): string {
  return page('Коментарът не е приет', `<h1>Коментарът не е приет</h1><p>${escapeHtml(words)}</p>`);
}

function commentItem(comment: PracticeComment): string {
  const name = escapeHtml(comment.author_name);
  const author = /^https?:/.test(comment.author_url)
    ? `<a href="${escapeHtml(comment.author_url)}" rel="ugc external nofollow">${name}</a>`
    : name;
  return `<li id="comment-${comment.id}"><cite>${author}</cite>
<time datetime="${comment.date_gmt}Z">${when.format(fromStamp(comment.date_gmt))}</time>
${renderComment(comment.content)}</li>`;
}

function form(postId: number): string {
  return `<form action="${FORM_PATH}" method="post" id="commentform"><h2>Оставете коментар</h2>
<p><label>Име <input name="author" required></label></p>
<p><label>Имейл <input name="email" type="email" required></label></p>
<p><label>Сайт <input name="url" type="url"></label></p>
<p><label>Коментар <textarea name="comment" required></textarea></label></p>
<input type="hidden" name="comment_post_ID" value="${postId}"><input type="hidden" name="comment_parent" value="0">
<p><button>Публикуване</button></p></form>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="bg"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body>
${body}
</body></html>
`;
}
