// A post as readers see it: what is on screen, saved or not, without network; its links lead out of the app.
import { expect, openPractice, test } from './desk.ts';

const BODY =
  '<p>Разписанието е <a href="https://bdz.example/септември?ден=5">тук</a>.</p><p><img src="https://bdz.example/a.png" alt="Гарата"></p>';

test('a post is read as written, and a link in it opens outside', async ({ open }) => {
  const { app, desk, page } = await open();
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => {
      Object.assign(globalThis, { openedOutside: url });
    };
  });
  await desk.welcome.startPost.click();
  await desk.writing.type('Гара Септември', BODY);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('Гара Септември');
  await expect(article).toContainText('Разписанието е тук.');
  await expect(article).toContainText(desk.t('writing:editor.picture', { description: 'Гарата' }));
  const address = page.url();
  await article.getByRole('link', { name: 'тук' }).click();
  const outside = () => app.evaluate(() => Reflect.get(globalThis, 'openedOutside'));
  await expect.poll(outside).toBe(encodeURI('https://bdz.example/септември?ден=5'));
  expect(page.url()).toBe(address);

  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(desk.writing.body).toHaveText(BODY);
});

test('a deleted draft is brought back from another view: its toast stays until the next decision', async ({
  open,
}) => {
  const { desk, page } = await open();
  await openPractice(desk);
  await desk.navigation.newPost.click();
  await desk.writing.type('Гара Септември', 'Разписанието');
  await expect(desk.status.saved).toBeVisible();
  await desk.writing.panel.getByRole('button', { name: desk.t('writing:publish.deleteDraft') }).click();
  await expect(desk.writing.row('all', 'Гара Септември')).toHaveCount(0);
  await desk.navigation.to('outbox');
  await desk.navigation.to('pending');
  await page.getByRole('button', { name: desk.t('common:action.undo'), exact: true }).click();
  await expect(desk.writing.title).toHaveValue('Гара Септември');
});
