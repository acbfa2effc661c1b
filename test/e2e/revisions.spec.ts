// Earlier versions of a post: there without being asked for, compared word by word, and back with one key.
import type { Language } from '../../renderer/i18n/language.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, expect, type Opened, openPractice, test } from './desk.ts';

const TITLE = 'Десет часа до Видин';
const FIRST = 'Влакът тръгва в шест и десет.';
const MORE = ' Пътниците седят отляво, после се местят отдясно, без никой да им е казал.'.repeat(3);

/** A draft that was begun, and then went on for more than two sentences at once. */
async function write({ desk, page }: Opened): Promise<void> {
  await desk.writing.type(TITLE, FIRST);
  await expect(desk.status.saved).toBeVisible();
  await page.keyboard.insertText(MORE);
  await expect(desk.writing.versions.button).toHaveText(desk.writing.versions.count(2));
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`a version is seen, compared and restored by keyboard, and that is undone (${language})`, async ({
    open,
  }) => {
    const app = await open({ language });
    const { desk, page } = app;
    const { versions } = desk.writing;
    await desk.welcome.startPost.click();
    await write(app);

    await page.keyboard.press('ControlOrMeta+Shift+H');
    await expect(versions.list).toBeFocused();
    await expect(versions.rows).toHaveCount(1);
    await expect(versions.chosen).toContainText(versions.kind('edited'));
    await expect(versions.added).toContainText('Пътниците седят отляво');
    await expect(versions.deleted).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(versions.dialog).toBeHidden();
    await expect(desk.writing.body).toBeFocused();

    // What was typed last is not on disk yet, and must be among the versions.
    await page.keyboard.insertText(' И край.');
    await page.keyboard.press('ControlOrMeta+Shift+H');
    await expect(versions.list).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(versions.dialog).toBeHidden();
    await expect(desk.writing.body).toHaveText(FIRST);
    await expect(desk.writing.title).toHaveValue(TITLE);
    // The first, the one with the two sentences, the one with the last words, and what is there now.
    await expect(versions.button).toHaveText(versions.count(4));

    // The key that takes back letters takes back the restore, too, after those typed since.
    await expect(desk.writing.body).toBeFocused();
    await page.keyboard.insertText('После');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(desk.writing.body).toHaveText(FIRST);
    await expect(versions.undo).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(desk.writing.body).toHaveText(`${FIRST}${MORE} И край.`);
    await expect(versions.undo).toBeHidden();
    await expect(desk.writing.body).toBeFocused();

    await versions.button.click();
    await versions.restore.click();
    await versions.undo.click();
    await expect(versions.undo).toBeHidden();
    await expect(versions.button).toBeFocused();
  });
}

test('what is focused while the dialog still fades out keeps the focus', async ({ open }) => {
  const app = await open();
  const { desk, page } = app;
  const { versions, body } = desk.writing;
  await desk.welcome.startPost.click();
  await write(app);
  await versions.button.click();
  await expect(versions.list).toBeFocused();
  await page.evaluate(() => document.documentElement.style.setProperty('--leave', '600s'));
  await page.keyboard.press('Escape');
  await expect(page.locator('.dialog[data-ending-style]')).toBeVisible();
  await body.focus();
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(versions.dialog).toHaveCount(0);
  await expect(body).toBeFocused();
});

test('after a kill every version is there, newest first, and the arrow keys go through them', async ({
  open,
}) => {
  const first = await open();
  await first.desk.welcome.startPost.click();
  await write(first);
  await first.desk.writing.versions.button.click();
  await first.desk.writing.versions.restore.click();
  await expect(first.desk.writing.versions.button).toHaveText(first.desk.writing.versions.count(3));
  await expect(first.desk.status.saved).toBeVisible();
  await first.kill();

  const { desk, page } = await open();
  const { versions } = desk.writing;
  await expect(desk.writing.body).toHaveText(FIRST);
  await expect(versions.button).toHaveText(versions.count(3));
  await versions.button.click();
  await expect(versions.rows).toHaveText([
    new RegExp(versions.kind('restored')),
    new RegExp(versions.kind('edited')),
  ]);
  await expect(versions.deleted).toContainText('Пътниците седят отляво');
  await page.keyboard.press('ArrowDown');
  await expect(versions.chosen).toContainText(versions.kind('edited'));
  await expect(versions.comparison).toContainText(desk.t('revisions:sameAsNow'));
  await page.keyboard.press('Home');
  await expect(versions.chosen).toContainText(versions.kind('restored'));
  await page.keyboard.press('Escape');
  await expect(versions.button).toBeFocused();
});

