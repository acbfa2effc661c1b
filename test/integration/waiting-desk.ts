// A post and an answer that wait for a network while a backup is taken, and what the blog has of them in the end.
import { openDesk } from '../support/desk.ts';
import { must } from '../support/must.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { WordPress } from '../wordpress/server.ts';

export const TITLE = 'Десет часа до Видин';
export const BODY = '<!-- wp:paragraph -->\n<p>Влакът тръгва в шест.</p>\n<!-- /wp:paragraph -->';
const ANSWER = 'Благодаря, ще проверя разписанието!';

/** Our posts in every status, half-made ones included, and our answers. */
export const sentTo = async (wp: WordPress) => ({
  posts: await wp.sql(
    `select post_status status, post_content body from wp_posts
     where post_type = 'post' and (post_title = '${TITLE}' or post_name like 'copydesk-%')`,
  ),
  answers: await wp.sql(
    `select comment_approved status from wp_comments where comment_content = '${ANSWER}'`,
  ),
});

/** All of it, no more than once. */
export const ONCE = { posts: [{ status: 'publish', body: BODY }], answers: [{ status: '1' }] };

/**
 * A desk without a network, on which a post and an answer wait.
 *
 * @param commentId the blog's id of what is answered
 */
export async function waitingDesk(wp: WordPress, commentId: number | undefined, approve: boolean) {
  const folder = await tempFolder();
  const desk = await openDesk(folder);
  const site = await desk.connect(wp, wp.users.admin);
  await wp.goOffline();
  const draft = await desk.write(site.id, TITLE, BODY);
  must(await desk.posts.send({ ...draft, status: 'publish' }));
  must(await desk.comments.reply({ commentId: `${site.id}/${commentId}`, content: ANSWER, approve }));
  return { folder, desk, siteId: site.id, postId: draft.postId };
}
