// Moderating a real WordPress by keyboard: what was decided is on the blog's public page, and nothing else changed.
import type { Page } from '@playwright/test';
import { readPublicPage } from '../support/public-thread.ts';
import { rest } from '../wordpress/rest.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, expect, openPractice, test } from './desk.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

/** The comment that waits longest, which is the first in the list. */
const oldest = () => {
  const [first] = thread.pending;
  if (first === undefined) throw new Error('The thread has no pending comment');
  return first;
};

/** Every column of the comments, status included, by id. */
const stored = async () => {
  const rows = await wp.sql('SELECT * FROM wp_comments ORDER BY comment_ID');
  return new Map(rows.map((row) => [Number(row.comment_ID), row]));
};

/** Presses a key as a keyboard with that layout does: `key` is what is printed on it, `code` where it lies. */
async function pressKey(page: Page, key: string, code: string): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const at = {
    key,
    code,
    windowsVirtualKeyCode: code.charCodeAt(3),
    nativeVirtualKeyCode: code.charCodeAt(3),
  };
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...at });
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...at });
  await devTools.detach();
}

test('a thread is numbered as its readers see it, and J and K walk through what waits', async ({ open }) => {
  const { desk, page } = await open();
  await connect(desk, wp);
  await page.keyboard.press('ControlOrMeta+1');
  const { comments } = desk;
  await expect(comments.list('pending')).toBeFocused();
  await expect(comments.rows('pending')).toHaveCount(2);
  // A pending comment shows the number it would get.
  await expect(comments.current).toHaveAccessibleName(`${oldest().author}, #7 if approved`);

  await page.keyboard.press('t');
  const readers = (await readPublicPage(thread.url)).comments;
  expect(readers).toHaveLength(11);
  for (const { number, author } of readers) await expect(comments.article(number, author)).toBeVisible();

  await page.keyboard.press('j');
  await expect(comments.current).toHaveAccessibleName('Eli Whitmore, #11 if approved');
  await page.keyboard.press('j');
  await expect(comments.current).toHaveAccessibleName('Eli Whitmore, #11 if approved');
  await page.keyboard.press('k');
  await expect(comments.current).toHaveAccessibleName(`${oldest().author}, #7 if approved`);
  await expect(comments.list('pending')).toBeFocused();
});

test('what a comment answers is in sight above it, and a thread holds as many as its head says', async ({
  open,
}) => {
  const { desk, page } = await open();
  const { comments } = desk;
  await connect(desk, wp);
  await desk.navigation.to('approved');
  await comments.row('approved', 'Аз съм карал тая линия').click();
  await expect(comments.current).toHaveAccessibleName('#9 бай Пешо');
  await expect(comments.article(5, 'Георги Илиев')).toBeVisible();
  await expect(comments.fold('earlier', 4)).toBeVisible();
  await expect(comments.fold('between', 3)).toBeVisible();
  await expect(comments.headCount(14)).toBeVisible();
  expect(await comments.countable()).toBe(14);

  // Enter goes from the list into the thread, and another comment of it is one click away.
  await page.keyboard.press('Enter');
  await expect(comments.current).toBeFocused();
  await comments.fold('between', 3).press('Enter');
  await expect(comments.thread.getByRole('article')).toHaveCount(14);
  await comments.article(10, 'Георги Илиев').getByRole('button', { name: 'in reply to #9' }).click();
  await expect(comments.current).toBeFocused();
  // What is decided from inside the thread leaves with its article, and the focus must not be lost with it.
  await page.keyboard.press('u');
  await expect(comments.list('approved')).toBeFocused();
  await expect(comments.headCount(14)).toBeVisible();
});

test('what was done is never said over the comment under the cursor', async ({ open }) => {
  const { desk, page } = await open({ size: { width: 1000, height: 640 } });
  const { comments } = desk;
  await openPractice(desk);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(comments.list('pending')).toBeFocused();
  const edges = async () => {
    const row = await comments.cursorRow('pending').boundingBox();
    const toast = await comments.undo.boundingBox();
    return { below: (row?.y ?? 0) + (row?.height ?? 0), above: toast?.y ?? 0 };
  };
  // The list becomes lower under the cursor when the first toast comes, and the last row must be in reach.
  for (const keys of [['j', 'j', 'j', 'j', 'j', 'j', 's'], ['End'], ['s']]) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(comments.undo).toBeVisible();
    await expect.poll(async () => (await edges()).below - (await edges()).above).toBeLessThanOrEqual(0);
  }
});

