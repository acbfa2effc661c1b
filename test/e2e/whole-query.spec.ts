// The whole query in the search field, chips and text, by its keys: selected, replaced, copied, taken away, and undone.
import { expect, type Opened, openPractice, test } from './desk.ts';

type Open = (options: { language: 'bg' }) => Promise<Opened>;

/** The search view, in which a query is typed with its chips. */
async function inSearch(open: Open) {
  const { desk, page } = await open({ language: 'bg' });
  await openPractice(desk);
  const { search } = desk;
  await search.open();
  return {
    desk,
    page,
    search,
    async narrowed(text = '') {
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(`е:чакащи има:линк ${text}`);
      await expect(search.chips).toHaveCount(2);
      await expect(search.field).toHaveValue(text);
    },
    async selectAll() {
      await page.keyboard.press('ControlOrMeta+a');
      await expect(search.selectedChips).toHaveCount(await search.chips.count());
    },
    async shows(chips: number, text: string) {
      await expect(search.chips).toHaveCount(chips);
      await expect(search.field).toHaveValue(text);
    },
  };
}

test('select all takes the chips, too: typing and pasting replace the whole query', async ({ open }) => {
  const { desk, page, search, narrowed, selectAll, shows } = await inSearch(open);
  await narrowed('влак');
  await expect(search.field).toHaveAccessibleDescription(/е:чакащи.*има:линк/);
  await selectAll();
  await expect(
    page.getByText(desk.t('search:wholeSelected', { query: 'е:чакащи има:линк влак' })),
  ).toBeAttached();
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.type('кафе');
  await shows(0, 'кафе');
  // The same letter again: the text stays as it is, the chips do not.
  await narrowed('q');
  await selectAll();
  await page.keyboard.press('q');
  await shows(0, 'q');
  // Without words beside the chips nothing of the text is selected.
  await narrowed();
  await selectAll();
  await page.keyboard.type('кафе ');
  await shows(0, 'кафе ');
  await narrowed();
  await selectAll();
  await page.keyboard.press('ControlOrMeta+v');
  await shows(2, 'влак');
  await selectAll();
  await page.keyboard.press('ArrowRight');
  await expect(search.selectedChips).toHaveCount(0);
  await page.keyboard.type('к');
  await shows(2, 'влакк');
});

test('only what moves the caret takes the chips out of what is selected', async ({ open }) => {
  const { page, search, narrowed, selectAll, shows } = await inSearch(open);
  // Without words the browser has no selection that could change.
  await narrowed();
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Shift+Home', 'ControlOrMeta+ArrowLeft']) {
    await selectAll();
    await page.keyboard.press(key);
    await expect(search.selectedChips, key).toHaveCount(0);
  }
  await selectAll();
  await search.field.click();
  await expect(search.selectedChips).toHaveCount(0);
  await selectAll();
  // As when another window comes to the front: the field is what has the focus in this one.
  await search.field.dispatchEvent('focusout');
  await expect(search.selectedChips).toHaveCount(2);
  await search.tab('all').focus();
  await expect(search.selectedChips).toHaveCount(0);
  await search.field.focus();

  // Where nothing is found, the arrows that would walk through the hits move the caret.
  await narrowed('няматакавадума');
  await expect(search.hits).toHaveCount(0);
  for (const key of ['ArrowDown', 'ArrowUp']) {
    await selectAll();
    await page.keyboard.press(key);
    await expect(search.selectedChips, key).toHaveCount(0);
    await page.keyboard.type('к');
    await page.keyboard.press('Backspace');
    await expect(search.chips, key).toHaveCount(2);
  }
  await narrowed('няматакавадума');
  await selectAll();
  for (const key of ['Enter', 'CapsLock', 'Shift', 'AltGraph', 'ControlOrMeta+c'])
    await page.keyboard.press(key);
  await expect(search.selectedChips).toHaveCount(2);
  await page.keyboard.type('кафе');
  await shows(0, 'кафе');
});

