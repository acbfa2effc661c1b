import type { z } from 'zod';
import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { commentHitSchema, postHitSchema, searchCalls } from '../../preload/contract/search.ts';
import { sortDate, statusThere } from '../domain/post.ts';
import { ok, type Result } from '../domain/result.ts';
import { asksNothing, parseQuery } from '../domain/search-query.ts';
import type { Library } from '../library/library.ts';
import type { FindRequest, Hit } from '../search/protocol.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { askedBy } from './search-request.ts';

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
    const { asked, unknownSites } = askedBy(query, this.#library.all('sites'));
    const notes = [...query.notes, ...unknownSites.map((text) => ({ kind: 'unknown-site' as const, text }))];
    if (asksNothing(query)) return ok(nothingFound(notes, this.#engine.building));
    const limits = limitsFor(group, limit);
    const answer = await this.#engine.find({ ...asked, order, offset, limits });
    if (!answer.ok) return answer;
    const { totals, hits, building, isStuck } = answer.value;
    const posts = group === 'drafts' ? hits.drafts : hits.posts;
    return ok({
      ...{ totals, notes, building, isStuck, asksNothing: false },
      posts: posts.flatMap((hit) => this.#postHit(hit)),
      comments: this.#commentHits(hits.comments),
    });
  }

  #postHit({ id, headline, snippet, language }: Hit): z.input<typeof postHitSchema>[] {
    const post = this.#library.get('posts', id);
    if (!post) return [];
    const site = post.siteId === null ? undefined : this.#library.get('sites', post.siteId);
    const what = { id, siteId: post.siteId, title: headline, snippet, language };
    const status = statusThere(post);
    const timeZone = post.remoteId === null ? null : (site?.timeZone ?? null);
    return [{ ...what, status, date: sortDate(post), timeZone }];
  }

  #commentHits(hits: readonly Hit[]): z.input<typeof commentHitSchema>[] {
    return hits.flatMap(({ id, headline, snippet, language, links, number }) => {
      const comment = this.#library.get('comments', id);
      const site = comment && this.#library.get('sites', comment.siteId);
      if (!comment || !site) return [];
      const { siteId, postRemoteId, status, dateGmt, author } = comment;
      const postTitle = this.#library.postAt(siteId, postRemoteId)?.fields.title ?? '';
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

const nothingFound = (notes: Out['notes'], building: Out['building']): Out => ({
  ...{ totals: { posts: 0, comments: 0, drafts: 0 }, posts: [], comments: [] },
  ...{ notes, building, isStuck: false, asksNothing: true },
});
