import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { aComment, aPost, aSite, someFields } from '../../support/builders.ts';
import { type FileCall, interposedFiles } from '../../support/interposed-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { factor, fc, forAll } from '../../support/property.ts';
import { contentsOf, FOLDER, inMemory } from '../../support/small-library.ts';

const at = (name: string) => path.join(FOLDER, name);
const shard = (collection: string, n: number) => at(`${collection}/${String(n).padStart(6, '0')}.ndjson`);
const put = (library: Library, raw: string, ...numbers: number[]) =>
  library.transact((tx) => {
    for (const n of numbers) tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n, raw }));
    return ok(null);
  });

/** A closed library of 1,002 comments in three shards and a post; a journal changes, removes and adds some of them. */
async function threeShards(): Promise<{ image: DiskImage; whole: string[] }> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(await put(library, 'first', ...Array.from({ length: 1002 }, (_, n) => n)));
  must(await library.transact((tx) => ok(tx.put('sites', aSite()))));
  must(await library.transact((tx) => ok(tx.put('posts', aPost({ id: 'draft', fields: someFields() })))));
  await library.compact();
  must(await put(library, 'second', 3, 600, 2000));
  must(await library.transact((tx) => ok([4, 700].map((n) => tx.remove('comments', `site-1/${n}`)))));
  await library.close();
  return { image: disk.image(), whole: contentsOf(library) };
}

/** The library with some files exchanged, once it is mended, too. */
async function opened(image: DiskImage, changes: Record<string, Buffer | string | null>) {
  const changed = new Map(image);
  for (const [file, content] of Object.entries(changes)) {
    if (content === null) changed.delete(file);
    else changed.set(file, Buffer.from(content));
  }
  const disk = new PowerLossDisk(changed);
  const library = await inMemory(disk);
  const found = { contents: contentsOf(library), repairs: [...library.repairs] };
  expect(await library.counts('comments', null)).toEqual({ pending: library.all('comments').length });
  await library.compact();
  await library.close();
  const again = await inMemory(disk);
  expect([contentsOf(again), again.repairs]).toEqual([found.contents, []]);
  await again.close();
  return { ...found, disk };
}

const on = (image: DiskImage, file: string): Buffer => image.get(file) ?? Buffer.alloc(0);

test('shards that were exchanged are put in their places, under what the journal says of them', async () => {
  const { image, whole } = await threeShards();
  const [first, second] = [shard('comments', 0), shard('comments', 1)];
  const found = await opened(image, { [first]: on(image, second), [second]: on(image, first) });
  expect(found.contents).toEqual(whole);
  expect(found.repairs).toMatchObject([
    { what: 'shard', file: 'comments/000000.ndjson', kept: 500, lost: 0 },
    { what: 'shard', file: 'comments/000001.ndjson', kept: 500, lost: 0 },
  ]);
  for (const { quarantined } of found.repairs) expect(found.disk.size(at(quarantined ?? ''))).not.toBeNull();
});

test.each([
  ['the index', []],
  ['the short index alone', [at('index.json')]],
  ['neither', [at('index.json'), at('shards.json')]],
])('a shard in another folder or under another number is found with %s', async (_name, gone) => {
  const { image, whole } = await threeShards();
  const [third, posts] = [shard('comments', 2), shard('posts', 0)];
  const without = Object.fromEntries(gone.map((file) => [file, null]));
  const moved = { [third]: null, [posts]: on(image, third), [shard('comments', 9)]: on(image, posts) };
  const found = await opened(image, { ...without, ...moved });
  expect(found.contents).toEqual(whole);
  // Whether there was another in the place where this one lies now only an index can say.
  const lost = found.repairs.filter((repair) => repair.what === 'shard' && repair.lost !== 0);
  expect(lost.map(({ file }) => file)).toEqual(gone.length < 2 ? [] : ['comments/000009.ndjson']);
});

test('lines that were moved to the file of another shard are kept', async () => {
  const { image, whole } = await threeShards();
  const [first, second] = [shard('comments', 0), shard('comments', 1)];
  const lines = on(image, first).toString().split('\n');
  const moved = lines.splice(10, 5).join('\n');
  const found = await opened(image, {
    [first]: lines.join('\n'),
    [second]: `${on(image, second)}${moved}\n`,
  });
  expect(found.contents).toEqual(whole);
  expect(found.repairs).toMatchObject([{ lost: 0 }, { lost: 0 }]);
});

