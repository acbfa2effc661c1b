import path from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { ARCHIVE_ENDING } from './backup/archive-names.ts';
import type { NativeTexts } from './native-texts.ts';

/** The system's own windows for choosing files, above ours. */
export function fileQuestions(
  above: () => BrowserWindow | null,
  texts: () => NativeTexts,
): {
  whereToSave(name: string): Promise<string | null>;
  whichToOpen(): Promise<string | null>;
} {
  const filters = () => [{ name: texts().backupFile.filter, extensions: [ARCHIVE_ENDING.slice(1)] }];
  return {
    async whereToSave(name) {
      const options: SaveDialogOptions = {
        title: texts().backupFile.save,
        defaultPath: path.join(app.getPath('documents'), name),
        filters: filters(),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const window = above();
      const asked = window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
      const { canceled, filePath } = await asked;
      if (canceled || filePath === '') return null;
      // Not every desktop adds it, and without it nothing would find the file again.
      return filePath.endsWith(ARCHIVE_ENDING) ? filePath : `${filePath}${ARCHIVE_ENDING}`;
    },
    async whichToOpen() {
      const options: OpenDialogOptions = {
        title: texts().backupFile.open,
        filters: filters(),
        properties: ['openFile'],
      };
      const window = above();
      const asked = window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
      const { filePaths } = await asked;
      return filePaths[0] ?? null;
    },
  };
}
