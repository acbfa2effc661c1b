// The practice blog of an app that is not running: what others do to it meanwhile.
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { JsonAdapter } from '../../main/library/json-adapter.ts';
import { createPracticeBlog } from '../../main/practice-blog/blog.ts';
import { seedState } from '../../main/practice-blog/seed.ts';
import { type PracticeState, practiceStateSchema } from '../../main/practice-blog/state.ts';

const fileIn = (userData: string) =>
  new JsonAdapter(path.join(userData, 'library/practice-blog.json'), practiceStateSchema, 1);

/** The blog itself on the app's own file, for whoever wants to ask it something. */
export function practiceBlogIn(userData: string) {
  const file = fileIn(userData);
  return createPracticeBlog({
    store: { load: () => file.read(), save: (state) => file.write(state) },
    now: () => new Date(),
    createId: randomUUID,
  });
}

/** Changes what is stored, past everything that the blog itself would refuse or clean; makes the blog if need be. */
export async function rewritePracticeBlog(
  userData: string,
  change: (state: PracticeState) => void,
): Promise<void> {
  const file = fileIn(userData);
  const state = (await file.read()) ?? seedState(new Date(), randomUUID());
  change(state);
  await mkdir(path.join(userData, 'library'), { recursive: true });
  await file.write(state);
}