for (const [layout, key] of [
  ['a Latin', 'a'],
  ['the phonetic Bulgarian', 'а'],
  ['the BDS Bulgarian', 'ь'],
] as const) {
  test(`approving with the A of ${layout} layout puts the comment on the public page`, async ({ open }) => {
    const before = await stored();
    const { desk, page } = await open();
    const { comments, t } = desk;
    await connect(desk, wp);
    await page.keyboard.press('ControlOrMeta+1');
    await expect(comments.current).toHaveAccessibleName(`${oldest().author}, #7 if approved`);
    await pressKey(page, key, 'KeyA');

    await expect(comments.said(t('comments:done.approve', { name: oldest().author }))).toBeVisible();
    await expect(comments.rows('pending')).toHaveCount(1);
    await expect(comments.list('pending')).toBeFocused();
    const asked = () => rest(wp, 'admin', `wp/v2/comments/${oldest().id}?context=edit`);
    await expect.poll(async () => (await asked()).body).toMatchObject({ status: 'approved' });
    await expect(desk.status.allSent).toBeVisible();
    const onPage = (await readPublicPage(thread.url)).comments.find(({ id }) => id === oldest().id);
    expect(onPage).toMatchObject({ author: oldest().author, number: 7 });
    const after = await stored();
    const expected = { ...before.get(oldest().id), comment_approved: '1' };
    expect(after.get(oldest().id)).toEqual(expected);
    after.delete(oldest().id);
    before.delete(oldest().id);
    expect(after).toEqual(before);
  });
}

test('the keys of a BDS layout count by their place: its "а" lies on D and means trash', async ({ open }) => {
  const { desk, page } = await open();
  await connect(desk, wp);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(desk.comments.current).toHaveAccessibleName(`${oldest().author}, #7 if approved`);
  await pressKey(page, 'а', 'KeyD');
  const name = oldest().author;
  await expect(desk.comments.said(desk.t('comments:done.trash', { name }))).toBeVisible();
  await expect.poll(async () => (await stored()).get(oldest().id)?.comment_approved).toBe('trash');
  await expect(desk.status.allSent).toBeVisible();
});

test('spam, trash, unapprove and undo reach the blog, are said aloud and keep the focus', async ({
  open,
}) => {
  const before = await stored();
  const statusOf = async (id: number) => (await stored()).get(id)?.comment_approved;
  const { desk, page } = await open();
  const { comments, status, t } = desk;
  await connect(desk, wp);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(comments.current).toHaveAccessibleName(`${oldest().author}, #7 if approved`);
  const { author: name, id } = oldest();

  await page.keyboard.press('s');
  await expect(comments.said(t('comments:done.spam', { name }))).toBeVisible();
  await expect.poll(() => statusOf(id)).toBe('spam');
  await expect(comments.current).toHaveAccessibleName(/Eli Whitmore/);
  await page.keyboard.press('d');
  await expect(comments.said(t('comments:done.trash', { name: 'Eli Whitmore' }))).toBeVisible();
  await expect(comments.empty('pending')).toBeVisible();
  await expect(desk.focused, 'the focus is somewhere although the list has gone').toHaveCount(1);

  // The newest decision first, then the one before it.
  await page.keyboard.press('z');
  await expect(comments.said(t('comments:done.undone', { name: 'Eli Whitmore' }))).toBeVisible();
  await page.keyboard.press('z');
  await expect(comments.said(t('comments:done.undone', { name }))).toBeVisible();
  await expect(comments.rows('pending')).toHaveCount(2);
  await expect(comments.list('pending')).toBeFocused();
  for (const comment of thread.pending) await expect.poll(() => statusOf(comment.id)).toBe('0');
  await expect(status.allSent).toBeVisible();

  await desk.navigation.to('approved');
  const newest = thread.comments.at(-1);
  await expect(comments.current).toBeVisible();
  await page.keyboard.press('j'); // past the comment that every new WordPress has
  await expect(comments.current).toHaveAccessibleName(new RegExp(`${newest?.author}$`));
  await page.keyboard.press('u');
  await expect(comments.said(t('comments:done.hold', { name: newest?.author ?? '' }))).toBeVisible();
  await expect.poll(() => statusOf(newest?.id ?? 0)).toBe('0');
  await expect(desk.focused).toHaveCount(1);
  await expect.poll(async () => (await readPublicPage(thread.url)).comments.length).toBe(10);

  // WordPress itself marks the links of every comment it saves, as it would have done when the comment came in.
  const withoutStatus = (rows: Awaited<ReturnType<typeof stored>>) =>
    [...rows.values()].map(({ comment_approved: _, comment_content: text, ...rest }) => ({
      ...rest,
      text: text?.replace(' rel="nofollow ugc"', ''),
    }));
  expect(withoutStatus(await stored())).toEqual(withoutStatus(before));
});