test('times of versions and of drafts that are only here are by the clock of this computer', async ({
  open,
}) => {
  const app = await open({ env: { TZ: 'America/New_York' } });
  const { desk, page } = app;
  const { versions } = desk.writing;
  await openPractice(desk);
  await desk.navigation.newPost.click();
  await write(app);
  await expect(desk.writing.row('all', TITLE).getByRole('time').first()).toHaveAttribute(
    'title',
    /\(America\/New York\)$/,
  );
  await versions.button.click();
  const time = versions.chosen.getByRole('time');
  const here = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' });
  const at = here.format(new Date((await time.getAttribute('datetime')) ?? ''));
  await expect(time).toHaveText(at);
  await expect(versions.comparison.getByRole('time')).toContainText(at);
  await versions.restore.click();
  await expect(page.getByText(desk.t('revisions:restored', { version: '' })).first()).toContainText(at);
});

test('a post without earlier versions says so; the palette opens them, too', async ({ open }) => {
  const { desk, page } = await open();
  const { versions } = desk.writing;
  await openPractice(desk);
  await desk.navigation.newPost.click();
  await desk.writing.type(TITLE, '');
  await expect(versions.button).toHaveText(versions.count(1));
  await desk.palette.open();
  await desk.palette.input.fill(desk.t('revisions:command', { title: TITLE }));
  await page.keyboard.press('Enter');
  await expect(versions.dialog).toContainText(desk.t('revisions:emptyTitle'));
  await expect(versions.restore).toHaveCount(0);
});

test('a title without end leaves room for what is asked', async ({ open }) => {
  const { desk, page } = await open();
  const { versions, title } = desk.writing;
  await desk.welcome.startPost.click();
  await desk.writing.type(TITLE, FIRST);
  await expect(desk.status.saved).toBeVisible();
  await title.focus();
  await page.keyboard.insertText('Ю'.repeat(10_000));
  // Anything else takes Chromium seconds, at each letter.
  await expect(title).toHaveCSS('word-break', 'break-all');
  await versions.button.click();
  const heading = versions.dialog.getByRole('heading', { level: 2 });
  const box = await heading.evaluate((h) => [h.clientHeight < 150, h.scrollWidth <= h.clientWidth]);
  expect(box).toEqual([true, true]);
  await expect(versions.restore).toBeInViewport();
});

test('a long post is compared without the window stopping for long', async ({ open }) => {
  const { desk, page } = await open();
  const { versions } = desk.writing;
  await desk.welcome.startPost.click();
  await desk.writing.type(TITLE, FIRST);
  await expect(desk.status.saved).toBeVisible();
  // By the bridge: typing so much is not what this is about.
  await page.evaluate(async () => {
    const { posts } = globalThis.copydesk;
    const list = await posts.list({ siteId: null, filter: 'all', offset: 0, limit: 1 });
    const postId = (list.ok && list.value.rows[0]?.id) || '';
    const line = (turn: number, word: string) => `<p>Ред ${turn}: влакът ${word} на всяка гара.</p>\n`;
    for (const word of ['спира', 'чака']) {
      const post = await posts.get({ postId });
      if (!post.ok) throw new Error('No post');
      const { revision: expectedRevision, title } = post.value;
      const body = Array.from({ length: 6000 }, (_, turn) => line(turn, word)).join('');
      await posts.save({ postId, expectedRevision, title, body });
    }
  });
  await expect(versions.button).toHaveText(versions.count(3));
  await versions.button.click();
  await expect(versions.deleted.first()).toContainText('спира');
  await expect(versions.added.first()).toContainText('чака');
  await page.keyboard.press('Escape');
  await expect(versions.dialog).toBeHidden();
});

test.describe('with a blog', () => {
  let wp: WordPress;
  withWordPress((started) => {
    wp = started;
  });

  test('what the site has confirmed is a version of its own', async ({ open }) => {
    const app = await open();
    const { desk, page } = app;
    const { versions } = desk.writing;
    await connect(desk, wp);
    await desk.navigation.newPost.click();
    await write(app);
    await desk.writing.send('publish').click();
    await expect(desk.writing.note(desk.t('writing:publish.same'))).toBeVisible();
    await desk.writing.body.press('ControlOrMeta+End');
    await page.keyboard.insertText(' И още нещо.');
    await versions.button.click();
    await expect(versions.rows.first()).toContainText(versions.kind('published'));
    await expect(versions.added).toContainText('И още нещо.');
  });
});
