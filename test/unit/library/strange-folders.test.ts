import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import { Table } from '../../../main/library/table.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aComment, aPost, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { seeded } from '../../support/seeded.ts';
import { contentsOf, FOLDER, idsIn, inMemory, smallLibrary } from '../../support/small-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const at = (name: string) => path.join(FOLDER, name);
const put = (library: Library, n: number) =>
  library.transact((tx) => ok(tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n }))));
const _savePost = (library: Library, id: string, body: string) =>
  library.transact((tx) => ok(tx.put('posts', aPost({ id, fields: someFields({ body }) }))));

test('an older shard that somebody has put back is damage, although it is whole', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  await put(library, 1);
  await library.compact();
  const old = disk.image().get(at('comments/000000.ndjson')) ?? Buffer.alloc(0);
  await put(library, 2);
  await library.compact();
  await library.close();
  const changed = new PowerLossDisk(new Map(disk.image()).set(at('comments/000000.ndjson'), old));
  const found = await inMemory(changed);
  expect(idsIn(found)).toEqual(['comments site-1/1']);
  expect(found.repairs).toMatchObject([{ what: 'shard', collection: 'comments', kept: 1, lost: null }]);
  await found.close();
  expect((await inMemory(changed)).repairs).toEqual([]);
});

/** A library of three runs that was never compacted: a journal each. */
async function threeJournals(): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  for (const n of [1, 2, 3]) {
    const library = await inMemory(disk);
    await put(library, n);
    await library.close();
  }
  return disk.image();
}

test.each([
  ['journal-000001.ndjson', 2, 'journal-000002.ndjson'],
  ['journal-000002.ndjson', 2, 'journal-000003.ndjson'],
  ['journal-000003.ndjson', 2, 'journal-000003.ndjson'],
])(
  'a library without %s says that something is missing, also where no index knows of it',
  async (gone, kept, file) => {
    const image = new Map(await threeJournals());
    image.delete(at(gone));
    const library = await inMemory(new PowerLossDisk(image));
    expect(library.all('comments')).toHaveLength(kept);
    expect(library.repairs).toMatchObject([{ what: 'journal', file }]);
    // Whoever follows the library by its numbers must not meet one twice.
    expect(library.sequence).toBe(3);
  },
);

test('a journal that somebody removes before the first change holds up nobody: it is in memory', async () => {
  const disk = new PowerLossDisk(await threeJournals());
  const library = await inMemory(disk);
  disk.remove(at('journal-000002.ndjson'));
  must(await put(library, 4));
  await library.compact();
  await library.close();
  const again = await inMemory(disk);
  expect([again.all('comments').length, again.repairs]).toEqual([4, []]);
});

test('the name of a journal that was taken away is not given to another', async () => {
  const image = new Map(await threeJournals());
  image.delete(at('journal-000003.ndjson'));
  const disk = new PowerLossDisk(image);
  const library = await inMemory(disk);
  expect(library.repairs).toMatchObject([{ file: 'journal-000003.ndjson', quarantined: null, lost: 1 }]);
  must(await put(library, 4));
  expect(disk.size(at('journal-000003.ndjson'))).toBeNull();
});

test.each([
  [['closed.json', 'library.json'], ['journal']],
  [['closed.json'], ['manifest', 'journal']],
])('a library of which only %j is left is not a new one', async (left, damaged) => {
  const names = left.map(at);
  const image = [...(await threeJournals())].filter(([file, text]) => text === null || names.includes(file));
  const library = await inMemory(new PowerLossDisk(new Map(image)));
  expect(library.repairs.map(({ what, lost }) => [what, lost])).toEqual(damaged.map((what) => [what, null]));
});

test('damage found twice at the same time of day is kept twice', async () => {
  const disk = new PowerLossDisk(await smallLibrary());
  const files: string[] = [];
  const texts = ['null', '[]'];
  for (const text of texts) {
    const image = new Map(disk.image()).set(at('index.json'), Buffer.from(text));
    const spoiled = new PowerLossDisk(image);
    const library = await inMemory(spoiled, { clock: manualClock() });
    await library.compact();
    files.push(library.repairs[0]?.quarantined ?? '');
    await library.close();
    for (const [name, content] of spoiled.image())
      if (content) disk.openFile(ensured(disk, name), 'w').write(0, content);
  }
  expect(files.map((file) => disk.file(at(file)).content.toString())).toEqual(texts);
  expect((await inMemory(disk)).repairs).toEqual([]);
});

function ensured(disk: PowerLossDisk, file: string): string {
  disk.makeFolder(path.dirname(file), true);
  return file;
}

