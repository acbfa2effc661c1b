import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ok } from '../../main/domain/result.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import { DEFAULT_PREFERENCES } from '../../main/services/app.ts';
import { withDescendants } from '../e2e/processes.ts';
import { Desk } from '../pages/desk.ts';
import { firstPage, launchApp, localeOf, resizePage } from '../support/launch.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';
import { type MainStalls, watchMain } from './main-stalls.ts';

const SIZE = { width: 1440, height: 900 };

/** The built app on a large library, as a person has it before them. */
export interface HostApp {
  page: Page;
  desk: Desk;
  stalls: MainStalls;
  /** From the window until the first comments are on screen, in milliseconds; null if it opens on a post. */
  firstScreenMs: number | null;
  /** Until a comment stands in its thread, or the post in the editor: which takes the whole library. */
  loadedMs: number;
  /** SIGKILL to everything that belongs to it, in no order. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** A folder for the app's data with a copy of a library in it; the app will open on what waits. */
export async function dataFolderOf(library: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const own = path.join(folder, 'library');
  await cp(library, own, { recursive: true });
  const opened = must(await openLibrary(own, realFiles, noBugs));
  const place = { view: 'comments' as const, filter: 'pending', postId: null, commentId: null };
  must(
    await opened.transact((tx) => {
      // Nobody answers there: what is decided stays in the outbox, as on a train.
      for (const site of tx.all('sites')) tx.put('sites', { ...site, needsPassword: true });
      return ok(tx.put('preferences', { ...DEFAULT_PREFERENCES, place }));
    }),
  );
  await opened.compact();
  await opened.close();
  return folder;
}

/** Starts the app that lies in `folder` on these data, as it runs from its package, and waits until all is loaded. */
export async function startHost(folder: string, data: string): Promise<HostApp> {
  const env = { COPYDESK_HOST_PACKAGED: '1' };
  const app = await launchApp(data, { locale: localeOf('bg'), env }, folder);
  const stalls = await watchMain(app);
  const page = await firstPage(app);
  const begin = performance.now();
  const desk = new Desk(page, 'bg');
  const { comments, writing } = desk;
  await comments.rows('pending').first().or(writing.title).waitFor();
  // It opens where it was.
  const firstScreenMs = (await writing.title.isVisible()) ? null : performance.now() - begin;
  await comments.current.or(writing.body).waitFor();
  const loadedMs = performance.now() - begin;
  await resizePage(app, page, SIZE);
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()));
  const { pid } = app.process();
  if (pid === undefined) throw new Error('The app has no process');
  const kill = async () => {
    killAll(pid);
    await closed;
  };
  return { page, desk, stalls, firstScreenMs, loadedMs, kill, close: () => app.close() };
}

/** Kills a process and everything that it has started; nothing happens if it has ended. */
function killAll(pid: number): void {
  for (const each of withDescendants(pid)) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It has ended with the one before.
    }
  }
}
