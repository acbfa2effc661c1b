// Journals that somebody removes or shortens under the running app, and a disk that then takes no other.
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { type FileCall, interposedFiles } from '../../support/interposed-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { FOLDER, idsIn, inMemory } from '../../support/small-library.ts';
import { at, unowned } from './damaged-disk.ts';

const FIRST = at('journal-000001.ndjson');
const IO = { ok: false, error: { kind: 'storage', reason: 'io' } };

const save = (library: Library, id: string) =>
  library.transact((tx) => ok(tx.put('replyDrafts', { id, content: `words of ${id}`, savedAt: '' })));

const begins = ({ name, file, args }: FileCall): boolean =>
  name === 'open' && file.includes('journal-') && args[1] === 'ax';

/** A whole library on a disk, and what happens around its calls. */
async function libraryOn(disk: PowerLossDisk, around: Parameters<typeof interposedFiles>[0]) {
  const library = await openedLibrary(FOLDER, interposedFiles(around, filesOn(disk)));
  must(await library.loaded);
  return library;
}

/** The ids in a library that is opened where another one was killed. */
const afterKill = async (disk: PowerLossDisk): Promise<string[]> =>
  idsIn(await inMemory(new PowerLossDisk(unowned(disk.image()))));

test('a change is refused where each journal that is begun for it is gone at once', async () => {
  const disk = new PowerLossDisk();
  let isTaken = false;
  const library = await libraryOn(disk, async (call, run) => {
    const answer = await run();
    if (isTaken && begins(call)) disk.remove(call.file);
    return answer;
  });
  must(await save(library, 'r1'));
  isTaken = true;
  disk.remove(FIRST);
  expect(await save(library, 'r2')).toMatchObject(IO);
  expect(idsIn(library)).toEqual(['replyDrafts r1']);
  isTaken = false;
  must(await save(library, 'r3'));
  await library.compact();
  expect(await afterKill(disk)).toEqual(['replyDrafts r1', 'replyDrafts r3']);
});

test('a refused change is not left in a journal that somebody has emptied', async () => {
  const disk = new PowerLossDisk();
  let isRefused = false;
  const library = await libraryOn(disk, async (call, run) => {
    if (isRefused && begins(call)) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    return run();
  });
  must(await save(library, 'r1'));
  isRefused = true;
  disk.file(FIRST).truncate(0);
  expect(await save(library, 'r2')).toMatchObject(IO);
  expect(await afterKill(disk)).toEqual([]);
});
