// What is put together out of damaged files is in memory only, while they are replaced one after another.
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { FileLayer } from '../../../main/library/durable-file.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import { aPost, aRevision, someFields } from '../../support/builders.ts';
import { interposedFiles } from '../../support/interposed-files.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn, processOn } from '../../support/power-loss-files.ts';
import { contentsOf, FOLDER, inMemory, LONG } from '../../support/small-library.ts';
import { at, diskWith, textOf, unowned } from './damaged-disk.ts';

const POSTS = at('posts/000000.ndjson');

async function opened(files: FileLayer): Promise<Library> {
  const library = must(await openLibrary(FOLDER, files, noBugs));
  must(await library.loaded);
  return library;
}

/** A closed library of two posts, of one of which the newest words are in the journal only. */
async function changedOnceMore(): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(
    await library.transact((tx) => {
      for (const id of ['draft', 'other']) tx.put('posts', aPost({ id, siteId: null }));
      return ok(tx.put('revisions', aRevision({ id: 'old', postId: 'draft' })));
    }),
  );
  await library.compact();
  must(
    await library.transact((tx) => {
      const post = tx.get('posts', 'draft') ?? aPost({ id: 'draft' });
      const fields = { ...post.fields, body: 'Only here' };
      return ok(tx.put('posts', { ...post, fields, revision: post.revision + 1 }));
    }),
  );
  await library.close();
  return disk.image();
}

/** The line of the post that has newer words is none any more. */
const torn = (image: DiskImage) =>
  diskWith(image, POSTS, textOf(image, POSTS).replace('"id":"draft"', '"id":#draft"')).image();

/** Few records in two shards of each of two collections, those of posts with long texts. */
async function twoShardsOfTwo(): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  const ids = Array.from({ length: 502 }, (_, n) => `${n}`);
  must(
    await library.transact((tx) => {
      for (const id of ids) {
        tx.put('posts', aPost({ id, siteId: null, fields: someFields({ body: `${id} ${LONG}` }) }));
        tx.put('replyDrafts', { id, content: id, savedAt: '' });
      }
      return ok(null);
    }),
  );
  const left = new Set(['0', '7', '500', '501']);
  must(
    await library.transact((tx) => {
      for (const id of ids.filter((each) => !left.has(each)))
        for (const collection of ['posts', 'replyDrafts'] as const) tx.remove(collection, id);
      return ok(null);
    }),
  );
  await library.compact();
  await library.compact(); // the texts of what was removed go with the second one
  await library.close();
  return disk.image();
}

/** The first two shards of a collection have each other's names. */
function exchanged(image: DiskImage, collection: string): Map<string, Buffer | null> {
  const [a, b] = [at(`${collection}/000000.ndjson`), at(`${collection}/000001.ndjson`)];
  return new Map(image).set(a, image.get(b) ?? null).set(b, image.get(a) ?? null);
}

/** What a process leaves that opens and mends a library and is killed at its nth call; null if it ends before. */
async function killedAt(n: number, image: DiskImage): Promise<DiskImage | null> {
  const disk = new PowerLossDisk(image);
  const dead = Promise.withResolvers<true>();
  let calls = 0;
  const { files, kill } = processOn(disk, () => {
    calls += 1;
    if (calls !== n) return;
    kill();
    dead.resolve(true);
  });
  const mend = async () => {
    const library = await opened(files);
    await library.compact();
    await library.close();
  };
  if ((await Promise.race([dead.promise, mend()])) !== true) return null;
  return unowned(disk.image());
}

/** Calls `check` with the library as it is found after the mending of it was killed, at each call in turn. */
async function atEveryCall(image: DiskImage, check: (library: Library, call: number) => void) {
  let calls = 0;
  for (;;) {
    const left = await killedAt(calls + 1, image);
    if (left === null) break;
    calls += 1;
    const library = await inMemory(new PowerLossDisk(left));
    check(library, calls);
    await library.close();
  }
  expect(calls).toBeGreaterThan(50); // of a mending
}

const bodies = (library: Library) => library.all('revisions').map(({ fields }) => fields.body);

