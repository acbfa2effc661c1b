import type { z } from 'zod';
import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { commentHitSchema, postHitSchema, searchCalls } from '../../preload/contract/search.ts';
import { hostOf } from '../domain/host.ts';
import { ok, type Result } from '../domain/result.ts';
import { asksNothing, parseQuery, type SearchQuery } from '../domain/search-query.ts';
import type { Site } from '../domain/site.ts';
import type { Library } from '../library/library.ts';
import type { FindRequest, Hit } from '../search/protocol.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { sortDate } from './post-views.ts';

type Calls = typeof searchCalls;
type In = Input<Calls['find']>;
type Out = z.input<Calls['find']['output']>;

/** Posts shown above the comments where both are asked for: who wants more of them asks for posts. */
const POSTS_AMONG_ALL = 5;

/** Searching: the calls of `search`. The index knows what was found; how it stands now comes from the library. */
export class SearchService implements Handlers<Calls> {
  readonly #library: Library;
  readonly #engine: Pick<SearchEngine, 'find' | 'building'>;

  constructor(library: Library, engine: Pick<SearchEngine, 'find' | 'building'>) {
    this.#library = library;
    this.#engine = engine;
  }

  async find({ query: typed, group, order, offset, limit }: In): Promise<Result<Out>> {
    const loaded = await this.#library.loaded;
    if (!loaded.ok) return loaded;
    const query = parseQuery(typed);
    const { siteIds, notSiteIds, notes } = this.#sites(query);
    if (asksNothing(query)) return ok(nothingFound(notes, this.#engine.building));
    const answer = await this.#engine.find({
      ...{ query, siteIds, notSiteIds, order, offset, limits: limitsFor(group, limit) },
      fromTime: query.from && startOfDay(query.from),
      untilTime: query.until && startOfDay(query.until),
    });
    if (!answer.ok) return answer;
    const { totals, hits, building } = answer.value;
    const posts = group === 'drafts' ? hits.drafts : hits.posts;
    return ok({
      ...{ totals, notes, building, asksNothing: false },
      posts: posts.flatMap((hit) => this.#postHit(hit)),
      comments: this.#commentHits(hits.comments),
    });
  }

  /** The sites that a query names, by a part of their title or address. */
  #sites({ site, notes }: SearchQuery): Pick<FindRequest, 'siteIds' | 'notSiteIds'> & Pick<Out, 'notes'> {
    const sites = this.#library.all('sites');
    const named = (part: string) => sites.filter((one) => isNamed(one, part)).map(({ id }) => id);
    const unknown = [...site.any, ...site.none].filter((part) => named(part).length === 0);
    return {
      siteIds: site.any.length === 0 ? null : site.any.flatMap(named),
      notSiteIds: site.none.flatMap(named),
      notes: [...notes, ...unknown.map((text) => ({ kind: 'unknown-site' as const, text }))],
    };
  }

  #postHit({ id, headline, snippet, language }: Hit): z.input<typeof postHitSchema>[] {
    const post = this.#library.get('posts', id);
    if (!post) return [];
    const site = post.siteId === null ? undefined : this.#library.get('sites', post.siteId);
    const { status } = post.fields;
    const what = { id, siteId: post.siteId, title: headline, snippet, language, status };
    return [{ ...what, date: sortDate(post), timeZone: site?.timeZone ?? null }];
  }

  #commentHits(hits: readonly Hit[]): z.input<typeof commentHitSchema>[] {
    const titles = new Map(
      this.#library.all('posts').map((post) => [`${post.siteId}/${post.remoteId}`, post.fields.title]),
    );
    return hits.flatMap(({ id, headline, snippet, language, links, number }) => {
      const comment = this.#library.get('comments', id);
      const site = comment && this.#library.get('sites', comment.siteId);
      if (!comment || !site) return [];
      const { siteId, postRemoteId, status, dateGmt, author } = comment;
      const postTitle = titles.get(`${siteId}/${postRemoteId}`) ?? '';
      const what = { id, siteId, author: headline, snippet, language, links, number, postTitle, status };
      return [{ ...what, isBlogUser: author.userId > 0, date: dateGmt, timeZone: site.timeZone }];
    });
  }
}

function limitsFor(group: In['group'], limit: number): FindRequest['limits'] {
  const none = { posts: 0, comments: 0, drafts: 0 };
  if (group === 'all') return { ...none, posts: Math.min(limit, POSTS_AMONG_ALL), comments: limit };
  return { ...none, [group]: limit };
}

const isNamed = ({ title, url }: Site, part: string): boolean =>
  title.toLowerCase().includes(part) || hostOf(url).toLowerCase().includes(part);

/** A day begins when it does on this computer: whoever types a date looks at their own calendar. */
function startOfDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).toISOString();
}

const nothingFound = (notes: Out['notes'], building: Out['building']): Out => ({
  ...{ totals: { posts: 0, comments: 0, drafts: 0 }, posts: [], comments: [] },
  ...{ notes, building, asksNothing: true },
});
