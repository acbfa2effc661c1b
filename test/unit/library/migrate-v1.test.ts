import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { COLLECTIONS } from '../../../main/library/collections.ts';
import type { Library } from '../../../main/library/library.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { crashedFolder } from '../../support/crash-copy.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A library as version 0.1.0 wrote it. */
const FIXTURE = path.join(import.meta.dirname, '../../fixtures/library-v1/library.json');

async function v1Folder(): Promise<{ folder: string; text: string; v1: Record<string, unknown> }> {
  const folder = await tempFolder();
  await cp(FIXTURE, path.join(folder, 'library.json'));
  const text = await readFile(FIXTURE, 'utf8');
  return { folder, text, v1: JSON.parse(text) };
}

/** Everything in a library, as version 1 would have written it. */
const asV1 = (library: Library) => ({
  version: 1,
  ...Object.fromEntries(
    COLLECTIONS.map((name) => [
      name,
      Object.fromEntries(library.all(name).map((record) => [record.id, structuredClone(record)])),
    ]),
  ),
});

test('every record of a version 1 library is there, at once and after opening again, and its file is kept', async () => {
  const { folder, text, v1 } = await v1Folder();
  const library = await openedLibrary(folder);
  expect(asV1(library)).toMatchObject(v1);
  expect(library.repairs).toEqual([]);
  await library.compact();
  expect(await readFile(path.join(folder, 'library.v1.json'), 'utf8')).toBe(text);
  expect(JSON.parse(await readFile(path.join(folder, 'library.json'), 'utf8'))).toMatchObject({ version: 2 });
  await library.close();
  const again = await openedLibrary(folder);
  await again.loaded;
  expect(asV1(again)).toMatchObject(v1);
  expect(again.all('posts')).toHaveLength(3);
});

test('its operations keep their order, whatever that of the file is', async () => {
  const { folder, v1 } = await v1Folder();
  const operations = Object.fromEntries(Object.entries(v1.operations ?? {}).reverse());
  await writeFile(path.join(folder, 'library.json'), JSON.stringify({ ...v1, operations }));
  const library = await openedLibrary(folder);
  expect([...library.newestFirst('operations')].map(({ sequence }) => sequence)).toEqual([2, 1]);
});

test('on a full disk a version 1 library can be read; the first change moves it as soon as there is room', async () => {
  const { folder, text, v1 } = await v1Folder();
  const disk = breakableFiles();
  const troubles: unknown[] = [];
  // `open` reads folders for syncing only: what is read here is read whole.
  const library = await openedLibrary(folder, disk.files, { onTrouble: (error) => troubles.push(error) });
  disk.fail();
  const put = () => library.transact((tx) => ok(tx.put('posts', aPost({ id: 'new' }))));
  expect(await put()).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'full' } });
  expect(asV1(library)).toMatchObject(v1);
  expect(await readFile(path.join(folder, 'library.json'), 'utf8')).toBe(text);
  disk.heal();
  expect((await put()).ok).toBe(true);
  expect(library.get('posts', 'new')).toEqual(aPost({ id: 'new' }));
});

test('a migration that was cut off begins anew, and what it left is set aside', async () => {
  const { folder, text, v1 } = await v1Folder();
  const library = await openedLibrary(folder);
  await library.compact();
  const half = await crashedFolder(folder);
  await writeFile(path.join(half, 'library.json'), text);
  await writeFile(path.join(half, 'comments/000007.ndjson'), 'of a migration that never ended\n');
  const again = await openedLibrary(half);
  await again.compact();
  expect(asV1(again)).toMatchObject(v1);
  expect(await readdir(path.join(half, 'comments'))).toEqual(['000000.ndjson']);
  const [time = ''] = await readdir(path.join(half, 'quarantine'));
  expect(await readdir(path.join(half, 'quarantine', time, 'comments'))).toEqual([
    '000000.ndjson',
    '000007.ndjson',
  ]);
});

test('of a version 1 library with a bad record the others are taken over, and the loss is reported', async () => {
  const { folder, v1 } = await v1Folder();
  const comments = v1.comments as Record<string, { dateGmt: unknown }>;
  const damaged = { ...v1, comments: { ...comments, 'site-1/1': { ...comments['site-1/1'], dateGmt: 5 } } };
  await writeFile(path.join(folder, 'library.json'), JSON.stringify(damaged));
  const library = await openedLibrary(folder);
  expect(library.all('comments')).toHaveLength(7);
  expect(library.repairs).toEqual([
    {
      ...{ what: 'shard', collection: 'comments', file: 'library.json', quarantined: 'library.v1.json' },
      ...{ kept: 7, lost: 1 },
    },
  ]);
});

test('the kept file of an earlier migration is not overwritten by another, and neither by this one', async () => {
  const { folder, text } = await v1Folder();
  const earlier = text.replace('"version":1', '"version": 1');
  await writeFile(path.join(folder, 'library.v1.json'), earlier);
  const library = await openedLibrary(folder);
  await library.compact();
  expect(await readFile(path.join(folder, 'library.v1.json'), 'utf8')).toBe(text);
  const [time = ''] = await readdir(path.join(folder, 'quarantine'));
  expect(await readFile(path.join(folder, 'quarantine', time, 'library.v1.json'), 'utf8')).toBe(earlier);
});

test('an old file that is put over a newer library takes its place, and what was newer is kept with its texts', async () => {
  const { folder, text, v1 } = await v1Folder();
  const newer = await openedLibrary(folder);
  const body = 'Written since. '.repeat(100);
  await newer.transact((tx) => ok(tx.put('posts', aPost({ id: 'since', fields: someFields({ body }) }))));
  await newer.compact();
  await newer.close();
  await writeFile(path.join(folder, 'library.json'), text);
  const library = await openedLibrary(folder);
  for (let time = 0; time < 3; time += 1) await library.compact();
  expect(asV1(library)).toMatchObject(v1);
  expect(library.get('posts', 'since')).toBeUndefined();
  const [time = ''] = await readdir(path.join(folder, 'quarantine'));
  const kept = path.join(folder, 'quarantine', time);
  expect(await readFile(path.join(kept, 'posts/000000.ndjson'), 'utf8')).toContain('"since"');
  const sha256 = createHash('sha256').update(body).digest('hex');
  expect(await readFile(path.join(kept, 'bodies', sha256.slice(0, 2), `${sha256}.txt`), 'utf8')).toBe(body);
});
