import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../main/domain/result.ts';
import { damagePosts, intoShards } from '../e2e/damaged-library.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { must } from '../support/must.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { WordPress } from '../wordpress/server.ts';
import { waitUntil } from '../wordpress/wait-until.ts';
import { withWordPress } from './blog.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

const TITLE = 'Десет часа до Видин';
const paragraph = (text: string) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;
/** Each differs from the one before by so much that this is kept as a version. */
const body = (step: number) =>
  paragraph(`${step}. ${`Влакът тръгва в ${step} и спира навсякъде. `.repeat(9).trim()}`);

const onSite = () =>
  wp.sql(
    `select post_status status, post_content body from wp_posts where post_type = 'post' and post_title = '${TITLE}'`,
  );

/** A desk with a draft of which steps 1 and 2 are kept as versions; step 3 is what it says. */
async function written() {
  const folder = await tempFolder();
  const desk = await openDesk(folder);
  const site = await desk.connect(wp, wp.users.admin);
  const draft = await desk.write(site.id, TITLE, body(1));
  const postId = draft.postId;
  await save(desk, postId, body(2));
  await save(desk, postId, body(3));
  return { folder, desk, siteId: site.id, postId };
}

async function save(desk: Desk, postId: string, text: string): Promise<number> {
  const { revision } = must(await desk.posts.get({ postId }));
  return must(await desk.posts.save({ postId, expectedRevision: revision, title: TITLE, body: text }))
    .revision;
}

async function send(desk: Desk, postId: string): Promise<void> {
  const { revision } = must(await desk.posts.get({ postId }));
  must(await desk.posts.send({ postId, expectedRevision: revision, status: 'publish' }));
}

/** The next start, on posts that cannot be read any more. */
async function afterDamage(folder: string, desk: Desk): Promise<Desk> {
  await desk.stop();
  const library = path.join(folder, 'library');
  await intoShards(library);
  await damagePosts(library);
  return openDesk(folder);
}

const lost = async (desk: Desk) => must(await desk.revisions.lost({})).posts;
const ours = (desk: Desk) => desk.library.all('posts').filter(({ fields }) => fields.title === TITLE);

test('a draft that was brought back is sent once, as it is', async () => {
  const { folder, desk, siteId, postId } = await written();
  const again = await afterDamage(folder, desk);
  await again.settle();
  expect(await lost(again)).toMatchObject([{ postId, siteId, title: TITLE, versions: 2 }]);
  must(await again.revisions.bringBack({ postIds: [postId] }));
  must(await again.sync.pull({ siteId }));
  await again.settle();
  expect(await onSite()).toEqual([]);
  await send(again, postId);
  await again.settle();
  expect(await onSite()).toEqual([{ status: 'publish', body: body(2) }]);
  expect(ours(again)).toHaveLength(1);
  expect(again.bugs).toEqual([]);
});

test('one that may have been sent, though nothing here says so, is not sent a second time', async () => {
  const { folder, desk, siteId, postId } = await written();
  await send(desk, postId);
  await desk.settle();
  // What told that it had arrived is lost, too.
  await desk.library.transact((tx) => {
    for (const { id } of tx.all('operations')) tx.remove('operations', id);
    for (const { id, kind } of tx.all('revisions')) if (kind === 'published') tx.remove('revisions', id);
    return ok(null);
  });
  const again = await afterDamage(folder, desk);
  await again.settle();
  expect(await lost(again)).toMatchObject([{ postId, siteId, joins: false }]);
  must(await again.revisions.bringBack({ postIds: null }));
  await send(again, postId);
  await waitUntil(
    () => again.library.all('operations').some(({ state }) => state === 'failed'),
    () => JSON.stringify(again.library.all('operations')),
  );
  expect(again.library.all('operations')).toMatchObject([{ lastError: { kind: 'after-restore' } }]);
  expect(await onSite()).toEqual([{ status: 'publish', body: body(3) }]);
});

test('a published post comes back from its site under its old id, with its versions', async () => {
  const { folder, desk, postId } = await written();
  await send(desk, postId);
  await desk.settle();
  const again = await afterDamage(folder, desk);
  await waitUntil(
    () => ours(again).length === 1,
    () => 'Not pulled',
  );
  expect(ours(again)).toMatchObject([{ id: postId, conflict: null }]);
  expect(await lost(again)).toEqual([]);
  expect(must(await again.revisions.list({ postId }))).toHaveLength(3);
});

/** Published as step 3, changed here to 4 and 5, and the site back only if `online`. */
async function changedAndLost(online: boolean) {
  const { folder, desk, siteId, postId } = await written();
  await send(desk, postId);
  await desk.settle();
  await save(desk, postId, body(4));
  await save(desk, postId, body(5));
  if (!online) await wp.goOffline();
  return { again: await afterDamage(folder, desk), siteId, postId };
}

test('changes to a published post join the post that the site has brought, and replace nothing', async () => {
  const { again, postId } = await changedAndLost(true);
  await again.settle();
  expect(await lost(again)).toMatchObject([{ postId, joins: true }]);
  const [here] = ours(again);
  expect(must(await again.revisions.bringBack({ postIds: null })).posts).toEqual([
    { postId: here?.id, joined: true },
  ]);
  expect(ours(again)).toMatchObject([{ fields: { body: body(3) } }]);
  const [newest] = must(await again.revisions.list({ postId: here?.id ?? '' }));
  expect(must(await again.revisions.get({ revisionId: newest?.id ?? '' })).fields.body).toBe(body(4));
  await again.settle();
  expect(await onSite()).toEqual([{ status: 'publish', body: body(3) }]);
});

test('brought back without a network, they become one with the post, and are sent as changes of it', async () => {
  const { again, siteId, postId } = await changedAndLost(false);
  expect(await lost(again)).toMatchObject([{ postId, joins: false, siteId }]);
  must(await again.revisions.bringBack({ postIds: null }));
  expect(ours(again)).toMatchObject([{ id: postId, fields: { body: body(4) } }]);
  await wp.goOnline();
  must(await again.sync.pull({ siteId }));
  await again.settle();
  expect(ours(again)).toMatchObject([{ id: postId, conflict: null, fields: { body: body(4) } }]);
  expect(await onSite()).toEqual([{ status: 'publish', body: body(3) }]);
  await send(again, postId);
  await again.settle();
  expect(await onSite()).toEqual([{ status: 'publish', body: body(4) }]);
  expect(again.bugs).toEqual([]);
});
