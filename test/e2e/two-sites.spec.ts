// Two blogs in one window: keys act on what the list beside them holds, never on what was open before.
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { expect, openPractice, test } from './desk.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

test('a key pressed after the lists turned to another site decides there', async ({ open }) => {
  const { desk, page } = await open();
  await openPractice(desk);
  await desk.navigation.to('pending');
  await expect(desk.comments.current).toBeVisible();
  const practice = await desk.navigation.count('pending');
  await desk.navigation.connectAnother.click();
  const { login, password } = wp.users.admin;
  await desk.connectDialog.send({ address: wp.url, login, password });
  await expect.poll(() => desk.navigation.count('pending')).toBe(thread.pending.length);
  await expect(desk.writing.title).toBeHidden();

  await desk.navigation.to('pending');
  const [first] = thread.pending;
  await expect(desk.comments.current).toContainText(first?.author ?? 'nobody');
  await page.keyboard.press('a');
  await expect.poll(() => desk.navigation.count('pending')).toBe(thread.pending.length - 1);
  const stored = () =>
    wp.sql(`select comment_approved status from wp_comments where comment_ID = ${first?.id}`);
  await expect.poll(stored).toEqual([{ status: '1' }]);
  await expect(desk.status.allSent).toBeVisible();
  await desk.navigation.narrowTo(null);
  await expect.poll(() => desk.navigation.count('pending')).toBe(practice + thread.pending.length - 1);
});