test('walking through the hits and opening one leave the whole query selected and as it was', async ({
  open,
}) => {
  const { desk, page, search, selectAll, shows } = await inSearch(open);
  await page.keyboard.type('е:чакащи влак');
  await expect(search.hits.nth(1)).toBeVisible();
  await selectAll();
  for (const key of ['PageDown', 'PageUp', 'ArrowDown', 'ArrowUp']) {
    await page.keyboard.press(key);
    await expect(search.selectedChips, key).toHaveCount(1);
  }
  await page.keyboard.press('Enter');
  await expect(desk.comments.current).toBeVisible();
  await search.open();
  await shows(1, 'влак');
});

test('every key that deletes, cuts or pastes does so with the whole query', async ({ open }) => {
  const { page, search, narrowed, selectAll, shows } = await inSearch(open);
  for (const text of ['влак', '']) {
    for (const key of ['Delete', 'Backspace', 'ControlOrMeta+Backspace', 'Shift+Delete', 'ControlOrMeta+x']) {
      await narrowed(text);
      await selectAll();
      await page.keyboard.press(key);
      await expect(search.chips, `${key} ${text}`).toHaveCount(0);
      await expect(search.field, `${key} ${text}`).toHaveValue('');
    }
    // What was cut last takes the place of what was typed since; a last operator could still be gone on with.
    await page.keyboard.type('има:картинка друго');
    await selectAll();
    await page.keyboard.press('Shift+Insert');
    await (text === '' ? shows(1, 'има:линк') : shows(2, text));
  }
});

test('a right click leaves the whole query selected, for what is copied then', async ({ open }) => {
  const { page, search, narrowed, selectAll, shows } = await inSearch(open);
  await narrowed('влак');
  await selectAll();
  await search.field.click({ button: 'right' });
  await expect(search.selectedChips).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('Delete');
  await shows(0, '');
  await page.keyboard.press('ControlOrMeta+v');
  await shows(2, 'влак');
});

test('what is composed takes the place of the whole query', async ({ open }) => {
  const { page, narrowed, selectAll, shows } = await inSearch(open);
  await narrowed('влак');
  const input = await page.context().newCDPSession(page);
  await selectAll();
  await input.send('Input.imeSetComposition', { text: 'ка', selectionStart: 2, selectionEnd: 2 });
  await input.send('Input.imeSetComposition', { text: 'кафе', selectionStart: 4, selectionEnd: 4 });
  await shows(0, 'кафе');
  await input.send('Input.insertText', { text: 'кафе' });
  await shows(0, 'кафе');
});

test('undoing gives the whole query back, and redoing takes it away', async ({ open }) => {
  const { page, search, narrowed, selectAll, shows } = await inSearch(open);
  const undo = () => page.keyboard.press('ControlOrMeta+z');
  for (const text of ['влак', '']) {
    for (const key of ['q', 'Delete', 'ControlOrMeta+Backspace', 'ControlOrMeta+x']) {
      await narrowed(text);
      await selectAll();
      await page.keyboard.press(key);
      await shows(0, key === 'q' ? 'q' : '');
      await undo();
      await expect(search.chips, `${key} ${text}`).toHaveCount(2);
      await expect(search.field, `${key} ${text}`).toHaveValue(text);
    }
  }
  await narrowed('влак');
  await selectAll();
  await page.keyboard.type('ка');
  await undo();
  await shows(0, 'к');
  await undo();
  await shows(2, 'влак');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await shows(0, 'к');
  await undo();
  await shows(2, 'влак');
  // A word that became a chip is nothing that the browser could undo.
  await selectAll();
  await page.keyboard.insertText('има:картинка кафе');
  await shows(1, 'кафе');
  await undo();
  await shows(2, 'влак');
  // Undoing what was typed since leaves the chips alone.
  await narrowed('влак');
  await page.keyboard.press('End');
  await page.keyboard.type('ове');
  await undo();
  await expect(search.chips).toHaveCount(2);
});
