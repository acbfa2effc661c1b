import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { type BackupOptions, BackupService } from '../../../main/services/backups.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { noBackups } from '../../support/no-backups.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export const refuse = (error: unknown) => {
  throw error;
};

/** The backups of a new library, real files and all; `write` makes a post of this title. */
export async function service(over: Partial<BackupOptions> = {}, onBug: (error: unknown) => void = refuse) {
  const root = await tempFolder();
  const dataFolder = path.join(root, 'library');
  const clock = manualClock('2026-11-22T10:00:00.000Z');
  const library = await openedLibrary(dataFolder, realFiles, { clock });
  const onProgress = vi.fn<BackupOptions['onProgress']>();
  const restart = vi.fn();
  const openFolder = vi.fn(async () => '');
  const backups = new BackupService({
    ...{ library, clock, dataFolder, version: '1.2.3' },
    ...{ onBug, openFolder },
    ...noBackups(root, { onProgress, restart, ...over }),
  });
  onTestFinished(() => backups.stop());
  const write = async (title: string) =>
    must(
      await library.transact((tx) =>
        ok(tx.put('posts', aPost({ id: title, fields: someFields({ title }) }))),
      ),
    );
  return { root, dataFolder, clock, library, backups, openFolder, onProgress, restart, write };
}
