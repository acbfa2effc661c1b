import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { realFiles } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';
import { seeded } from '../support/seeded.ts';
import { dataFolderOf, type HostApp, startHost } from './host-app.ts';
import {
  decideUntilKilled,
  lookAround,
  moderate,
  noTimes,
  pauseBeforeKill,
  search,
  type WorkTimes,
  write,
} from './host-work.ts';
import type { Libraries } from './libraries.ts';
import { blog } from './libraries.ts';
import { forComparison, type Measures, median, ms, quantile, ratioAtMost } from './measure.ts';
import { coster, writeReference } from './reference.ts';

const COMMENTS = 100_000;
/** Starts, each ended by a kill. */
const ROUNDS = 10;
/** For what never comes: the index is built in the first round. */
const PATIENCE_MS = 120_000;

/** What was said to be safe before the kills. */
interface Acknowledged {
  authors: string[];
  drafts: { title: string; body: string }[];
}

interface Found {
  firstScreen: number[];
  loaded: number[];
  parse: number[];
  stall: { loading: number[]; working: number[] };
  times: WorkTimes;
  acknowledged: Acknowledged;
}

/** Bulgarian words that are in the comments, neither the commonest nor the rarest; each is typed letter by letter. */
function wordsToFind(count: number): string[] {
  const words = blog(COMMENTS).comments.flatMap(({ raw }, n) => (n % 101 === 1 ? raw.split(' ') : []));
  return [...new Set(words)].filter((word) => /^[а-я]{6,}$/u.test(word)).slice(50, 50 + count);
}

/** Kills the app while somebody decides, or writes; in turns. */
async function killAtWork(app: HostApp, round: number, { acknowledged }: Found): Promise<void> {
  const pause = pauseBeforeKill(seeded(round));
  if (round % 2 === 0) {
    const deciding = decideUntilKilled(app, (author) => acknowledged.authors.push(author));
    await delay(pause + 500);
    await app.kill();
    await deciding;
    return;
  }
  const title = `Чернова ${round}`;
  acknowledged.drafts.push({ title, body: await write(app, title) });
  const typing = app.page.keyboard.type('и после нататък '.repeat(200), { delay: 5 }).catch(() => {});
  await delay(pause);
  await app.kill();
  await typing;
}

/** Counts what was acknowledged and is not in the library. */
async function lostIn(folder: string, { authors, drafts }: Acknowledged): Promise<number> {
  const library = must(await openLibrary(folder, realFiles, noBugs));
  must(await library.loaded);
  const decided = library.all('decisions').map(({ commentId }) => {
    return library.get('comments', commentId)?.author.name ?? '';
  });
  const posts = library.all('posts').map(({ fields }) => fields);
  const lostDrafts = drafts.filter(
    ({ title, body }) => !posts.some((post) => post.title === title && post.body.startsWith(body)),
  );
  const lostDecisions = authors.filter((author) => {
    const at = decided.indexOf(author);
    if (at >= 0) decided.splice(at, 1);
    return at < 0;
  });
  await library.close();
  return lostDrafts.length + lostDecisions.length;
}

async function oneRound(app: HostApp, word: string, pictures: string | null, found: Found): Promise<void> {
  const { page, stalls } = app;
  const loading = await stalls.worst();
  const picture = (name: string) =>
    pictures === null ? undefined : page.screenshot({ path: path.join(pictures, `${name}.png`) });
  await picture('1-restarted');
  await app.desk.navigation.to('pending');
  await app.desk.comments.current.waitFor();
  await picture('2-comments');
  await stalls.worst(); // what pictures cost is not the app's
  await moderate(app, found.times);
  await lookAround(app);
  await search(app, word, found.times);
  found.stall.loading.push(loading);
  found.stall.working.push(await stalls.worst());
  await picture('3-search');
}

/** The app in its window, with 100,000 comments: worked with, killed and started again. */
export async function hostMeasures(
  libraries: Libraries,
  folder: string,
  appFolder: string,
  pictures: string,
): Promise<Measures> {
  await mkdir(pictures, { recursive: true });
  const library = await libraries.at(COMMENTS);
  const reference = await writeReference(library);
  const costOf = await coster(path.dirname(library));
  const data = await dataFolderOf(library, folder);
  const words = wordsToFind(ROUNDS + 1);
  const found: Found = {
    ...{ firstScreen: [], loaded: [], parse: [], stall: { loading: [], working: [] } },
    ...{ times: noTimes(), acknowledged: { authors: [], drafts: [] } },
  };
  await buildIndex(appFolder, data);
  for (let round = 0; round < ROUNDS; round += 1) {
    found.parse.push((await costOf('parse', reference)).totalMs);
    const app = await startHost(appFolder, data);
    if (app.firstScreenMs !== null) found.firstScreen.push(app.firstScreenMs);
    found.loaded.push(app.loadedMs);
    try {
      await oneRound(app, words[round] ?? '', round === 2 ? pictures : null, found);
      await killAtWork(app, round, found);
    } finally {
      await app.kill();
    }
  }
  const last = await startHost(appFolder, data);
  await last.page.screenshot({ path: path.join(pictures, '4-after-all-kills.png') });
  await last.close();
  const lost = await lostIn(path.join(data, 'library'), found.acknowledged);
  return measuresOf(found, lost);
}

/** The first start makes the search index, which is measured elsewhere. */
async function buildIndex(appFolder: string, data: string): Promise<void> {
  const app = await startHost(appFolder, data);
  await app.desk.search.open();
  await app.page.keyboard.type('влак');
  await expect(app.desk.search.notes).toBeHidden({ timeout: PATIENCE_MS });
  await app.close();
}

function measuresOf(
  { firstScreen, loaded, parse, stall, times, acknowledged }: Found,
  lost: number,
): Measures {
  const [reference, count] = [median(parse), ROUNDS];
  const stallOf = (each: keyof typeof stall) => {
    const [middle, worst] = [median(stall[each]), Math.max(...stall[each])];
    const detail = `${ms(middle)}, the worst of ${count} starts ${ms(worst)}; read + parse ${ms(reference)}`;
    return ratioAtMost(0.1, middle, reference, detail);
  };
  const { authors, drafts } = acknowledged;
  const p95 = quantile(times.found, 0.95);
  const seen = (values: readonly number[], what: string) =>
    forComparison(median(values), 'ms', `${what}; 95th percentile ${ms(quantile(values, 0.95))}`);
  return {
    'in the app, 100,000 comments: longest stall of main while they load / read + parse': stallOf('loading'),
    'in the app: longest stall of main while somebody works / read + parse': stallOf('working'),
    'in the app: acknowledged work lost to kill -9': {
      ...{ value: lost, unit: 'writes', goal: '0', ok: lost === 0 },
      detail: `${authors.length} decisions and ${drafts.length} drafts acknowledged before ${count} kills`,
    },
    'in the app: window until the first comments': seen(firstScreen, `${firstScreen.length} starts`),
    'in the app: window until a comment in its thread': seen(loaded, 'everything is loaded'),
    'in the app: the next comment in its thread': seen(times.next, `${times.next.length} keys`),
    'in the app: a decision, until the row is gone': seen(times.gone, `${times.gone.length} keys`),
    'in the app: a decision, until it is on disk and said': seen(times.durable, 'the same'),
    'in the app: search, 95th percentile of the answer to a letter': forComparison(
      p95,
      'ms',
      `${times.found.length} letters of Bulgarian words; median ${ms(median(times.found))}`,
    ),
  };
}
