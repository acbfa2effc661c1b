// A backup is restored while something travels: what the site does with it afterwards must not become a second one.
import { expect, test } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { must } from '../support/must.ts';
import { planRestore, startAnew } from '../support/restored-desk.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { waitUntil } from '../wordpress/wait-until.ts';
import { withWordPress } from './blog.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

const TITLE = 'Десет часа до Видин';
const BODY = '<!-- wp:paragraph -->\n<p>Влакът тръгва в шест.</p>\n<!-- /wp:paragraph -->';
const ANSWER = 'Благодаря, ще проверя разписанието!';

/** Our posts in every status, half-made ones included, and our answers. */
const there = async () => ({
  posts: await wp.sql(
    `select post_status status, post_content body from wp_posts
     where post_type = 'post' and (post_title = '${TITLE}' or post_name like 'copydesk-%')`,
  ),
  answers: await wp.sql(
    `select comment_approved status from wp_comments where comment_content = '${ANSWER}'`,
  ),
});
const once = { posts: [{ status: 'publish', body: BODY }], answers: [{ status: '1' }] };

/** A desk of which a backup was taken while a post and an answer waited for a network. */
async function waitingAndBackedUp() {
  const folder = await tempFolder();
  const desk = await openDesk(folder);
  const site = await desk.connect(wp, wp.users.admin);
  await wp.goOffline();
  const draft = await desk.write(site.id, TITLE, BODY);
  must(await desk.posts.send({ ...draft, status: 'publish' }));
  const commentId = `${site.id}/${thread.comments.at(-1)?.id}`;
  must(await desk.comments.reply({ commentId, content: ANSWER, approve: false }));
  must(await desk.backups.backUpNow({}));
  await wp.goOnline();
  return { folder, desk, siteId: site.id };
}

const seen = (method: string, path: RegExp) =>
  wp.faults.requests.filter(
    (request) => request.method === method && path.test(`${request.path}?${request.query}`),
  );

test.each([
  ['post', /\/posts(\?|$)/, /\/posts\?.*slug=copydesk/],
  ['answer', /\/comments(\?|$)/, /\/comments\?.*author=/],
])('a new %s that the site makes only after the restore is there once', async (_what, sending, asking) => {
  const { folder, desk } = await waitingAndBackedUp();
  const late = Promise.withResolvers<void>();
  wp.faults.next({ method: 'POST', path: sending }, { kind: 'commit-late', until: late.promise });
  must(await desk.outbox.sendNow({}));
  await waitUntil(
    async () => wp.faults.hits['commit-late'] === 1,
    () => JSON.stringify(wp.faults.requests),
  );
  await planRestore(desk);
  wp.faults.requests.length = 0;
  const again = await startAnew(folder, desk);
  await waitUntil(
    async () => seen('GET', asking).length > 0 || seen('POST', sending).length > 0,
    () => JSON.stringify(wp.faults.requests),
  );
  late.resolve();
  await again.settle();
  await wp.faults.settled();
  expect(await there()).toEqual(once);
  expect(must(await again.outbox.counts({}))).toEqual({ waiting: 0, needsYou: 0 });
  expect(again.bugs).toEqual([]);
});

test('a restore during a pull ends it, and the next start brings everything', async () => {
  const { folder, desk, siteId } = await waitingAndBackedUp();
  await desk.settle();
  const held = Promise.withResolvers<void>();
  wp.faults.next({ method: 'GET', path: /\/comments\?.*page=1/ }, { kind: 'delay', until: held.promise });
  must(await desk.sync.pull({ siteId }));
  await waitUntil(
    async () => wp.faults.hits.delay === 1,
    () => JSON.stringify(wp.faults.requests),
  );
  await planRestore(desk);
  held.resolve();
  const again = await startAnew(folder, desk);
  await again.settle();
  expect(await there()).toEqual(once);
  const [count] = await wp.sql('select count(*) comments from wp_comments');
  expect(again.library.all('comments').length).toBe(Number(count?.comments));
  expect([...desk.bugs, ...again.bugs]).toEqual([]);
});
