import { stat } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../main/clock.ts';
import { parseQuery } from '../../main/domain/search-query.ts';
import type { FindRequest } from '../../main/search/protocol.ts';
import { SearchEngine } from '../../main/search/search-engine.ts';
import { must } from '../support/must.ts';
import { MemoryLibrary } from '../unit/search/searched-library.ts';
import { atMost, forComparison, type Measures, ms, quantile, race, ratioAtMost, time } from './measure.ts';
import { type Corpus, searchCorpus, typedQueries } from './search-corpus.ts';

const POSTS = 2_000;
const COMMENTS = 100_000;
const QUERIES = 40;
/** How often each is asked; its time is the middle one, so that what counts is the query and not the weather. */
const TURNS = 3;
/** Long enough for the index to have merged the pieces that building left. */
const REST_MS = 10_000;

/** What the search view asks while one types. */
const requestFor = (query: string): FindRequest => ({
  ...{ query: parseQuery(query), siteIds: null, notSiteIds: [], fromTime: null, untilTime: null },
  ...{ limits: { posts: 5, comments: 50, drafts: 0 }, order: 'best', offset: 0 },
});

/** The baseline: every text in lower case, and whether it holds every word. It ranks nothing and shows no part. */
function naiveScan({ posts, comments }: Corpus, query: string): number {
  const words = query.toLowerCase().split(' ');
  const holds = (text: string) => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
  return (
    posts.filter(({ fields }) => holds(`${fields.title} ${fields.body}`)).length +
    comments.filter(({ author, raw }) => holds(`${author.name} ${raw}`)).length
  );
}

/** Builds the index over the corpus. */
async function build(corpus: Corpus, file: string) {
  const library = new MemoryLibrary();
  library.commit('posts', corpus.posts);
  library.commit('comments', corpus.comments);
  const built = Promise.withResolvers<void>();
  const engine = new SearchEngine({
    ...{ library, file, clock: systemClock },
    worker: new URL('../../main/search/worker.ts', import.meta.url),
    onBuilding: (building) => building === null && built.resolve(),
    onBug: built.reject,
  });
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  stalls.enable();
  const took = await time(async () => {
    engine.start();
    await built.promise;
  });
  stalls.disable();
  return { engine, took, stall: stalls.percentile(99.9) / 1e6 };
}

/** Search while typing over 102,000 documents, against reading all of them. */
export async function searchMeasures(folder: string): Promise<Measures> {
  const corpus = searchCorpus(POSTS, COMMENTS);
  const file = path.join(folder, 'index.sqlite');
  const { engine, took, stall } = await build(corpus, file);
  try {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const times = { search: [] as number[], scan: [] as number[] };
    for (const query of typedQueries(corpus, QUERIES)) {
      const works = {
        search: async () => must(await engine.find(requestFor(query))),
        scan: () => naiveScan(corpus, query),
      };
      const took = await race(works, TURNS);
      times.search.push(took.search);
      times.scan.push(took.scan);
    }
    const [search, scan] = [quantile(times.search, 0.95), quantile(times.scan, 0.95)];
    const medians = `median ${ms(quantile(times.search, 0.5))} and ${ms(quantile(times.scan, 0.5))}`;
    const { size } = await stat(file);
    return {
      'search, 95th percentile / naive scan': ratioAtMost(
        0.05,
        search,
        scan,
        `${ms(search)}, ${ms(scan)}; ${medians}`,
      ),
      'search, 95th percentile': atMost(
        16,
        search,
        'ms',
        `${QUERIES} queries of one to three words, each the middle of ${TURNS} turns`,
        1,
      ),
      'search index: build': forComparison(
        took / 1000,
        's',
        `102,000 records, ${Math.round(size / 1e6)} MB on disk`,
      ),
      'search index: stall of main while it is built': forComparison(stall, 'ms', '99.9th percentile'),
    };
  } finally {
    await engine.stop();
  }
}
