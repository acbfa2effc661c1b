import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { ok } from '../../main/domain/result.ts';
import type { FileLayer } from '../../main/library/durable-file.ts';
import type { Library } from '../../main/library/library.ts';
import { eventually } from '../support/eventually.ts';
import { interposedFiles } from '../support/interposed-files.ts';
import { type DiskImage, PowerLossDisk } from '../support/power-loss-disk.ts';
import { filesOn, processOn } from '../support/power-loss-files.ts';
import { seeded } from '../support/seeded.ts';
import { openRestless } from './open.ts';
import { unlock } from './unlock.ts';

const FOLDER = '/library';
const MANIFEST = path.join(FOLDER, 'library.json');
/** What one power loss leaves is left to chance. */
const TRIES = 60;

const save = (library: Library, id: string) =>
  library.transact((tx) => ok(tx.put('replyDrafts', { id, content: id, savedAt: '' })));

/** Calls `then` right after the first call of this name on a file whose name begins so. */
function after(name: string, start: string, then: () => void, files: FileLayer): FileLayer {
  let isDone = false;
  return interposedFiles(async (call, run) => {
    const answer = await run();
    if (!isDone && call.name === name && (call.to ?? call.file).startsWith(start)) {
      isDone = true;
      then();
    }
    return answer;
  }, files);
}

test('a manifest that a killed run left unsynced is not missed after the power failed in the next one', async () => {
  const disk = new PowerLossDisk();
  const first = processOn(disk);
  const killed = vi.fn(first.kill);
  const library = await openRestless(FOLDER, after('rename', MANIFEST, killed, first.files));
  void save(library, 'never acknowledged');
  await eventually(() => expect(killed).toHaveBeenCalled());
  unlock(disk);

  const left: DiskImage[] = [];
  const fail = () => {
    for (let chance = 0; chance < TRIES; chance += 1) left.push(disk.afterPowerLoss(seeded(chance)));
  };
  const second = await openRestless(
    FOLDER,
    after('open', path.join(FOLDER, 'journal-'), fail, filesOn(disk)),
  );
  expect((await save(second, 'second')).ok).toBe(true);
  await second.close();

  expect(left).toHaveLength(TRIES);
  for (const image of left) {
    const again = new PowerLossDisk(image);
    unlock(again);
    const found = await openRestless(FOLDER, filesOn(again)); // refuses a library in which anything had to be mended
    expect(found.all('replyDrafts')).toEqual([]);
    await found.close();
  }
});