test('an owner that could not lock the folder notices a library that was written and compacted meanwhile', async () => {
  const folder = await tempFolder();
  const first = await openedLibrary(folder);
  await put(first, 1);
  await first.compact();
  await first.close();
  const disk = breakableFiles();
  disk.fail();
  const stale = await openedLibrary(folder, disk.files);
  must(await stale.loaded);
  const other = await openedLibrary(folder);
  await put(other, 2);
  await other.compact(); // no journal is left, as there was none before
  await other.close();
  disk.heal();
  expect(await put(stale, 3)).toMatchObject({ ok: false, error: { reason: 'in-use' } });
});

test('names that look like ours are left alone', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, 1);
  await library.compact();
  await library.close();
  const shard = readFileSync(path.join(folder, 'comments/000000.ndjson'));
  const strange = [
    ...['comments/0000000.ndjson', 'comments/000000 (conflicted copy).ndjson'],
    ...['journal-99999999999999999999.ndjson', 'journal-9007199254740991.ndjson', 'journal-0000001.ndjson'],
  ];
  for (const name of strange) writeFileSync(path.join(folder, name), shard);
  const again = await openedLibrary(folder);
  must(await put(again, 2));
  await again.compact();
  expect([again.all('comments').length, again.repairs]).toEqual([2, []]);
  expect(strange.filter((name) => existsSync(path.join(folder, name)))).toEqual(strange);
});

test('a record under two numbers, in shards of different age, is found by the newer and removed once', () => {
  const table = new Table<{ id: string }>();
  table.adopt({ n: 1, r: { id: 'a' } });
  table.adopt({ n: 600, r: { id: 'a' } });
  table.delete(1);
  expect([table.numberOf('a'), table.size]).toEqual([600, 1]);
  table.adopt({ n: 2, r: { id: 'b' } });
  table.adopt({ n: 601, r: { id: 'b' } });
  table.put(2, { id: 'c' });
  expect([table.numberOf('b'), table.numberOf('c')]).toEqual([601, 2]);
});

test('a record that was removed and made again many times, within and between transactions, is the last one', async () => {
  const folder = await tempFolder();
  let library = await openedLibrary(folder);
  for (let n = 1; n <= 6; n += 1) {
    await library.transact((tx) => {
      tx.remove('comments', 'site-1/1');
      if (n % 2 === 0) tx.put('comments', aComment({ id: 'site-1/1', remoteId: n }));
      return ok(null);
    });
    if (n % 3 === 0) await library.compact();
    await library.close();
    library = await openedLibrary(folder);
    must(await library.loaded);
    expect(library.all('comments').map(({ remoteId }) => remoteId)).toEqual(n % 2 === 0 ? [n] : []);
  }
  expect(library.repairs).toEqual([]);
});

test('a folder that is a link to another place is that library, and is owned there', async () => {
  const real = path.join(await tempFolder(), 'real');
  const folder = path.join(await tempFolder(), 'library');
  const first = await openedLibrary(real);
  await put(first, 1);
  await first.close();
  symlinkSync(real, folder);
  const library = await openedLibrary(folder);
  await put(library, 2);
  await library.compact();
  expect(readdirSync(real)).toContain('owner.json');
  await library.close();
  rmSync(folder);
  renameSync(real, folder);
  const moved = await openedLibrary(folder);
  must(await moved.loaded);
  expect(moved.all('comments')).toHaveLength(2);
});

test('a clock that jumps back years changes nothing that is stored', async () => {
  const disk = new PowerLossDisk();
  const clock = manualClock('2030-01-01T00:00:00.000Z');
  for (const [n, now] of ['2030-01-01', '1970-01-01', '2026-11-22', '1970-01-01'].entries()) {
    clock.set(`${now}T00:00:00.000Z`);
    const library = await inMemory(disk, { clock });
    await put(library, n);
    if (n % 2 === 0) await library.compact();
    await library.close();
  }
  const library = await inMemory(disk, { clock });
  expect([contentsOf(library).length, library.repairs, library.sequence]).toEqual([4, [], 4]);
});

test.each(['EXDEV', 'EPERM'])(
  'where a file cannot have a second name in the quarantine (%s), it is copied there',
  async (code) => {
    const disk = new PowerLossDisk(new Map(await smallLibrary()).set(at('index.json'), Buffer.from('null')));
    const files = filesOn(disk);
    const link: typeof files.link = (file, second) =>
      String(second).includes('quarantine')
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : files.link(file, second);
    const library = must(await openLibrary(FOLDER, { ...files, link }, noBugs));
    must(await library.loaded);
    await library.compact();
    await library.close();
    for (const image of [disk.image(), disk.afterPowerLoss(seeded(1))]) {
      expect(image.get(at(library.repairs[0]?.quarantined ?? ''))?.toString()).toBe('null');
    }
  },
);
