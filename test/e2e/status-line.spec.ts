// The line at the foot of the window says only what is known.
import { expect, openPractice, test } from './desk.ts';

test('until it is known what waits, nothing is called sent', async ({ open }) => {
  const { app, page, desk } = await open();
  await openPractice(desk);
  await expect(desk.status.allSent).toBeVisible();

  // As with a large library, of which the sites are known long before all of it is loaded.
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('outbox.counts');
    ipcMain.handle('outbox.counts', () => new Promise(() => {}));
  });
  await page.reload();
  await expect(desk.status.synced).toBeVisible();
  await expect(desk.status.allSent).toBeHidden();
});
