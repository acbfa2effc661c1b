import path from 'node:path';
import { realFiles } from '../../main/library/durable-file.ts';
import type { BackupOptions } from '../../main/services/backups.ts';

/** Backups under a folder, for an app without windows: nobody chooses a file, and nothing is started anew. */
export const noBackups = (folder: string, over: Partial<BackupOptions> = {}): BackupOptions => ({
  ...{ folder: path.join(folder, 'backups'), files: realFiles, restoredFrom: null },
  whereToSave: async () => null,
  whichToOpen: async () => null,
  onProgress: () => {},
  restart: () => {},
  note: () => {},
  ...over,
});
