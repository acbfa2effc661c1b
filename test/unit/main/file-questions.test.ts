import { beforeEach, expect, test, vi } from 'vitest';
import { fileQuestions } from '../../../main/file-questions.ts';
import { nativeTexts } from '../../../main/native-texts.ts';
import { app, dialog, resetElectron } from '../../support/electron-double.ts';

vi.mock('electron', () => import('../../support/electron-double.ts'));
beforeEach(() => {
  resetElectron();
  app.paths.documents = '/home/mila/Documents';
});

const questions = () =>
  fileQuestions(
    () => null,
    () => nativeTexts('en'),
  );
const NAME = 'Copydesk 2026-11-22.copydesk-backup';

test('a backup is offered to be saved among the documents, and gets its ending wherever it is', async () => {
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: '/media/usb/mine' });
  expect(await questions().whereToSave(NAME)).toBe('/media/usb/mine.copydesk-backup');
  expect(dialog.showSaveDialog).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      title: 'Back up library to a file',
      defaultPath: `/home/mila/Documents/${NAME}`,
      filters: [{ name: 'Copydesk backup', extensions: ['copydesk-backup'] }],
    }),
  );
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: `/media/${NAME}` });
  expect(await questions().whereToSave(NAME)).toBe(`/media/${NAME}`);
});

test('one file is chosen, or none', async () => {
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [`/media/${NAME}`] });
  expect(await questions().whichToOpen()).toBe(`/media/${NAME}`);
  expect(await questions().whichToOpen()).toBeNull();
  expect(await questions().whereToSave(NAME)).toBeNull();
});
