import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { parseQuery } from '../../../main/domain/search-query.ts';
import type { SearchedLibrary } from '../../../main/search/feed.ts';
import type { FindRequest, Hit } from '../../../main/search/protocol.ts';
import { SearchEngine, type SearchOptions } from '../../../main/search/search-engine.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';

const worker = new URL('../../../main/search/worker.ts', import.meta.url);
/** Dies when it is asked for "срив". */
export const crashingWorker = new URL('./crashing-worker.ts', import.meta.url);

/** A request for everything that the query asks for. */
export const aRequest = (query: string, over: Partial<FindRequest> = {}): FindRequest => ({
  ...{ query: parseQuery(query), siteIds: null, notSiteIds: [], fromTime: null, untilTime: null },
  ...{ limits: { posts: 50, comments: 50, drafts: 0 }, order: 'best', offset: 0 },
  ...over,
});

/** Text of a hit with its marks in brackets. */
export const bracketed = (segments: Hit['snippet']): string =>
  segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

/** Search over a library, with the real thread and a real file; closed when the test ends. */
export function openSearch(library: SearchedLibrary, folder: string, over: Partial<SearchOptions> = {}) {
  const bugs: string[] = [];
  const building = vi.fn();
  const file = path.join(folder, 'search', 'index.sqlite');
  const engine = new SearchEngine({
    ...{ library, file, worker, clock: systemClock },
    ...{ onBuilding: building, onBug: (error) => bugs.push(String(error)) },
    ...over,
  });
  engine.start();
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= engine.stop();
    return stopped;
  };
  onTestFinished(stop);
  const find = async (query: string, request: Partial<FindRequest> = {}) =>
    must(await engine.find(aRequest(query, request)));
  return {
    ...{ engine, file, bugs, building, stop, find },
    /** Ids of what is found, posts first. */
    async ids(query: string, request: Partial<FindRequest> = {}) {
      const { hits } = await find(query, request);
      return [...hits.posts, ...hits.comments].map(({ id }) => id);
    },
    /** Waits until the index holds the whole library. */
    async built() {
      await eventually(async () => {
        const answer = await engine.find(aRequest('x', { limits: { posts: 0, comments: 0, drafts: 0 } }));
        if (!answer.ok || answer.value.building) throw new Error(JSON.stringify(answer));
        if (building.mock.calls.length > 0 && building.mock.lastCall?.[0] !== null)
          throw new Error('building');
      });
    },
  };
}
