// An earlier version is restored while its post is on its way, stands in two versions, or may only be read.
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, expect, type Opened, test } from './desk.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

const TITLE = 'Десет часа до Видин';
const FIRST = 'Влакът тръгва в шест и десет, ако не вали.';
const SECOND = `${FIRST} А вали.`;
const THEIRS = 'Тръгва в седем, поправка на редактора.';

const onSite = async () =>
  (
    await wp.sql(
      `SELECT post_content body FROM wp_posts WHERE post_type <> 'revision' AND post_title = '${TITLE}'`,
    )
  ).map(({ body }) => body);

const changeThere = () =>
  wp.php(
    `$post = get_page_by_path('deset-chasa-do-vidin', OBJECT, 'post');
     wp_update_post(wp_slash(['ID' => $post->ID, 'post_content' => $input]));`,
    THEIRS,
  );

/** Publishes the first text, and writes the second here. */
async function published({ desk, page }: Opened): Promise<void> {
  await connect(desk, wp);
  await desk.navigation.newPost.click();
  await desk.writing.type(TITLE, FIRST);
  await desk.writing.send('publish').click();
  await expect(desk.writing.note(desk.t('writing:publish.same'))).toBeVisible();
  await desk.writing.body.press('ControlOrMeta+End');
  await page.keyboard.insertText(' А вали.');
  await expect(desk.status.saved).toBeVisible();
}

/** Restores the oldest version, which is what was published. */
async function restoreFirst({ desk, page }: Opened): Promise<void> {
  const { versions, body } = desk.writing;
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(versions.dialog).toBeHidden();
  await expect(body).toHaveText(FIRST);
}

test('while it is being sent: what left arrives, and what was restored waits here to be sent', async ({
  open,
}) => {
  const app = await open();
  const { writing, status, t } = app.desk;
  await published(app);
  const held = Promise.withResolvers<void>();
  wp.faults.next({ method: 'POST', path: /\/posts\/\d+/ }, { kind: 'delay', until: held.promise });
  await writing.send('update').click();
  await expect.poll(() => wp.faults.hits.delay).toBe(1);
  await restoreFirst(app);
  await expect(writing.panel).toContainText(t('writing:publish.newerHere'));
  held.resolve();
  await expect(status.allSent).toBeVisible();
  await expect(writing.note(t('writing:publish.unsent'))).toBeVisible();
  await expect(writing.body).toHaveText(FIRST);
  expect(await onSite()).toEqual([SECOND]);
  await writing.send('update').click();
  await expect(writing.note(t('writing:publish.same'))).toBeVisible();
  expect(await onSite()).toEqual([FIRST]);
});

test('while it waits to be sent: the outbox keeps the words it was given until it is given others', async ({
  open,
}) => {
  const app = await open();
  const { writing, status, t } = app.desk;
  await published(app);
  await wp.goOffline();
  await writing.send('update').click();
  await expect(status.waiting(1)).toBeVisible();
  await restoreFirst(app);
  await expect(writing.panel).toContainText(t('writing:publish.newerHere'));
  await writing.send('update').click();
  await expect(writing.send('update')).toBeDisabled();
  await wp.goOnline();
  await app.page.keyboard.press('F5');
  await expect(writing.note(t('writing:publish.same'))).toBeVisible();
  expect(await onSite()).toEqual([FIRST]);
});

test('in two versions: what was restored is the one of here, and neither is lost by choosing', async ({
  open,
}) => {
  const app = await open();
  const { writing, navigation, t } = app.desk;
  const { conflict } = writing;
  await published(app);
  await changeThere();
  await app.page.keyboard.press('F5');
  await expect(conflict.compare).toBeVisible();
  await restoreFirst(app);
  await conflict.compare.click();
  await expect(conflict.added).toContainText(['Тръгва', 'седем', 'поправка на редактора']);
  await conflict.takeTheirs.click();
  await expect(writing.body).toHaveText(THEIRS);
  expect(await onSite()).toEqual([THEIRS]);
  await expect(writing.versions.button).toHaveText(writing.versions.count(4));
  await navigation.to('drafts');
  await expect(writing.row('drafts', TITLE)).toContainText(t('writing:aside.mine'));
});

test('may only be read: its versions are shown, and neither key nor button restores one', async ({
  open,
}) => {
  const app = await open();
  const { writing, navigation, t } = app.desk;
  const { versions } = writing;
  await wp.seed(`wp_insert_post(wp_slash(['post_title' => '${TITLE}', 'post_content' => '${FIRST}',
    'post_name' => 'deset-chasa-do-vidin', 'post_status' => 'publish', 'post_author' => 1]));`);
  await connect(app.desk, wp, 'author');
  await changeThere();
  await app.page.keyboard.press('F5');
  await navigation.to('published');
  await writing.row('published', TITLE).click();
  await expect(versions.button).toHaveText(versions.count(2));
  await app.page.keyboard.press('ControlOrMeta+Shift+H');
  await expect(versions.dialog).toContainText(t('revisions:leadReadOnly'));
  await expect(versions.restore).toBeDisabled();
  await expect(versions.rows).toHaveCount(1);
  await expect(versions.list).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(versions.dialog).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(writing.panel).not.toContainText(t('writing:publish.unsent'));
  expect(wp.faults.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});
