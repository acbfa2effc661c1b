import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { anOperation } from '../../support/builders.ts';
import { afterCrash } from '../../support/crash-copy.ts';
import { eventually } from '../../support/eventually.ts';
import { interposedFiles } from '../../support/interposed-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

// What a disk refuses, and what comes of it at the next start.

const save = (library: Library, id: string) =>
  library.transact((tx) => ok(tx.put('replyDrafts', { id, content: id, savedAt: '' })));
const idsIn = (library: Library) => library.all('replyDrafts').map(({ id }) => id);
const journals = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('journal'))
    .sort();

test('what was refused while the folder was away does not come back with it', async () => {
  const folder = path.join(await tempFolder(), 'library');
  const library = await openedLibrary(folder);
  must(await save(library, 'first'));
  renameSync(folder, `${folder}-away`);
  expect((await save(library, 'refused')).ok).toBe(false);
  renameSync(`${folder}-away`, folder);
  expect(idsIn(await afterCrash(folder))).toEqual(['first']);
  await library.close();
  expect(idsIn(await openedLibrary(folder))).toEqual(['first']);
});

test('what a disk refused that could not take it back either is cut off when the library is closed', async () => {
  const folder = await tempFolder();
  let isBroken = false;
  const files = interposedFiles(async ({ name, file }, run) => {
    const fails = isBroken && file.includes('journal-') && ['datasync', 'truncate'].includes(name);
    if (fails) throw Object.assign(new Error(name), { code: 'EIO' });
    return run();
  }, realFiles);
  const library = await openedLibrary(folder, files);
  must(await save(library, 'first'));
  isBroken = true;
  expect((await save(library, 'refused')).ok).toBe(false);
  isBroken = false;
  await library.close();
  expect(idsIn(await openedLibrary(folder))).toEqual(['first']);
});

test('a journal that somebody has cut short does not grow by what is taken back of it', async () => {
  const folder = await tempFolder();
  const breakable = breakableFiles();
  const library = await openedLibrary(folder, breakable.files);
  must(await save(library, 'first'));
  const journal = path.join(folder, journals(folder)[0] ?? '');
  const good = readFileSync(journal);
  const files = { ...realFiles };
  const handle = await files.open(journal, 'r+');
  await handle.truncate(10);
  await handle.close();
  // Nothing can be written to shards, so the file stays to be looked at.
  breakable.fail('EIO');
  await save(library, 'second');
  expect(readFileSync(journal)).toEqual(good.subarray(0, 10));
  breakable.heal();
});

test('what a compaction had still to write of removed journals is written after it has failed', async () => {
  const folder = await tempFolder();
  const first = await openedLibrary(folder);
  must(await save(first, 'first'));
  await first.close();
  const breakable = breakableFiles();
  const library = await openedLibrary(folder, breakable.files);
  must(await library.loaded);
  rmSync(path.join(folder, journals(folder)[0] ?? ''));
  must(await library.tryDisk());
  breakable.fail();
  await expect(library.compact()).rejects.toThrow();
  breakable.heal();
  must(await save(library, 'second'));
  await eventually(() => expect(journals(folder)).toEqual([]));
  expect(idsIn(await afterCrash(folder)).sort()).toEqual(['first', 'second']);
});

test('a field that was removed and given again between two compactions is there after a crash', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const put = (over: object) =>
    library.transact((tx) => ok(tx.put('operations', { ...anOperation({ id: 'a' }), ...over })));
  must(await put({ checkFirst: true }));
  await library.compact();
  const { checkFirst: _, ...without } = anOperation({ id: 'a' });
  must(await library.transact((tx) => ok(tx.put('operations', without))));
  must(await put({ checkFirst: true }));
  const again = await afterCrash(folder);
  expect(again.get('operations', 'a')).toEqual(library.get('operations', 'a'));
  expect(again.get('operations', 'a')?.checkFirst).toBe(true);
});

test('the number of a record that only the journal knows of is not given again', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  must(await save(library, 'first'));
  must(await save(library, 'second'));
  must(await library.transact((tx) => ok(tx.remove('replyDrafts', 'second'))));
  await library.close();
  const again = await openedLibrary(folder);
  must(await save(again, 'third'));
  expect(readFileSync(path.join(folder, journals(folder).at(-1) ?? ''), 'utf8')).toContain('"n":2,"put"');
});

test('a shard whose write failed after it was there goes when nothing is left of it', async () => {
  const folder = await tempFolder();
  let isBroken = true;
  const files = interposedFiles(async ({ name, to }, run) => {
    const answer = await run();
    const fails = isBroken && name === 'rename' && to?.includes('replyDrafts');
    if (fails) throw Object.assign(new Error(name), { code: 'EIO' });
    return answer;
  }, realFiles);
  const library = await openedLibrary(folder, files);
  must(await save(library, 'first'));
  await expect(library.compact()).rejects.toThrow();
  isBroken = false;
  must(await library.transact((tx) => ok(tx.remove('replyDrafts', 'first'))));
  await library.compact();
  expect(idsIn(await afterCrash(folder))).toEqual([]);
});
