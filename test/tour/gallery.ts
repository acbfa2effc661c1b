import path from 'node:path';
import * as z from 'zod';
import { damageComments, intoShards } from '../e2e/damaged-library.ts';
import type { Desk } from '../pages/desk.ts';
import type { Size } from '../support/launch.ts';
import { ask } from '../support/practice-blog.ts';
import { practiceBlogIn } from '../support/practice-file.ts';
import { expect, type Look, openWindow, type TourWindow, withDataFolder } from './window.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 900, height: 700 };

/** A post that both sides change: words here, and another end that the blog's own people gave it. */
const CONTESTED = 'Как се суши чубрица';
const OURS = '<p>Допълнение от Радка: мащерката се суши по същия начин.</p>';
const THEIRS = ['Разликата е съседката, която пуши.', 'Разликата е съседката.'] as const;

/** A draft that grows twice by as much as makes a version. */
const VERSION = '<p>Влакът тръгва в шест и десет.</p>';
const FURTHER = [
  '\n<p>Пътниците седят отляво до Мездра, после всички се местят отдясно, без никой да им е казал. Който се качва във Враца, вече не намира място до прозорец и стои прав до Бойчиновци, ако преди това не слезе да пуши.</p>',
  '\n<p>Видин се вижда отдалеч: първо комините, после реката, после хората на перона. Таксито до пристана струва колкото билета дотук, затова се върви пеша, двайсет минути, покрай складовете и кучетата, които ги пазят.</p>',
];

/** A view to take a picture of, in the order in which one session reaches them. */
interface Shot {
  name: string;
  size?: Size;
  prepare(desk: Desk): Promise<void>;
}

const shots: Shot[] = [
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
const afterwards: Shot[] = [
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
      await desk.writing.type('Десет часа до Видин', VERSION);
      await expect(desk.status.saved).toBeVisible();
      for (const [before, more] of FURTHER.entries()) {
        await desk.page.keyboard.insertText(more);
        await expect(desk.writing.versions.button).toHaveText(desk.writing.versions.count(before + 2));
      }
      await desk.page.keyboard.press('ControlOrMeta+Shift+H');
      await expect(desk.writing.versions.list).toBeFocused();
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

/** In a third session, after a file of the library was damaged. */
const damaged: Shot[] = [
  {
    name: 'damage',
    async prepare(desk) {
      await desk.navigation.to('pending');
      await expect(desk.libraryNotice.root).toBeVisible();
      await expect(desk.status.synced).toBeVisible();
      await expect(desk.comments.rows('pending').first()).toBeVisible();
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

/** Takes a picture of every view in every look into `folder`; answers how many. */
export async function takeGallery(folder: string): Promise<number> {
  let taken = 0;
  for (const language of ['en', 'bg'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      taken += await withDataFolder((data) => oneLook(data, folder, { language, theme, size: WIDE }));
    }
  }
  return taken;
}

async function oneLook(data: string, folder: string, look: Look): Promise<number> {
  const fileOf = ({ name }: Shot) => path.join(folder, `${name}-${look.theme}-${look.language}.png`);
  await session(data, look, async (window) => {
    for (const shot of shots) await take(window, shot, fileOf(shot));
    await changeHere(window.desk);
  });
  await changeThere(data);
  await session(data, look, async (window) => {
    for (const shot of afterwards) await take(window, shot, fileOf(shot));
  });
  await intoShards(path.join(data, 'library'));
  await damageComments(path.join(data, 'library'));
  await session(data, look, async (window) => {
    for (const shot of damaged) await take(window, shot, fileOf(shot));
  });
  return shots.length + afterwards.length + damaged.length;
}

async function session(data: string, look: Look, work: (window: TourWindow) => Promise<void>): Promise<void> {
  const window = await openWindow(data, look);
  try {
    await work(window);
    if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'));
  } finally {
    await window.close();
  }
}

/** Words that are not sent. */
async function changeHere({ navigation, page, status, writing }: Desk): Promise<void> {
  await navigation.to('allPosts');
  await writing.row('all', CONTESTED).click();
  await writing.body.press('ControlOrMeta+End');
  await page.keyboard.type(OURS);
  await expect(status.saved).toBeVisible();
}

/** What somebody else does on the practice blog meanwhile. */
async function changeThere(data: string): Promise<void> {
  const blog = practiceBlogIn(data);
  const search = new URLSearchParams({ search: CONTESTED, context: 'edit' });
  const found = await blog.handle(ask(`/wp-json/wp/v2/posts?${search}`));
  const [post] = foundSchema.parse(await found.json());
  const changed = await blog.handle(
    ask(`/wp-json/wp/v2/posts/${post.id}`, {
      method: 'POST',
      json: { content: post.content.raw.replace(...THEIRS) },
    }),
  );
  if (!changed.ok) throw new Error(`The practice blog refuses the change: ${await changed.text()}`);
}

/** The one post that was looked for. */
const foundSchema = z.tuple([z.object({ id: z.int(), content: z.object({ raw: z.string() }) })]);

async function take({ desk, page, resize }: TourWindow, shot: Shot, file: string): Promise<void> {
  if (shot.size) await resize(shot.size);
  await shot.prepare(desk);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
  if (shot.size) await resize(WIDE);
  console.log(`✓ ${path.basename(file)}`);
}