test('wherever mending is killed, words that only a journal had are there once', async () => {
  const image = torn(await changedOnceMore());
  await atEveryCall(image, (library, call) => {
    expect(
      bodies(library).filter((body) => body === 'Only here'),
      `call ${call}`,
    ).toHaveLength(1);
    for (const { lost } of library.repairs) expect(lost, `call ${call}`).toBeLessThan(2);
  });
});

test('wherever mending is killed, exchanged shards have lost nothing, and nobody is told they had', async () => {
  const image = await twoShardsOfTwo();
  const whole = contentsOf(await inMemory(new PowerLossDisk(image)));
  await atEveryCall(exchanged(exchanged(image, 'posts'), 'replyDrafts'), (library, call) => {
    expect(contentsOf(library), `call ${call}`).toEqual(whole);
    for (const { lost } of library.repairs) expect(lost, `call ${call}`).toBe(0);
  });
});

test.each(['posts', 'revisions', 'index'])(
  'a version that was taken in and then deleted stays deleted while %s cannot be written',
  async (where) => {
    const disk = new PowerLossDisk(torn(await changedOnceMore()));
    const files = interposedFiles(async (call, run) => {
      const isRefused = call.name === 'rename' && path.relative(FOLDER, call.to ?? '').startsWith(where);
      if (isRefused) throw Object.assign(new Error('refused'), { code: 'EIO' });
      return run();
    }, filesOn(disk));
    const library = await opened(files);
    const taken = library.all('revisions').find(({ fields }) => fields.body === 'Only here');
    must(await library.transact((tx) => ok(tx.remove('revisions', taken?.id ?? ''))));
    await library.close();
    expect(taken).toBeDefined();
    expect(bodies(await inMemory(disk))).not.toContain('Only here');
  },
);

test('a record that was put in its place and then deleted is not told as lost', async () => {
  const image = exchanged(await twoShardsOfTwo(), 'replyDrafts');
  const disk = new PowerLossDisk(image);
  const library = await opened(filesOn(disk));
  must(await library.transact((tx) => ok(tx.remove('replyDrafts', '500'))));
  // As if it had been killed when the second shard's records had gone from where they were found.
  const moved = unowned(disk.image()).set(at('replyDrafts/000000.ndjson'), Buffer.from('null'));
  const again = await inMemory(new PowerLossDisk(moved));
  expect(again.all('replyDrafts').map(({ id }) => id)).toEqual(['0', '7', '501']);
  for (const { lost } of again.repairs) expect(lost).toBe(0);
});

test('a record whose long text is damaged keeps its reference, and is mended all the same', async () => {
  const image = exchanged(await twoShardsOfTwo(), 'posts');
  const text = [...image].find(
    ([file, content]) => file.includes('bodies/') && `${content}`.startsWith('500 '),
  );
  const spoiled = Buffer.from(text?.[1] ?? '');
  spoiled[0] = 'X'.charCodeAt(0);
  const disk = new PowerLossDisk(image.set(text?.[0] ?? '', spoiled));
  const library = await opened(filesOn(disk));
  must(await library.transact((tx) => ok(tx.put('replyDrafts', { id: 'x', content: '', savedAt: '' }))));
  const lines = [...disk.image()].flatMap(([file, content]) =>
    file.includes('journal-') ? `${content}` : [],
  );
  expect(lines.join('')).toContain('"put":{"id":"501"');
  expect(lines.join('')).not.toContain('"put":{"id":"500"');
  await library.compact();
  await library.close();
  const again = await inMemory(disk);
  expect(again.get('posts', '500')?.fields.body).toBe(spoiled.toString());
  expect(again.all('posts')).toHaveLength(4);
});

test('records whose long texts cannot be read now keep nobody from writing, and are all there later', async () => {
  const image = await twoShardsOfTwo();
  const whole = contentsOf(await inMemory(new PowerLossDisk(image)));
  const disk = new PowerLossDisk(exchanged(image, 'posts'));
  const readFileSync = (): never => {
    throw Object.assign(new Error('refused'), { code: 'EIO' });
  };
  const library = await opened({ ...filesOn(disk), readFileSync });
  must(await library.transact((tx) => ok(tx.put('replyDrafts', { id: '0', content: '0', savedAt: '' }))));
  await library.compact();
  await library.close();
  const again = await inMemory(disk);
  expect([again.repairs, contentsOf(again)]).toEqual([[], whole]);
});
