// Drafts for the library to lose: written as people do, and then damaged on the disk.
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../renderer/i18n/language.ts';
import { damagePosts, intoShards } from './damaged-library.ts';
import type { Opened } from './desk.ts';

export const TRAIN = 'Десет часа до Видин';
export const COFFEE = 'Кафе на гара Септември';
export const TEA = 'Чай в купето';
export const FIRST = 'Влакът тръгва в шест и десет.';
export const MORE = ' Пътниците седят отляво, после се местят отдясно, без никой да им е казал.'.repeat(3);
/** Behind the newest version: of these words nothing is left. */
const LAST = ' И край.';

/** Drafts with two versions each, written as the editor saves them. */
export async function write(page: Page, titles: readonly string[], more = MORE): Promise<void> {
  await page.evaluate(
    async ({ titles, texts }) => {
      const { posts } = globalThis.copydesk;
      for (const title of titles) {
        const made = await posts.create({ siteId: null });
        if (!made.ok) throw new Error(made.error.kind);
        let { revision } = made.value;
        for (const body of texts) {
          const saved = await posts.save({ postId: made.value.id, expectedRevision: revision, title, body });
          if (!saved.ok) throw new Error(saved.error.kind);
          revision = saved.value.revision;
        }
      }
    },
    { titles, texts: [FIRST, `${FIRST}${more}`, `${FIRST}${more}${more}`, `${FIRST}${more}${more}${LAST}`] },
  );
}

type Open = (options?: { language?: Language }) => Promise<Opened>;

/** A closed library, all of it in shards, in which these drafts were written; its folder. */
export async function written(
  open: Open,
  userData: string,
  titles: readonly string[],
  { language = 'en', more = MORE }: { language?: Language; more?: string } = {},
): Promise<string> {
  const first = await open({ language });
  await first.desk.welcome.startPost.click();
  await write(first.page, titles, more);
  await first.app.close();
  const library = path.join(userData, 'library');
  await intoShards(library);
  return library;
}

/** The app on a library in which these drafts were written and then damaged. */
export async function afterDamage(
  open: Open,
  userData: string,
  titles: readonly string[],
  language: Language = 'en',
): Promise<Opened> {
  await damagePosts(await written(open, userData, titles, { language }));
  return open({ language });
}
