// Backing up and restoring as a person does it: from the menu or the settings, with what the system asks answered.
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, type Opened } from './desk.ts';

/** The person chooses this file wherever the system asks for one, and a restart only ends the app. */
export const choosing = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ app: electron, dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    electron.relaunch = () => {};
  }, file);

/** Chooses an item of the native menu. */
export const menu = ({ app }: Pick<Opened, 'app'>, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);

const ended = (app: ElectronApplication) =>
  new Promise<void>((resolve) => app.process().once('exit', () => resolve()));

/** Saves the library to a file and waits until that is said. */
export async function backUpTo(opened: Opened, file: string): Promise<void> {
  await choosing(opened.app, file);
  await menu(opened, 'back-up');
  await expect(opened.page.getByText(path.basename(file))).toBeVisible();
}

/** Writes a draft and saves the library to a file; answers which. */
export async function backUpDraft(
  opened: Opened,
  userData: string,
  draft: { title: string; words: string },
): Promise<string> {
  const { welcome, writing, status } = opened.desk;
  const file = path.join(userData, '..', 'Copydesk.copydesk-backup');
  await welcome.startPost.click();
  await writing.type(draft.title, draft.words);
  await expect(status.saved).toBeVisible();
  await backUpTo(opened, file);
  return file;
}

/** Opens a file, up to the question whether it is to replace the library. */
export async function offerFrom(opened: Opened, file: string): Promise<void> {
  await choosing(opened.app, file);
  await menu(opened, 'restore');
  await expect(opened.desk.backups.question).toBeVisible();
}

/** Answers the question and waits for the end of the app. */
export async function replaced({ app, desk }: Opened): Promise<void> {
  const end = ended(app);
  await desk.backups.replace.click();
  await end;
}

/** Restores a file and waits for the end of the app. */
export async function restoreFrom(opened: Opened, file: string): Promise<void> {
  await offerFrom(opened, file);
  await replaced(opened);
}

/** Restores the newest of the kept backups, from the settings, and waits for the end of the app. */
export async function restoreNewest(opened: Opened): Promise<void> {
  const { app, desk } = opened;
  await choosing(app, 'nowhere');
  await desk.navigation.to('settings');
  await desk.backups.rows.first().getByRole('button').click();
  await expect(desk.backups.question).toBeVisible();
  await replaced(opened);
}
