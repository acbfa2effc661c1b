// The program that backup-kill.test.ts kills: it finishes what the last run has planned, opens the library, and then
// writes, backs up, and restores without end. Everything that it does is said before it is begun, and once it is done.
import { writeSync } from 'node:fs';
import path from 'node:path';
import { openArchive } from '../../main/backup/archive-reader.ts';
import { writeArchive } from '../../main/backup/archive-writer.ts';
import { makeReady } from '../../main/backup/restore.ts';
import { BackupStore } from '../../main/backup/store.ts';
import { finishSwap, planSwap } from '../../main/backup/swap.ts';
import { systemClock as clock } from '../../main/clock.ts';
import { realFiles as files } from '../../main/library/durable-file.ts';
import type { Library } from '../../main/library/library.ts';
import { must } from '../support/must.ts';
import { type Seeded, seeded } from '../support/seeded.ts';
import { stateOf, write } from './backup-state.ts';
import { openRestless } from './open.ts';

const [root = '', seed = ''] = process.argv.slice(2);
const folder = path.join(root, 'library');
const target = path.join(root, 'file', 'mine.copydesk-backup');
const work = { files, signal: new AbortController().signal, onProgress: () => {} };

/** A pipe takes it before this returns: what was said stays said, whenever the kill comes. */
const say = (...words: (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

async function live(random: Seeded): Promise<void> {
  say('in', 'swap');
  must(await finishSwap(folder, files));
  say('in', 'open');
  const library = await openRestless(folder);
  let number = stateOf(library);
  say('open', number);
  const store = new BackupStore(path.join(root, 'backups'), files);
  for (;;) {
    for (let more = random.below(6); more > 0; more -= 1) {
      number += 1;
      say('ask', number);
      must(await write(library, number));
      say('done', number);
    }
    const taking = { ...work, appVersion: String(number), now: clock.now() };
    const what = random.pick(['daily', 'file', 'daily', 'file', 'restore', 'restore-file'] as const);
    say('in', what);
    if (what === 'daily') {
      const { id } = await store.take(library, { ...taking, kind: 'daily' });
      say('kept', id);
    } else if (what === 'file') {
      await writeArchive(library, target, taking);
      say('filed', number);
    } else if (await restore(library, store, what === 'restore-file', random)) return;
  }
}

/** Restores as the app does it, up to the restart; false if there is nothing to restore yet. */
async function restore(library: Library, store: BackupStore, fromFile: boolean, random: Seeded) {
  const number = stateOf(library);
  const backups = await store.list();
  if (fromFile ? files.sizeSync(target) === null : backups.length === 0) return false;
  const source = fromFile ? await openArchive(target) : await store.source(random.pick(backups).id);
  const { appVersion, createdAt } = source.manifest;
  await makeReady(source, 'x', { ...work, clock, library: folder, onBug: console.error });
  say('in', 'before-restore');
  await store.take(library, {
    ...{ ...work, kind: 'before-restore', appVersion: String(number), now: clock.now() },
  });
  say('in', 'plan');
  say('plan', appVersion);
  await planSwap(folder, { createdAt, now: clock.now(), keepOld: false }, files);
  say('planned', appVersion);
  await library.close();
  return true;
}

await live(seeded(Number(seed)));
process.exit(0);
