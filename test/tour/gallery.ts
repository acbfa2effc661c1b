import path from 'node:path';
import { expect } from '@playwright/test';
import type { Desk } from '../pages/desk.ts';
import { type Look, openWindow, type TourWindow, withDataFolder } from './window.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 900, height: 700 };

/** A view to take a picture of, in the order in which one session reaches them. */
interface Shot {
  name: string;
  size?: Look['size'];
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
    name: 'writing',
    async prepare(desk) {
      await desk.page.keyboard.press('Escape');
      await desk.navigation.to('allPosts');
      await desk.writing.row('all', 'С теснолинейката до Добринище').click();
      await expect(desk.writing.body).toContainText('Влакът');
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
  { name: 'settings', prepare: (desk) => desk.navigation.to('settings') },
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
  const window = await openWindow(data, look);
  try {
    for (const shot of shots)
      await take(window, shot, path.join(folder, `${shot.name}-${look.theme}-${look.language}.png`));
    if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'));
  } finally {
    await window.close();
  }
  return shots.length;
}

async function take({ desk, page, resize }: TourWindow, shot: Shot, file: string): Promise<void> {
  if (shot.size) await resize(shot.size);
  await shot.prepare(desk);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
  if (shot.size) await resize(WIDE);
  console.log(`✓ ${path.basename(file)}`);
}
