import { expect, test } from 'vitest';
import { type Desk, openDesk } from '../support/desk.ts';
import { must } from '../support/must.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

const TITLE = 'Десет часа до Видин';
const BODY = '<!-- wp:paragraph -->\n<p>Влакът тръгва в шест.</p>\n<!-- /wp:paragraph -->';

/** Posts of ours in every status, trash included; revisions left out. */
const ours = () =>
  wp.sql(
    `select ID id, post_status status, post_name slug, post_content body, post_title title from wp_posts where post_type = 'post' and post_title like 'Десет часа%' order by ID`,
  );

const publish = async (desk: Desk, siteId: string) => {
  const draft = await desk.write(siteId, TITLE, BODY);
  must(await desk.posts.send({ ...draft, status: 'publish' }));
  return draft.postId;
};

test('a draft becomes a post with exactly the words that were on screen', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const postId = await publish(desk, site.id);
  await desk.settle();
  expect(await ours()).toEqual([
    { id: expect.any(String), status: 'publish', slug: 'deset-chasa-do-vidin', body: BODY, title: TITLE },
  ]);
  const post = must(await desk.posts.get({ postId }));
  expect(post).toMatchObject({ sync: 'same', status: 'publish' });
  const page = await (await fetch(post.link)).text();
  expect(page).toContain('Влакът тръгва в шест.');
});

test('pressing the button twice makes one post', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const draft = await desk.write(site.id, TITLE, BODY);
  await Promise.all([
    desk.posts.send({ ...draft, status: 'publish' }),
    desk.posts.send({ ...draft, status: 'publish' }),
  ]);
  await desk.settle();
  expect(await ours()).toHaveLength(1);
});

const STEPS = [
  ['step one', /\/posts(\?|$)/],
  ['step two', /\/posts\/\d+/],
] as const;
const LOSSES = [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'drop-during' },
  { kind: 'truncate' },
  { kind: 'html-200' },
  { kind: 'status', status: 502 },
  { kind: 'commit-late', afterMs: 250 },
] as const;

test.each(STEPS.flatMap(([step, path]) => LOSSES.map((fault) => [fault.kind, step, path, fault] as const)))(
  '%s at %s leaves one post',
  async (kind, _step, path, fault) => {
    const desk = await openDesk(await tempFolder());
    const site = await desk.connect(wp, wp.users.admin);
    wp.faults.next({ method: 'POST', path }, fault);
    const postId = await publish(desk, site.id);
    await desk.settle();
    await wp.faults.settled();
    expect(wp.faults.hits).toEqual({ [kind]: 1 });
    const posts = await ours();
    expect(posts.map(({ status, slug, body }) => [status, slug, body])).toEqual([
      ['publish', 'deset-chasa-do-vidin', BODY],
    ]);
    expect(must(await desk.posts.get({ postId })).sync).toBe('same');
    const inserted = (await wp.journal()).filter(
      ({ event, object }) => event === 'wp_insert_post' && object === 'post',
    );
    expect(inserted).toHaveLength(1);
    expect(desk.bugs).toEqual([]);
  },
);

test('an app that ended while sending asks the site before it sends again', async () => {
  const folder = await tempFolder();
  const desk = await openDesk(folder);
  const site = await desk.connect(wp, wp.users.admin);
  wp.faults.next({ method: 'POST', path: /\/posts(\?|$)/ }, { kind: 'drop-after' });
  await publish(desk, site.id);
  await expect.poll(() => wp.faults.hits['drop-after']).toBe(1);
  await desk.stop();
  const again = await openDesk(folder);
  await again.settle();
  expect(await ours()).toHaveLength(1);
});

test('later edits update the same post and send only what changed', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const postId = await publish(desk, site.id);
  await desk.settle();
  const { revision } = must(await desk.posts.get({ postId }));
  const longer = `${BODY}\n\n<!-- wp:paragraph -->\n<p>И стига.</p>\n<!-- /wp:paragraph -->`;
  const saved = must(
    await desk.posts.save({ postId, expectedRevision: revision, title: TITLE, body: longer }),
  );
  expect(saved.sync).toBe('changed');
  wp.faults.requests.length = 0;
  must(await desk.posts.send({ postId, expectedRevision: saved.revision, status: 'publish' }));
  await desk.settle();
  expect((await ours()).map(({ body }) => body)).toEqual([longer]);
  expect(must(await desk.posts.get({ postId })).sync).toBe('same');
  expect(wp.faults.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a post that changed there meanwhile is not overwritten: both versions stay, and either can win', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const postId = await publish(desk, site.id);
  await desk.settle();
  const theirs = '<!-- wp:paragraph -->\n<p>Тяхното.</p>\n<!-- /wp:paragraph -->';
  await wp.php("wp_update_post(wp_slash(['ID' => $input['id'], 'post_content' => $input['body']]));", {
    id: Number((await ours())[0]?.id),
    body: theirs,
  });
  const { revision } = must(await desk.posts.get({ postId }));
  const saved = must(
    await desk.posts.save({ postId, expectedRevision: revision, title: TITLE, body: 'Моето.' }),
  );
  must(await desk.posts.send({ postId, expectedRevision: saved.revision, status: 'publish' }));
  await expect.poll(async () => must(await desk.posts.get({ postId })).sync).toBe('conflict');
  const post = must(await desk.posts.get({ postId }));
  expect(post.fields.body).toBe('Моето.');
  expect(post.conflict?.theirs.body).toBe(theirs);
  expect((await ours()).map(({ body }) => body)).toEqual([theirs]);

  const { keptAs } = must(await desk.posts.resolveConflict({ postId, keep: 'mine' }));
  expect(must(await desk.posts.get({ postId: keptAs })).fields.body).toBe(theirs);
  const mine = must(await desk.posts.get({ postId }));
  must(await desk.posts.send({ postId, expectedRevision: mine.revision, status: 'publish' }));
  await desk.settle();
  expect((await ours()).map(({ body }) => body)).toEqual(['Моето.']);
});

test('words typed while an upload runs stay, as a draft', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const uploading = Promise.withResolvers<void>();
  wp.faults.next({ method: 'POST', path: /\/posts(\?|$)/ }, { kind: 'delay', until: uploading.promise });
  const draft = await desk.write(site.id, TITLE, BODY);
  must(await desk.posts.send({ ...draft, status: 'publish' }));
  await expect.poll(() => wp.faults.hits.delay).toBe(1);
  must(await desk.posts.save({ ...draft, title: TITLE, body: `${BODY} още` }));
  uploading.resolve();
  await desk.settle();
  expect((await ours()).map(({ body }) => body)).toEqual([BODY]);
  const post = must(await desk.posts.get({ postId: draft.postId }));
  expect(post.fields.body).toBe(`${BODY} още`);
  expect(post.sync).toBe('changed');
});

test('a contributor can send for review, and not publish', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.contributor);
  const draft = await desk.write(site.id, TITLE, BODY);
  expect(must(await desk.posts.get({ postId: draft.postId })).sendable).toEqual(['draft', 'pending']);
  expect(await desk.posts.send({ ...draft, status: 'publish' })).toMatchObject({ ok: false });
  must(await desk.posts.send({ ...draft, status: 'pending' }));
  await desk.settle();
  expect((await ours()).map(({ status, title }) => [status, title])).toEqual([['pending', TITLE]]);
});
