import path from 'node:path';
import { expect, test } from 'vitest';
import type { Operation } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import { encodeLine } from '../../../main/library/journal-line.ts';
import type { Library } from '../../../main/library/library.ts';
import { anOperation, aPost, aRevision, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { FOLDER, inMemory, LONG } from '../../support/small-library.ts';

// What a journal says of records whose shard is gone.

const POSTS = path.join(FOLDER, 'posts/000000.ndjson');
const REPLIES = path.join(FOLDER, 'replyDrafts/000000.ndjson');
const JOURNAL = path.join(FOLDER, 'journal-000002.ndjson');
const EDITED = '2026-11-21T18:00:00.000Z';
const KNOWN = aPost({ id: 'known', siteId: 'site-1', remoteId: 7 });

const edit = (library: Library, id: string, body: string) =>
  library.transact((tx) => {
    const post = tx.get('posts', id) ?? aPost({ id });
    const fields = { ...post.fields, body };
    return ok(tx.put('posts', { ...post, fields, revision: post.revision + 1, editedAt: EDITED }));
  });

/** A closed library of which the posts and an unsent reply were changed once more after they were in shards. */
async function changedOnceMore(): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(
    await library.transact((tx) => {
      for (const post of [aPost({ id: 'draft', siteId: null }), KNOWN]) tx.put('posts', post);
      tx.put('revisions', aRevision({ id: 'old', postId: 'known', fields: someFields({ body: 'Earlier' }) }));
      tx.put('replyDrafts', { id: 'r1', content: 'first', savedAt: '1' });
      return ok(null);
    }),
  );
  await library.compact();
  must(await edit(library, 'draft', LONG));
  must(await edit(library, 'known', 'Not sent'));
  must(
    await library.transact((tx) => ok(tx.put('replyDrafts', { id: 'r1', content: 'second', savedAt: '2' }))),
  );
  await library.close();
  return disk.image();
}

const without = (image: DiskImage, ...files: string[]) =>
  new PowerLossDisk(new Map([...image].filter(([file]) => !files.includes(file))));

const versions = (library: Library) =>
  library.all('revisions').map(({ postId, fields }) => [postId, fields.body]);

const FOUND = [
  ['known', 'Earlier'],
  ['draft', LONG],
  ['known', 'Not sent'],
];

test('words of lost posts that only the journal has become versions of them', async () => {
  const disk = without(await changedOnceMore(), POSTS);
  const library = await inMemory(disk);
  expect(versions(library)).toEqual(FOUND);
  expect(library.all('revisions').slice(1)).toMatchObject([
    { kind: 'edited', at: EDITED, words: 288, changed: 1174, postRevision: 2 },
    { place: { siteId: 'site-1', remoteId: 7 }, at: EDITED, words: 2 },
  ]);
  expect((await library.openReports())[0]?.lostPosts).toEqual(['known', 'draft']);
  await library.close();
  const again = await inMemory(disk);
  expect(again.repairs).toEqual([]);
  expect(versions(again)).toEqual(FOUND);
});

test('however often the app is killed before that is written down, they come once', async () => {
  const disk = without(await changedOnceMore(), POSTS);
  for (let start = 0; start < 3; start += 1) {
    const library = await inMemory(new PowerLossDisk(disk.image()));
    expect(versions(library)).toEqual(FOUND);
    must(
      await library.transact((tx) => ok(tx.put('replyDrafts', { id: `${start}`, content: '', savedAt: '' }))),
    );
  }
});

test('a record of which the journal says everything is a record again', async () => {
  const library = await inMemory(without(await changedOnceMore(), REPLIES));
  expect(library.all('replyDrafts')).toEqual([{ id: 'r1', content: 'second', savedAt: '2' }]);
  expect(library.all('revisions')).toHaveLength(1);
});

test('words of which nothing says whose they are stay in the quarantine', async () => {
  const image = await changedOnceMore();
  // As earlier versions of the app have written it.
  const lines = [
    { t: 2, ops: [{ c: 'posts' as const, n: 0, set: { fields: someFields({ body: 'Whose?' }) } }] },
  ];
  const journal = Buffer.concat(lines.map(encodeLine));
  const disk = without(new Map(image).set(JOURNAL, journal), POSTS, path.join(FOLDER, 'closed.json'));
  const library = await inMemory(disk);
  expect(versions(library)).toEqual([['known', 'Earlier']]);
  await library.close();
  const kept = [...disk.image()].find(([file]) => /quarantine.*journal-000002/.test(file));
  expect(kept?.[1]).toEqual(journal);
});

test('words of an operation that only the journal has stay in the quarantine', async () => {
  const disk = new PowerLossDisk();
  const before = await inMemory(disk);
  const write = (content: string) =>
    before.transact((tx) => {
      const task = { ...anOperation().task, content } as Operation['task'];
      return ok(tx.put('operations', anOperation({ id: 'o1', task })));
    });
  must(await write('first'));
  await before.compact();
  must(await write('second'));
  await before.close();
  const left = without(disk.image(), path.join(FOLDER, 'operations/000000.ndjson'));
  const library = await inMemory(left);
  await library.compact();
  await library.close();
  const kept = [...left.image()].filter(([, content]) => content?.toString().includes('second'));
  expect(kept.map(([file]) => file)).toEqual([expect.stringMatching(/quarantine.*journal-000002/)]);
});
