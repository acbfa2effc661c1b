import type { Seeded } from '../support/seeded.ts';
import type { HostApp } from './host-app.ts';
import { timeKey } from './page-clock.ts';

/** How long what a person does takes to be seen, in milliseconds. */
export interface WorkTimes {
  next: number[];
  gone: number[];
  durable: number[];
  found: number[];
}

export const noTimes = (): WorkTimes => ({ next: [], gone: [], durable: [], found: [] });

const STEPS = 4;

/** Goes through the queue: the next comment in its thread, and decisions. */
export async function moderate({ page }: HostApp, times: WorkTimes): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    times.next.push((await timeKey(page, step === 2 ? 'k' : 'j', ['thread'])).thread);
    const { row, said } = await timeKey(page, step === 1 ? 's' : 'a', ['row', 'said']);
    times.gone.push(row);
    times.durable.push(said);
  }
}

/** Looks through the other lists, to their ends, and at a post. */
export async function lookAround({ page, desk }: HostApp): Promise<void> {
  for (const list of ['approved', 'spam'] as const) {
    await desk.navigation.to(list);
    await desk.comments.rows(list).first().waitFor();
    await desk.comments.list(list).press('End');
    await desk.comments.cursorRow(list).and(page.locator(':not([aria-posinset="1"])')).waitFor();
    await desk.comments.current.waitFor();
  }
  await desk.navigation.to('allPosts');
  await desk.writing.list('all').getByRole('option').first().click();
  await desk.writing.title.waitFor();
}

/** Types a word into the search, letter by letter; the next one follows when the answer is there. */
export async function search({ page, desk }: HostApp, word: string, times: WorkTimes): Promise<void> {
  await page.keyboard.press('Escape');
  await desk.navigation.to('pending');
  await desk.search.open();
  await desk.search.field.fill('');
  for (const letter of word) times.found.push((await timeKey(page, letter, ['found'])).found);
}

/** Begins a draft and types on; resolves with what was said to be saved, while more is being typed. */
export async function write({ page, desk }: HostApp, title: string): Promise<string> {
  await page.keyboard.press('Escape');
  await desk.navigation.newPost.click();
  await desk.writing.title.waitFor();
  await desk.writing.type(title, 'Влакът спира на всяка гара. ');
  await desk.status.saved.waitFor();
  return (await desk.writing.body.textContent()) ?? '';
}

/** Decides as fast as keys can be pressed, and tells of each comment that was said to be decided. */
export async function decideUntilKilled(
  { page, desk }: HostApp,
  acknowledge: (author: string) => void,
): Promise<void> {
  await desk.navigation.to('pending');
  await desk.comments.current.waitFor();
  try {
    for (;;) {
      await timeKey(page, 'a', ['said']);
      acknowledge((await page.locator('.toast bdi').textContent()) ?? '');
    }
  } catch {
    // Killed meanwhile.
  }
}

/** A pause before the kill, in milliseconds: it may hit anything. */
export const pauseBeforeKill = (random: Seeded): number => 100 + random.below(900);
