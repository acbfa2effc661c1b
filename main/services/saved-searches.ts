import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { savedSearchCalls } from '../../preload/contract/saved-searches.ts';
import type { Clock } from '../clock.ts';
import { ok } from '../domain/result.ts';
import type { SavedSearch } from '../domain/saved-search.ts';
import { isSameName } from '../domain/saved-search-rules.ts';
import { asksNothing, parseQuery } from '../domain/search-query.ts';
import type { Library } from '../library/library.ts';
import type { FindRequest } from '../search/protocol.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { AtMostEvery } from './at-most-every.ts';
import { askedBy } from './search-request.ts';

type Calls = typeof savedSearchCalls;
type Count = { id: string; count: number | null };

/** Pause between two rounds of counting, ms: a pull brings a commit every few milliseconds. */
const PAUSE_MS = 1_000;

const NO_HITS: Pick<FindRequest, 'limits' | 'order' | 'offset'> = {
  ...{ limits: { posts: 0, comments: 0, drafts: 0 }, order: 'newest', offset: 0 },
};

/** Searches that somebody keeps: the calls of `savedSearches`. */
export class SavedSearchService implements Handlers<Calls> {
  readonly #library: Library;
  readonly #clock: Clock;
  readonly #engine: Pick<SearchEngine, 'totals'>;
  readonly #counted: AtMostEvery<Count[]>;

  constructor(library: Library, clock: Clock, engine: Pick<SearchEngine, 'totals'>) {
    this.#library = library;
    this.#clock = clock;
    this.#engine = engine;
    this.#counted = new AtMostEvery(PAUSE_MS, clock, () => this.#countAll());
  }

  async list() {
    const ready = await this.#library.ready('savedSearches');
    if (!ready.ok) return ready;
    return ok(this.#inOrder().map(({ createdAt: _, ...search }) => search));
  }

  async counts() {
    const loaded = await this.#library.loaded;
    return loaded.ok ? ok(await this.#counted.ask()) : loaded;
  }

  save({ id, name, query, siteId }: Input<Calls['save']>) {
    return this.#library.transact((tx) => {
      const isMeant = (other: SavedSearch) => (id === null ? isSameName(other.name, name) : other.id === id);
      const known = tx.all('savedSearches').find(isMeant);
      const kept = {
        id: known?.id ?? id ?? this.#clock.createId(),
        createdAt: known?.createdAt ?? this.#clock.now().toISOString(),
      };
      tx.put('savedSearches', { ...kept, name: name.trim(), query, siteId });
      return ok({ id: kept.id });
    });
  }

  forget({ id }: Input<Calls['forget']>) {
    return this.#library.transact((tx) => {
      if (tx.get('savedSearches', id)) tx.remove('savedSearches', id);
      return ok({});
    });
  }

  #inOrder(): SavedSearch[] {
    return this.#library
      .all('savedSearches')
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
  }

  /** One after another, so that whoever types waits for one of them at most. */
  async #countAll(): Promise<Count[]> {
    const counts: Count[] = [];
    for (const { id, query, siteId } of this.#inOrder()) {
      counts.push({ id, count: await this.#count(query, siteId) });
    }
    return counts;
  }

  async #count(typed: string, siteId: string | null): Promise<number | null> {
    const query = parseQuery(`${typed} `);
    if (asksNothing(query) && siteId === null) return 0;
    const { asked } = askedBy(query, this.#library.all('sites'));
    const siteIds = siteId === null ? asked.siteIds : [siteId];
    const answer = await this.#engine.totals({ ...asked, ...NO_HITS, siteIds });
    return answer.ok ? answer.value.posts + answer.value.comments : null;
  }
}
