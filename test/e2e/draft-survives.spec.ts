// What was acknowledged as saved is there again after SIGKILL, open where it was, without a question.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from './desk.ts';

const TITLE = 'Три дни в Родопите';
const WORDS = 'Тръгнахме от Смолян в пет и половина. The last bus had left — пеша, значи.';

test('a draft is open again with every word after SIGKILL', async ({ open }) => {
  const first = await open();
  await first.desk.welcome.startPost.click();
  await first.desk.writing.type(TITLE, WORDS);
  await expect(first.desk.status.saved).toBeVisible();
  await first.kill();

  const second = await open();
  await expect(second.desk.writing.title).toHaveValue(TITLE);
  await expect(second.desk.writing.body).toHaveText(WORDS);
  await expect(second.page.getByRole('dialog')).toHaveCount(0);
  await expect(second.desk.writing.row('all', TITLE)).toBeVisible();
});

test('killed while typing, the words up to the last "Saved" are there', async ({ open }) => {
  const first = await open();
  await first.desk.welcome.startPost.click();
  await first.desk.writing.type(TITLE, WORDS);
  await expect(first.desk.status.saved).toBeVisible();
  const typed = first.page.keyboard
    .type(' И още едно изречение, което няма да свърши.'.repeat(50), { delay: 50 })
    .then(() => 'to the end')
    .catch(() => 'until the kill');
  await expect(first.desk.status.saved).toBeHidden();
  await first.kill();
  expect(await typed).toBe('until the kill');

  const second = await open();
  await expect(second.desk.writing.title).toHaveValue(TITLE);
  await expect(second.desk.writing.body).toHaveText(new RegExp(`^${WORDS}`));
});

test('ten kills, spread over the second after a save, lose nothing that was saved', async ({ open }) => {
  let app = await open();
  await app.desk.welcome.startPost.click();
  await app.desk.writing.type(TITLE, '');
  let saved = '';
  for (let round = 1; round <= 10; round += 1) {
    await app.desk.writing.body.press('ControlOrMeta+End');
    const sentence = `Изречение ${round}. `;
    await app.page.keyboard.type(sentence);
    await expect(app.desk.status.saved).toBeVisible();
    saved += sentence;
    const more = app.page.keyboard.type('…и думи, които може да се изгубят', { delay: 5 }).catch(() => {});
    // Before, during and after the save of what is being typed.
    const moment = (round - 1) * 110;
    await pause(moment);
    await app.kill();
    await more;

    app = await open();
    await expect(app.desk.writing.title).toHaveValue(TITLE);
    await expect(app.desk.writing.body).not.toHaveText('');
    const text = (await app.desk.writing.body.textContent()) ?? '';
    expect(text.startsWith(saved), `killed ${moment} ms after a save: ${text}`).toBe(true);
    saved = text;
  }
});
