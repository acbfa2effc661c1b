// When the first screen says that a library is not in its place.
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { DEFAULT_PREFERENCES } from '../../../main/services/app.ts';
import { BackupService } from '../../../main/services/backups.ts';
import { aPost } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { noBackups } from '../../support/no-backups.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { refuse, service } from './backup-service.ts';

const MINUTE = 60_000;

test('backups of a library that is gone are told from those of the present one', async () => {
  const at = await service();
  const gone = async (backups = at.backups) => must(await backups.overview()).libraryGone;
  expect(await gone()).toBe(false);
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  expect(await gone()).toBe(false);
  await at.library.close();
  const manifest = path.join(at.dataFolder, 'library.json');
  const { createdAt } = JSON.parse(await readFile(manifest, 'utf8'));
  await rm(at.dataFolder, { recursive: true });

  const later = manualClock('2026-11-23T10:00:00.000Z');
  later.createId(); // that of the first library
  const library = await openedLibrary(at.dataFolder, realFiles, { clock: later });
  const now = new BackupService({
    ...{ library, clock: later, dataFolder: at.dataFolder, version: '1.2.3' },
    ...{ onBug: refuse, openFolder: at.openFolder, ...noBackups(at.root) },
  });
  onTestFinished(() => now.stop());
  expect(await gone(now)).toBe(true);
  const chosen = { ...DEFAULT_PREFERENCES, theme: 'dark' } as const;
  must(await library.transact((tx) => ok(tx.put('preferences', chosen))));
  expect(await gone(now)).toBe(true);
  // A restored library has an id of its own, too.
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(text), createdAt }));
  expect(await gone(now)).toBe(false);
  await writeFile(manifest, text);
  // One whose manifest was damaged and made anew still has what was in it, and is in its place.
  must(await library.transact((tx) => ok(tx.put('posts', aPost({ id: 'Чай' })))));
  expect(await gone(now)).toBe(false);
  must(await library.transact((tx) => ok(tx.remove('posts', 'Чай'))));
  expect(await gone(now)).toBe(true);
  later.advance(MINUTE);
  must(await now.backUpNow());
  expect(await gone(now)).toBe(false);
});
