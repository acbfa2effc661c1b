import path from 'node:path';
import * as z from 'zod';
import { damageComments, damagePosts, intoShards } from '../e2e/damaged-library.ts';
import type { Desk } from '../pages/desk.ts';
import { ask } from '../support/practice-blog.ts';
import { practiceBlogIn } from '../support/practice-file.ts';
import { afterwards, damaged, type Shot, shots } from './gallery-shots.ts';
import { expect, type Look, openWindow, type TourWindow, withDataFolder } from './window.ts';

const WIDE = { width: 1440, height: 900 };

/** A post that both sides change: words here, and another end that the blog's own people gave it. */
const CONTESTED = 'Как се суши чубрица';
const OURS = '<p>Допълнение от Радка: мащерката се суши по същия начин.</p>';
const THEIRS = ['Разликата е съседката, която пуши.', 'Разликата е съседката.'] as const;

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
  await damagePosts(path.join(data, 'library'));
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
