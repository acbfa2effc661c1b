// The palette finds commands by their words in either language, whatever the page is shown in.
import { Desk } from '../pages/desk.ts';
import { expect, openPractice, test } from './desk.ts';

test('a language is found by its name in either language', async ({ open }) => {
  const bulgarian = await open({ language: 'bg' });
  const { page } = bulgarian;
  await openPractice(bulgarian.desk);
  await bulgarian.desk.palette.open();
  await page.keyboard.type('english');
  await page.keyboard.press('Enter');
  const english = new Desk(page, 'en');
  await expect(english.navigation.item('settings')).toBeVisible();
  await english.palette.open();
  await page.keyboard.type('български');
  await page.keyboard.press('Enter');
  await expect(bulgarian.desk.navigation.item('settings')).toBeVisible();
  // Typed without switching the keyboard to Cyrillic.
  await bulgarian.desk.palette.open();
  await page.keyboard.type('nastroyki');
  await page.keyboard.press('Enter');
  await expect(bulgarian.desk.settings.root).toBeVisible();
  // What a view offers, too.
  await bulgarian.desk.navigation.newPost.click();
  await expect(bulgarian.desk.writing.title).toBeVisible();
  await bulgarian.desk.palette.open();
  await page.keyboard.type(english.t('writing:editor.readIt'));
  await expect(bulgarian.desk.palette.result(bulgarian.desk.t('writing:editor.readIt'))).toBeVisible();
});

test('what it says it finds is what it finds: posts and commands', async ({ open }) => {
  const { desk } = await open();
  await openPractice(desk);
  await desk.navigation.search.click();
  await expect(desk.palette.input).toHaveAttribute('placeholder', desk.t('frame:palette.label'));
  await desk.palette.input.fill('добрин');
  await expect(desk.palette.result('С теснолинейката до Добринище')).toBeVisible();
  await desk.palette.input.fill('backup');
  await expect(desk.palette.result(desk.t('frame:command.backUp'))).toBeVisible();
  await desk.palette.input.fill('outbox');
  await desk.palette.input.press('Enter');
  await expect(desk.outbox.empty).toBeVisible();
});

test('what one has in mind is found, in either language: the way back, history, backups', async ({
  open,
}) => {
  const { desk } = await open();
  await openPractice(desk);
  const finds = async (asked: readonly string[], name: string) => {
    for (const words of asked) {
      await desk.palette.input.fill(words);
      await expect(desk.palette.result(name), words).toBeVisible();
    }
  };
  await desk.palette.open();
  await finds(['undo', 'bring back', 'отмени', 'върни'], desk.t('frame:keys.undo'));
  await finds(['lost', 'bring back', 'изгубено', 'backups'], desk.t('frame:command.restore'));
  await finds(['backups', 'резервни копия', 'копие'], desk.t('frame:command.backUp'));
  await finds(['backup', 'backups', 'резервни копия', 'копие'], desk.t('frame:view.settings'));
  await desk.palette.input.press('Escape');
  await desk.navigation.newPost.click();
  await desk.writing.type('Десет гари', '');
  await desk.palette.open();
  const asked = ['history', 'undo', 'bring back', 'lost', 'история', 'върни'];
  await finds(asked, desk.t('revisions:command', { title: 'Десет гари' }));
});

test('what the desk can do with a comment is found by its words, and done', async ({ open }) => {
  const { desk, page } = await open();
  await openPractice(desk);
  await desk.palette.open();
  await desk.palette.input.fill(desk.t('comments:action.reply'));
  await desk.palette.input.press('Enter');
  await expect(page.getByRole('textbox', { name: desk.t('comments:reply.text') })).toBeFocused();
  await page.keyboard.press('Escape');
  await desk.palette.open();
  await desk.palette.input.fill(desk.t('comments:action.approve'));
  await desk.palette.input.press('Enter');
  const approved = desk.t('comments:done.approve', { name: '' }).trim();
  await expect(page.getByText(approved).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(desk.t('comments:done.undone', { name: '' }).trim()).first()).toBeVisible();
});

test('the keys of the views lead where they say, whatever list was looked at last', async ({ open }) => {
  const { desk, page } = await open();
  await openPractice(desk);
  await desk.navigation.to('drafts');
  await desk.navigation.to('approved');
  await expect(desk.comments.list('approved')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+2');
  await expect(desk.writing.list('all')).toBeVisible();
  // Here the next key may already decide.
  await page.keyboard.press('ControlOrMeta+1');
  await expect(desk.comments.list('pending')).toBeFocused();
});
