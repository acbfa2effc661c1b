// Several sites in one window: told apart where their titles are the same, and all within reach in any window.
import type { Language } from '../../renderer/i18n/language.ts';
import { seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { expect, type Opened, openPractice, test } from './desk.ts';

/** The title of the practice blog. */
const TITLE = 'Бавни влакове';
let wp: WordPress;

withWordPress(async (started) => {
  wp = started;
  await seedThread(wp);
  await wp.php(`update_option('blogname', '${TITLE}');`);
});

/** Connects through the bridge, as someone has connected before. */
const connectBefore = ({ page }: Opened, who: 'admin' | 'editor') =>
  page.evaluate(
    ({ address, login, password }) =>
      globalThis.copydesk.sites.connect({ address, login, password, keep: 'session' }),
    { address: wp.url, ...wp.users[who] },
  );

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`two sites of one title are told apart wherever they are named (${language})`, async ({ open }) => {
    const opened = await open({ language });
    const { desk, page } = opened;
    const { navigation, settings, t } = desk;
    await openPractice(desk);
    await expect(navigation.site(TITLE)).toHaveAccessibleName(new RegExp(`^${TITLE} \\d+$`, 'u'));
    await connectBefore(opened, 'admin');
    const practice = t('sites:practice');
    const host = new URL(wp.url).host;
    await expect(navigation.site(`${TITLE} ${practice}`)).toBeVisible();
    await expect(navigation.site(`${TITLE} ${host}`)).toBeVisible();

    await navigation.narrowTo(host);
    await expect(navigation.scope).toContainText(host);
    await expect(page).toHaveTitle(new RegExp(`${TITLE} \\(${host}\\) – Copydesk$`, 'u'));
    await expect(navigation.site(`${TITLE} ${host}`)).toHaveAttribute('aria-current', 'page');
    await desk.palette.open();
    await desk.palette.input.fill(TITLE);
    await expect(desk.palette.result(practice)).toBeVisible();
    await expect(desk.palette.result(host)).toBeVisible();
    await page.keyboard.press('Escape');
    await navigation.to('settings');
    await expect(settings.site(host)).toContainText(TITLE);
    await settings
      .site(host)
      .getByRole('button', { name: t('sites:disconnect.action') })
      .click();
    await expect(page.getByRole('alertdialog')).toContainText(`${TITLE} (${host})`);
  });
}

/** What has come of a blog, as the note in the bar counts it: from the database. */
async function counted({ t }: Opened['desk']): Promise<string> {
  const [posts] = await wp.sql(
    "select count(*) n from wp_posts where post_type = 'post' and post_status <> 'auto-draft'",
  );
  const [comments] = await wp.sql("select count(*) n from wp_comments where comment_approved in ('0', '1')");
  const texts = [
    t('sites:count.posts', { count: Number(posts?.n) }),
    t('sites:count.comments', { count: Number(comments?.n) }),
  ];
  return texts.join(', ');
}

/** Holds requests until the function it answers is called, so that the test can look at what is said meanwhile. */
function hold(path = /./): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  wp.faults.always({ path }, { kind: 'delay', until: promise });
  return resolve;
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`a new site says what has come and opens what waits (${language})`, async ({ open }) => {
    const { desk } = await open({ language });
    const { navigation, welcome, comments, t } = desk;
    const letPostsCome = hold(/wp\/v2\/posts/);
    const letCommentsCome = hold(/wp\/v2\/comments/);
    await welcome.connect.send({ address: wp.url, ...wp.users.admin });
    await expect(navigation.note).toContainText(t('sites:connect.arriving', { title: TITLE }));
    await expect(desk.page.getByRole('heading', { name: t('writing:list.comingTitle') })).toBeVisible();
    letPostsCome();
    await expect(desk.writing.list('all')).toBeVisible();
    letCommentsCome();
    await expect(navigation.note).toContainText(t('sites:connect.arrived', { title: TITLE }));
    await expect(navigation.note).toContainText(await counted(desk));
    await expect(comments.current).toBeVisible();
    await expect(navigation.item('pending')).toHaveAttribute('aria-current', 'page');
    // The keys of the desk work at once.
    await expect(comments.list('pending')).toBeFocused();
  });
}

