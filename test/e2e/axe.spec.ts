// Every view and state, light and dark, in both languages, before axe: no violation of WCAG 2.2 A and AA, and none of
// axe's best practices.
import type { Language } from '../../renderer/i18n/language.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { expectAccessible } from './accessible.ts';
import { withWordPress } from './blog.ts';
import { connect, expect, type Opened, test } from './desk.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

async function lookAtComments({ desk, page }: Opened): Promise<void> {
  const { comments } = desk;
  await page.keyboard.press('ControlOrMeta+1');
  await expect(comments.current).toBeVisible();
  await expectAccessible(page, 'comments');
  await page.keyboard.press('t');
  await expect(comments.article(1, thread.comments[0]?.author ?? '')).toBeVisible();
  await expectAccessible(page, 'comments, the whole thread');
  await page.keyboard.press('r');
  await page.keyboard.type('Благодаря, че писахте.');
  await expect(comments.reply.saved).toBeVisible();
  await expectAccessible(page, 'reply');
  await page.keyboard.press('Escape');
  await desk.navigation.to('trash');
  await expect(comments.empty('trash')).toBeVisible();
  await expectAccessible(page, 'empty list');
}

async function lookAtDialogs({ desk, page }: Opened): Promise<void> {
  await page.keyboard.press('?');
  await expect(desk.keys).toBeVisible();
  await expectAccessible(page, 'keys');
  await page.keyboard.press('Escape');
  await desk.palette.open();
  await expectAccessible(page, 'palette');
  await desk.palette.input.fill('щщщ');
  await expectAccessible(page, 'palette, nothing found');
  await page.keyboard.press('Escape');
  await desk.navigation.connectAnother.click();
  await expect(desk.connectDialog.address).toBeFocused();
  await expectAccessible(page, 'connect dialog');
  await page.keyboard.press('Escape');
}

async function lookAtWriting({ desk, page }: Opened): Promise<void> {
  const { writing, navigation, t } = desk;
  await navigation.to('allPosts');
  await expectAccessible(page, 'posts');
  await navigation.newPost.click();
  await expectAccessible(page, 'new post');
  await writing.type('Заглавие', 'Първо изречение. A second one.');
  await expect(desk.status.saved).toBeVisible();
  await expectAccessible(page, 'editor and publishing panel');
  await writing.versions.button.click();
  await expect(writing.versions.dialog).toBeVisible();
  await expectAccessible(page, 'versions, only one');
  await page.keyboard.press('Escape');
  await expect(writing.versions.dialog).toBeHidden();
  await writing.send('publish').click();
  await expect(writing.note(t('writing:publish.same'))).toBeVisible();
  await writing.mode('read').click();
  await expect(writing.editor.getByRole('article').first()).toBeVisible();
  await expectAccessible(page, 'reading');
  await writing.mode('write').click();
  await writing.versions.button.click();
  await expect(writing.versions.rows).toHaveCount(1);
  await expectAccessible(page, 'versions');
  await page.keyboard.press('Escape');
  // Until then the focus goes back to where the dialog was opened.
  await expect(writing.versions.dialog).toBeHidden();
}

/** Both sides change the open post. */
async function lookAtConflict({ desk, page }: Opened): Promise<void> {
  const { writing, outbox } = desk;
  await wp.php(
    `$post = get_posts(['title' => 'Заглавие'])[0];
     wp_update_post(['ID' => $post->ID, 'post_content' => 'Друго изречение.']);`,
  );
  await writing.body.press('ControlOrMeta+End');
  await page.keyboard.type(' И трето.');
  await writing.send('update').click();
  await expect(writing.conflict.compare).toBeVisible();
  await expectAccessible(page, 'conflict');
  await writing.conflict.compare.click();
  await expect(writing.conflict.dialog).toBeVisible();
  await expectAccessible(page, 'conflict dialog');
  await page.keyboard.press('Escape');
  await desk.navigation.to('outbox');
  await expect(outbox.rows('needsYou')).toHaveCount(1);
  await expectAccessible(page, 'outbox, one failed');
}

async function lookAtOutbox({ desk, page }: Opened): Promise<void> {
  await wp.goOffline();
  await desk.navigation.to('pending');
  await expect(desk.comments.current).toBeVisible();
  await page.keyboard.press('a');
  await expect(desk.comments.rows('pending')).toHaveCount(1);
  await expectAccessible(page, 'comments, offline, with what was done');
  await desk.navigation.to('outbox');
  await expect(desk.outbox.rows('waiting')).toHaveCount(1);
  await expectAccessible(page, 'outbox, one waiting');
}

async function lookAtNarrowWindow({ app, desk, page }: Opened): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.setContentSize(900, 700));
  await page.waitForFunction(() => innerWidth === 900);
  await desk.navigation.to('pending');
  await expect(desk.comments.current).toBeVisible();
  await expectAccessible(page, 'comments, narrow');
  await page.keyboard.press('ControlOrMeta+2');
  await desk.writing.openPanel.click();
  await expect(desk.writing.panel).toBeVisible();
  await expectAccessible(page, 'publishing panel, narrow');
}

/** In the settings: a backup that is kept, and the question before it is restored. */
async function lookAtBackups({ desk, page }: Opened): Promise<void> {
  const { backups } = desk;
  await backups.now.click();
  await expect(backups.rows).toHaveCount(1);
  await expectAccessible(page, 'settings, with a backup');
  await backups.rows.getByRole('button').click();
  await expect(backups.question).toBeVisible();
  await expectAccessible(page, 'before a restore');
  await page.keyboard.press('Escape');
  await expect(backups.question).toBeHidden();
}

/** A second site: the menu that chooses between them, what is said of both, and the dialog for another password. */
async function lookAtTwoSites({ desk, page }: Opened): Promise<void> {
  const { navigation, settings, t } = desk;
  await navigation.to('settings');
  await settings.openPractice.click();
  await expect(desk.comments.current).toBeVisible();
  await navigation.scope.click();
  await expect(navigation.scopeChoice(t('common:list.allSites'))).toBeVisible();
  await expectAccessible(page, 'menu of sites');
  await page.keyboard.press('Escape');
  await navigation.to('settings');
  await settings.copyPath.click();
  await expect(navigation.note).toContainText(t('settings:library.copied'));
  await expectAccessible(page, 'settings, two sites, with a note');
  await page.getByRole('button', { name: t('settings:sites.changePassword') }).click();
  await expect(desk.newPasswordDialog.password).toBeFocused();
  await expectAccessible(page, 'another password');
  await page.keyboard.press('Escape');
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`axe finds nothing in any view (${language})`, async ({ open }) => {
    const opened = await open({ language });
    const { desk, page } = opened;
    await expect(desk.welcome.heading).toBeVisible();
    await expectAccessible(page, 'welcome');
    await desk.welcome.connect.submit.click();
    await expect(desk.welcome.connect.address).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page, 'welcome with an error');
    await connect(desk, wp);
    await lookAtComments(opened);
    await lookAtDialogs(opened);
    await desk.navigation.to('settings');
    await expect(desk.settings.root).toBeVisible();
    await expectAccessible(page, 'settings');
    await lookAtBackups(opened);
    await desk.navigation.to('outbox');
    await expect(desk.outbox.empty).toBeVisible();
    await expectAccessible(page, 'outbox, empty');
    await lookAtWriting(opened);
    await lookAtConflict(opened);
    await lookAtOutbox(opened);
    await lookAtNarrowWindow(opened);
    await lookAtTwoSites(opened);
  });
}
