// A restore replaces what is on the disk; what is only on the screen must be there before, or nothing is replaced.
import path from 'node:path';
import { expect, type Opened, openPractice, test } from './desk.ts';
import { backUpDraft, backUpTo, offerFrom, replaced, restoreNewest } from './restoring.ts';

const TITLE = 'Три дни в Родопите';
const SAVED = 'Тръгнахме от Смолян.';
const TYPED = ' И това още не е записано.';
const REPLY = 'Благодаря, ще проверя!';

/** From now on nothing is saved by itself: the timers of the page that wait for a pause in typing never come. */
const stopSaving = ({ page }: Opened) =>
  page.evaluate(() => {
    const real = window.setTimeout;
    const patient = (run: () => void, ms = 0) => (ms >= 200 ? 0 : real(run, ms));
    Object.assign(window, { setTimeout: patient });
  });

test('words of a post that were typed a moment before are in what the restore keeps', async ({
  open,
  userData,
}) => {
  const first = await open();
  const file = await backUpDraft(first, userData, { title: TITLE, words: SAVED });
  await stopSaving(first);
  await first.desk.writing.body.press('ControlOrMeta+End');
  await first.page.keyboard.insertText(TYPED);
  await offerFrom(first, file);
  await expect(first.desk.status.saved).toBeHidden();
  await replaced(first);

  const second = await open();
  await expect(second.desk.writing.body).toHaveText(SAVED);
  await restoreNewest(second);
  const third = await open();
  await third.desk.navigation.to('allPosts');
  await third.desk.writing.row('all', TITLE).click();
  await expect(third.desk.writing.body).toHaveText(SAVED + TYPED);
});

test('words of a reply that were typed a moment before are in what the restore keeps', async ({
  open,
  userData,
}) => {
  const file = path.join(userData, '..', 'Copydesk.copydesk-backup');
  const first = await open();
  await openPractice(first.desk);
  await backUpTo(first, file);
  await first.desk.navigation.to('pending');
  await first.page.keyboard.press('r');
  await expect(first.desk.comments.reply.text).toBeFocused();
  await stopSaving(first);
  await first.page.keyboard.insertText(REPLY);
  await offerFrom(first, file);
  await expect(first.desk.comments.reply.saved).toBeHidden();
  await replaced(first);

  const second = await open();
  await expect(second.desk.status.synced).toBeVisible();
  await restoreNewest(second);
  const third = await open();
  await third.desk.navigation.to('pending');
  await expect(third.desk.comments.reply.text).toHaveValue(REPLY);
});
