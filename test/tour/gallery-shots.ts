import type { Desk } from '../pages/desk.ts';
import type { Size } from '../support/launch.ts';
import { expect } from './window.ts';

const NARROW = { width: 900, height: 700 };

/** A draft that grows twice by as much as makes a version. */
const VERSION = '<p>Влакът тръгва в шест и десет.</p>';
const FURTHER = [
  '\n<p>Пътниците седят отляво до Мездра, после всички се местят отдясно, без никой да им е казал. Който се качва във Враца, вече не намира място до прозорец и стои прав до Бойчиновци, ако преди това не слезе да пуши.</p>',
  '\n<p>Видин се вижда отдалеч: първо комините, после реката, после хората на перона. Таксито до пристана струва колкото билета дотук, затова се върви пеша, двайсет минути, покрай складовете и кучетата, които ги пазят.</p>',
];

/** A view to take a picture of, in the order in which one session reaches them. */
export interface Shot {
  name: string;
  size?: Size;
  prepare(desk: Desk): Promise<void>;
}

/** In the first session. */
export const shots: Shot[] = [
  { name: 'welcome', prepare: async (desk) => expect(desk.welcome.openPractice).toBeVisible() },
  {
    name: 'connect-error',
    async prepare(desk) {
      const refused = { address: 'http://127.0.0.1:9', login: 'mila', password: 'abcd efgh' };
      await desk.welcome.connect.send(refused);
      await expect(desk.welcome.connect.address).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'comments',
    async prepare(desk) {
      await desk.welcome.openPractice.click();
      await expect(desk.status.synced).toBeVisible();
      await desk.navigation.to('pending');
      await moveTo(desk, 'Йордан Вълчев');
      await expect(desk.comments.current).toContainText('разписание');
    },
  },
  {
    name: 'comments-900x700',
    size: NARROW,
    prepare: async (desk) => expect(desk.comments.current).toBeVisible(),
  },
  {
    name: 'reply',
    async prepare(desk) {
      await desk.page.keyboard.press('r');
      await desk.comments.reply.text.fill('@Йордан, чудесно, добавям разписанието в текста.');
      await expect(desk.comments.reply.saved).toBeVisible();
    },
  },
  {
    name: 'reply-900x700',
    size: NARROW,
    prepare: async (desk) => expect(desk.comments.reply.saved).toBeVisible(),
  },
  {
    name: 'keys',
    async prepare(desk) {
      await desk.page.keyboard.press('Escape');
      await desk.page.keyboard.press('?');
      await expect(desk.keys).toBeVisible();
    },
  },
  {
    name: 'palette',
    async prepare(desk) {
      await desk.page.keyboard.press('Escape');
      await expect(desk.keys).toBeHidden();
      await desk.page.keyboard.press('ControlOrMeta+k');
      await desk.page.keyboard.type('кафе');
      await expect(desk.page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'search',
    async prepare(desk) {
      await desk.page.keyboard.press('Escape');
      await desk.page.keyboard.press('/');
      await desk.search.field.pressSequentially('влак', { delay: 20 });
      await expect(desk.search.marks.first()).toBeVisible();
      await desk.page.keyboard.press('ControlOrMeta+s');
      await desk.search.keep('Влакове');
      await expect(desk.search.keptCount('Влакове')).not.toBeEmpty();
      await desk.search.field.press('ArrowDown');
      await expect(desk.search.current).toBeVisible();
    },
  },
  {
    name: 'search-900x700',
    size: NARROW,
    prepare: async (desk) => expect(desk.search.current).toBeVisible(),
  },
  {
    name: 'writing',
    async prepare(desk) {
      await desk.navigation.to('allPosts');
      await desk.writing.row('all', 'С теснолинейката до Добринище').click();
      await expect(desk.writing.body).toContainText('Влакът');
    },
  },
  {
    name: 'publishing-900x700',
    size: NARROW,
    async prepare(desk) {
      await desk.writing.openPanel.click();
      await expect(desk.writing.send('update')).toBeVisible();
    },
  },
  {
    name: 'reading',
    async prepare(desk) {
      await desk.writing.mode('read').click();
      await expect(desk.page.getByRole('article').first()).toBeVisible();
    },
  },
  {
    name: 'outbox',
    async prepare(desk) {
      await desk.navigation.to('pending');
      await moveTo(desk, 'Веселина Тодорова');
      await desk.page.keyboard.press('a');
      await desk.page.keyboard.press('s');
      await expect(desk.status.allSent).toBeVisible();
      await desk.navigation.to('outbox');
      await expect(desk.outbox.rows('sentToday')).toHaveCount(2);
    },
  },
  {
    name: 'empty',
    async prepare(desk) {
      await desk.navigation.to('trash');
      await expect(desk.comments.rows('trash').first()).toBeVisible();
      for (let left = await desk.comments.total('trash'); left > 0; left -= 1) {
        await expect.poll(() => desk.comments.total('trash')).toBe(left);
        await desk.page.keyboard.press('u');
      }
      await expect(desk.comments.empty('trash')).toBeVisible();
      await expect(desk.status.allSent).toBeVisible();
    },
  },
  { name: 'settings', prepare: (desk) => desk.navigation.to('settings') },
];

/** In a second session, after the blog's own people have changed the post, too. */
export const afterwards: Shot[] = [
  {
    name: 'conflict',
    async prepare(desk) {
      await desk.writing.conflict.compare.click();
      // What they took out is marked, and so is what was added here.
      await expect(desk.writing.conflict.dialog.getByRole('deletion')).toContainText(', която пуши');
      await expect(desk.writing.conflict.dialog.getByRole('insertion')).toContainText('Допълнение от Радка');
    },
  },
  {
    name: 'versions',
    async prepare(desk) {
      await desk.page.keyboard.press('Escape');
      await desk.page.keyboard.press('ControlOrMeta+n');
      // Until it is there, what is typed is typed into the post before it.
      await expect(desk.writing.title).toHaveValue('');
      await desk.writing.type('Десет часа до Видин', VERSION);
      // It is in the list once it was saved; before that the status line says it of what was there before.
      await expect(desk.writing.row('all', 'Десет часа до Видин')).toBeVisible();
      await expect(desk.status.saved).toBeVisible();
      for (const [before, more] of FURTHER.entries()) {
        await desk.page.keyboard.insertText(more);
        await expect(desk.writing.versions.button).toHaveText(desk.writing.versions.count(before + 2));
      }
      await desk.page.keyboard.press('ControlOrMeta+Shift+H');
      await expect(desk.writing.versions.list).toBeFocused();
      // The version is compared once the list has rested on it.
      await expect(desk.writing.versions.added.first()).toBeVisible();
    },
  },
  {
    name: 'backups',
    async prepare(desk) {
      await desk.page.keyboard.press('Escape');
      await desk.navigation.to('settings');
      await desk.backups.now.click();
      await expect(desk.backups.rows.first()).toBeVisible();
      await desk.backups.section.scrollIntoViewIfNeeded();
    },
  },
];

/** In a third session, after files of the library were damaged. */
export const damaged: Shot[] = [
  {
    name: 'damage',
    async prepare(desk) {
      await desk.navigation.to('pending');
      await expect(desk.libraryNotice.root).toBeVisible();
      await expect(desk.status.synced).toBeVisible();
      await expect(desk.comments.rows('pending').first()).toBeVisible();
    },
  },
  {
    name: 'lost-posts',
    async prepare(desk) {
      await desk.libraryNotice.bringBack.click();
      // A draft, and the post that both sides had changed.
      await expect(desk.lostPosts.rows).toHaveCount(2);
    },
  },
];

/** Goes down the pending list by keyboard to somebody's comment. */
async function moveTo(desk: Desk, author: string): Promise<void> {
  await desk.page.keyboard.press('Home');
  const total = await desk.comments.total('pending');
  for (let row = 0; row < total; row += 1) {
    await expect(desk.comments.cursorRow('pending')).toHaveAttribute('aria-posinset', String(row + 1));
    if ((await desk.comments.cursorRow('pending').textContent())?.includes(author)) return;
    await desk.page.keyboard.press('j');
  }
  throw new Error(`${author} has no pending comment`);
}