test('for a shard whose records had all been removed before it went, no file is read twice', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(await put(library, 'first', ...Array.from({ length: 1002 }, (_, n) => n)));
  await library.compact();
  const ids = Array.from({ length: 500 }, (_, n) => `site-1/${n}`);
  must(await library.transact((tx) => ok(ids.map((id) => tx.remove('comments', id)))));
  await library.close();
  // As a compaction leaves it that is killed before it comes to the index.
  const left = new PowerLossDisk(
    new Map([...disk.image()].filter(([file]) => file !== shard('comments', 0))),
  );
  const read: string[] = [];
  const around = async ({ name, file }: FileCall, run: () => Promise<unknown>) => {
    if (name === 'readFile' && file.includes('comments')) read.push(file);
    return run();
  };
  const again = await openedLibrary(FOLDER, interposedFiles(around, filesOn(left)));
  must(await again.loaded);
  expect([again.repairs, again.all('comments').length]).toEqual([[], 502]);
  expect(read).toEqual([shard('comments', 1), shard('comments', 2)]);
});

/** The shards, and the library once it was compacted again: what that holds, on its disk. */
async function compacted() {
  const { image } = await threeShards();
  const disk = new PowerLossDisk(image);
  const library = await inMemory(disk);
  await library.compact();
  const whole = contentsOf(library);
  await library.close();
  return { image, disk, whole };
}

test('an old copy beside a whole shard brings nothing back that was changed or removed since', async () => {
  const { image, disk, whole } = await compacted();
  const copy = { [shard('comments', 7)]: on(image, shard('comments', 0)) };
  const found = await opened(disk.image(), copy);
  expect(found.contents).toEqual(whole);
  expect(found.repairs).toMatchObject([{ file: 'comments/000007.ndjson', kept: 0, lost: 0 }]);
});

test('of two copies of a lost shard the newer counts', async () => {
  const { image, disk, whole } = await compacted();
  const [first, older] = [shard('comments', 0), on(image, shard('comments', 0))];
  const newer = on(disk.image(), first);
  for (const [one, other] of [
    [older, newer],
    [newer, older],
  ]) {
    const copies = { [shard('comments', 7)]: one ?? '', [shard('comments', 8)]: other ?? '' };
    const found = await opened(disk.image(), { [first]: 'null', ...copies });
    const texts = found.contents.filter((text) => !text.includes('"site-1/4"'));
    expect(texts).toEqual(whole);
  }
});

/** What somebody may do to files without looking into them. */
const harm = fc.record({
  from: fc.nat(6),
  to: fc.nat(6),
  how: fc.constantFrom<'swap' | 'copy' | 'move' | 'cut' | 'spoil'>('swap', 'copy', 'move', 'cut', 'spoil'),
  at: fc.nat(999),
});

function idIn(line: string): string | undefined {
  try {
    return JSON.parse(line).r?.id;
  } catch {
    return undefined; // cut or spoiled
  }
}

/** The ids of a collection's records that any line of any of its files still holds. */
function readableIn(image: DiskImage): Set<string> {
  const ids = new Set<string>();
  for (const [file, content] of image) {
    if (!file.endsWith('.ndjson') || file.includes('journal')) continue;
    for (const line of content?.toString().split('\n') ?? []) {
      const id = idIn(line);
      if (id !== undefined) ids.add(id);
    }
  }
  return ids;
}

test('whatever files are exchanged, copied, moved, cut or spoiled, no record that is readable in any is lost', async () => {
  const { image } = await threeShards();
  const disk = new PowerLossDisk(image);
  const library = await inMemory(disk);
  await library.compact();
  await library.close();
  const good = disk.image();
  const files = [...[0, 1, 2, 7].map((n) => shard('comments', n)), shard('posts', 0), shard('posts', 1)];
  files.push(shard('sites', 0)); // loaded before all others
  await forAll(
    fc.tuple(fc.array(harm, { minLength: 1, maxLength: 4 }), fc.boolean()),
    async ([harms, isIndexGone]) => {
      const changed = new Map(good);
      for (const { from, to, how, at: place } of harms) {
        const [a = '', b = ''] = [files[from], files[to]];
        const [one, other] = [changed.get(a), changed.get(b)];
        if (!one) continue;
        const cut = Math.floor((one.length * place) / 1000);
        if (how === 'swap' && other) changed.set(a, other).set(b, one);
        if (how === 'copy' || how === 'move') changed.set(b, one);
        if (how === 'move' && a !== b) changed.delete(a);
        if (how === 'cut') changed.set(a, one.subarray(0, cut));
        if (how === 'spoil') {
          const spoiled = Buffer.from(one);
          spoiled[cut] = 0;
          changed.set(a, spoiled);
        }
      }
      if (isIndexGone) for (const name of ['index.json', 'shards.json']) changed.delete(at(name));
      const found = await inMemory(new PowerLossDisk(changed));
      const there = new Set(
        [...found.all('comments'), ...found.all('posts'), ...found.all('sites')].map(({ id }) => id),
      );
      expect([...readableIn(changed)].filter((id) => !there.has(id))).toEqual([]);
      await found.close();
    },
    Math.ceil(60 / factor), // each leaves a disk in memory until the test ends
  );
});