test('who goes elsewhere while a new site comes is left there, with a way to what waits', async ({
  open,
}) => {
  const opened = await open();
  const { desk, page } = opened;
  const { navigation, connectDialog, t } = desk;
  await openPractice(desk);
  await navigation.connectAnother.click();
  const letCommentsCome = hold(/wp\/v2\/comments/);
  await connectDialog.send({ address: wp.url, ...wp.users.admin });
  const title = `${TITLE} (${new URL(wp.url).host})`;
  await expect(navigation.note).toContainText(t('sites:connect.arriving', { title }));
  await page.keyboard.press('ControlOrMeta+,');
  await expect(desk.settings.root).toBeVisible();
  letCommentsCome();
  await expect(navigation.note).toContainText(t('sites:connect.arrived', { title }));
  await expect(desk.settings.root).toBeVisible();
  await navigation.note.getByRole('button', { name: t('sites:connect.seePending', { count: 2 }) }).click();
  await expect(desk.comments.current).toBeVisible();
  await expect(navigation.scope).toContainText(new URL(wp.url).host);
  await expect(navigation.note).toBeEmpty();
});

test('a dialog that was closed while it connects opens nothing', async ({ open }) => {
  const { desk, page } = await open();
  const { navigation, connectDialog, t } = desk;
  await openPractice(desk);
  const letCommentsCome = hold(/wp\/v2\/comments/);
  const letItConnect = hold();
  await navigation.connectAnother.click();
  await connectDialog.send({ address: wp.url, ...wp.users.admin });
  await expect(connectDialog.submit).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await expect(connectDialog.address).toBeHidden();
  letItConnect();
  const host = new URL(wp.url).host;
  await expect(navigation.note).toContainText(t('sites:connect.arriving', { title: `${TITLE} (${host})` }));
  letCommentsCome();
  await expect(desk.comments.list('pending')).toBeVisible();
  await expect(navigation.scope).toContainText(t('common:list.allSites'));
  // Nothing typed is left behind.
  await navigation.connectAnother.click();
  await expect(connectDialog.address).toHaveValue('');
  await expect(connectDialog.password).toHaveValue('');
});

test('no button of the dialog moves when a problem appears', async ({ open }) => {
  const { desk } = await open({ language: 'bg', size: { width: 900, height: 700 } });
  await openPractice(desk);
  await desk.navigation.connectAnother.click();
  const { submit } = desk.connectDialog;
  const place = await submit.boundingBox();
  await submit.click();
  await expect(desk.connectDialog.address).toHaveAttribute('aria-invalid', 'true');
  expect(await submit.boundingBox()).toEqual(place);
  await desk.connectDialog.send({
    address: wp.url,
    ...wp.users.admin,
    password: 'abcd efgh ijkl mnop qrst uvwx',
  });
  await expect(desk.connectDialog.password).toHaveAttribute('aria-invalid', 'true');
  expect(await submit.boundingBox()).toEqual(place);
});

test('a working site offers another password; the library can be copied and opened', async ({ open }) => {
  const opened = await open();
  const { desk, page, app } = opened;
  const { settings, navigation, t } = desk;
  await openPractice(desk);
  await connectBefore(opened, 'admin');
  await navigation.to('settings');
  const site = settings.site(new URL(wp.url).host);
  await site.getByRole('button', { name: t('settings:sites.changePassword') }).click();
  const dialog = desk.newPasswordDialog;
  await expect(dialog.password).toBeFocused();
  await dialog.password.fill(wp.users.admin.password);
  await dialog.password.press('Enter');
  await expect(dialog.password).toBeHidden();
  const title = `${TITLE} (${new URL(wp.url).host})`;
  await expect(navigation.note).toContainText(t('sites:reconnect.working.done', { title }));

  await settings.copyPath.click();
  await expect(navigation.note).toContainText(t('settings:library.copied'));
  const opening = app.evaluate(
    ({ shell }) =>
      new Promise<string>((resolve) => {
        shell.openPath = async (folder) => {
          resolve(folder);
          return '';
        };
      }),
  );
  await settings.openFolder.click();
  expect(await settings.root.textContent()).toContain(await opening);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(navigation.note).toBeEmpty();
});
