import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../../main/clock.ts';
import { COLLECTIONS } from '../../main/library/collections.ts';
import { realFiles, replaceFile } from '../../main/library/durable-file.ts';
import { type Library, openLibrary } from '../../main/library/library.ts';
import { CommentService } from '../../main/services/comments.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';
import { seeded } from '../support/seeded.ts';
import type { Libraries } from './libraries.ts';
import { forComparison, type Measures, median, ms, ratio, time } from './measure.ts';
import { decider, writer } from './writes.bench.ts';

const page = (library: Library) => () =>
  new CommentService(library, systemClock).list({
    ...{ siteId: null, filter: 'all', order: 'newest' },
    ...{ offset: 0, limit: 100 },
  });

async function openAndClose(folder: string): Promise<void> {
  const library = must(await openLibrary(folder, realFiles, noBugs));
  must(await library.loaded);
  await library.close();
}

/** What somebody who moderates 100,000 comments waits for after each key: the list, and the comment in its thread. */
async function viewMeasures(libraries: Libraries): Promise<Measures> {
  const small = await libraries.open(1_000);
  const large = await libraries.open(100_000);
  const decide = { small: decider(small.library, seeded(4)), large: decider(large.library, seeded(5)) };
  const view = ({ library }: typeof small) => {
    const service = new CommentService(library, systemClock);
    const question = { siteId: null, filter: 'pending', order: 'newest', offset: 0, limit: 50 } as const;
    return async () => {
      must(await service.list(question));
      must(await service.counts({ siteId: null }));
      must(await service.get({ commentId: 'site-1/500' }));
    };
  };
  // What a decision makes stale is made anew for the view, and is not part of what is timed.
  const views = { small: view(small), large: view(large) };
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = -1; round < 30; round += 1) {
    for (const size of ['small', 'large'] as const) {
      await decide[size]();
      const took = await time(views[size]);
      if (round >= 0) times[size].push(took);
    }
  }
  await small.library.close();
  await large.library.close();
  const [most, least] = [median(times.large), median(times.small)];
  const detail = `100k ${ms(most)}, 1k ${ms(least)}`;
  return {
    'list, counts and a thread after a decision, 100,000 comments / 1,000': forComparison(
      ...([most / least, 'times', detail] as const),
    ),
  };
}

/** Saving, opening and listing in a library of ordinary size, each against the least that the same could cost. */
export async function libraryMeasures(libraries: Libraries): Promise<Measures> {
  const small = await libraries.open(1_000);
  const large = await libraries.open(10_000);
  const everything = JSON.stringify(COLLECTIONS.map((collection) => small.library.all(collection)));
  const file = path.join(small.folder, 'everything.json');
  await writeFile(file, everything);
  const closed = await libraries.at(1_000);
  const measures: Measures = {
    'save a draft / replace a file of the same size durably': await ratio({
      subject: await writer(small.library),
      baseline: () => replaceFile(path.join(small.folder, 'raw.json'), everything),
      rounds: 30,
      atMost: 2.5,
      names: ['save', 'raw'],
    }),
    'open 1,000 comments / read and parse the file': await ratio({
      subject: () => openAndClose(closed),
      baseline: async () => JSON.parse(await readFile(file, 'utf8')),
      rounds: 30,
      atMost: 2,
      names: ['open', 'parse'],
    }),
    'first page of 10,000 comments / of 1,000': await ratio({
      subject: page(large.library),
      baseline: page(small.library),
      rounds: 30,
      atMost: 5,
      names: ['10,000', '1,000'],
    }),
  };
  await small.library.close();
  await large.library.close();
  return { ...measures, ...(await viewMeasures(libraries)) };
}
