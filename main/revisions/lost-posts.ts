import type { Clock } from '../clock.ts';
import {
  broughtBack,
  type LostPost,
  lostPosts,
  newestWords,
  nextRevision,
  type Place,
  placeOf,
  type Surroundings,
  type Upload,
} from '../domain/lost-post.ts';
import type { Operation } from '../domain/operation.ts';
import type { Post, PostFields } from '../domain/post.ts';
import type { Revision } from '../domain/revision.ts';
import type { Reader, Transaction } from '../library/transaction.ts';
import { keepRevision } from './keep-revision.ts';

/** What became of a lost post: the post that it is now, or is among the versions of. */
export interface BroughtBack {
  postId: string;
  joined: boolean;
}

/** The posts that damage has taken and of which earlier versions are left, the one of which was kept last first. */
export const lostIn = (library: Reader): LostPost[] =>
  lostPosts([...library.newestFirst('revisions')], (postId) => library.get('posts', postId) !== undefined);

/** Brings lost posts back, see {@link broughtBack} for what they become. One that is not lost any more is left out. */
export function bringBackIn(tx: Transaction, postIds: ReadonlySet<string>, clock: Clock): BroughtBack[] {
  const around = surroundingsIn(tx);
  /** More than one can have stood in a place: brought here by a pull after the first was lost, and lost like it. */
  const again = new Map<string, Post>();
  const order = new Map([...tx.newestFirst('revisions')].map(({ id }, place) => [id, place]));
  return lostIn(tx)
    .filter(({ postId }) => postIds.has(postId))
    .map((lost) => {
      const near = around(lost.postId);
      const postAt: Surroundings['postAt'] = (...place) =>
        near.postAt(...place) ?? again.get(keyOf(...place));
      const { kind, post } = broughtBack(lost, { ...near, postAt });
      if (kind === 'joins') join(tx, lost, near, post, order, clock);
      else {
        tx.put('posts', post);
        if (post.remoteId !== null) again.set(keyOf(post.siteId, post.remoteId), post);
      }
      return { postId: post.id, joined: kind === 'joins' };
    });
}

const keyOf = (siteId: string | null, remoteId: number | null): string => `${siteId}/${remoteId}`;

/**
 * The newest words are kept for good among the versions of a post that stands for the lost one and has others.
 *
 * @param order place of each version that was there before, the one kept last first
 */
function join(
  tx: Transaction,
  lost: LostPost,
  around: Surroundings,
  { id }: Post,
  order: ReadonlyMap<string, number>,
  clock: Clock,
): void {
  // The other post counts on its own how often it was saved.
  for (const { postRevision: _, ...version } of lost.versions)
    tx.put('revisions', { ...version, postId: id });
  // As it is by now: more than one can join it.
  const post = tx.get('posts', id);
  if (!post) return;
  const named = { ...post, newestRevision: lost.newest.id };
  const { fields, at } = newestWords(lost, around.uploads);
  const kept = sameText(fields, post.fields)
    ? named
    : keepRevision(tx, named, { kind: 'conflict', fields, at, postRevision: 0 }, clock);
  // What was kept last of both stays what the next is compared with.
  const own = tx.get('revisions', post.newestRevision ?? '');
  const isNewer = ({ id }: Revision) => (order.get(id) ?? -1) < (order.get(lost.newest.id) ?? -1);
  const isOwnNewer = kept.newestRevision === lost.newest.id && own && isNewer(own);
  tx.put('posts', isOwnNewer ? { ...kept, newestRevision: own.id } : kept);
}

const sameText = (a: PostFields, b: PostFields): boolean =>
  a.title.trim() === b.title.trim() && a.body === b.body && a.excerpt === b.excerpt;

/** Lost posts that a site brings back by itself, as a pull comes to each of its posts. */
export class LostOfSite {
  readonly #siteId: string;
  readonly #lost: Recognisable[];

  constructor(tx: Transaction, siteId: string) {
    this.#siteId = siteId;
    const lost = lostIn(tx);
    const around = lost.length === 0 ? () => ALONE : surroundingsIn(tx);
    this.#lost = lost.map((each) => recognisable(each, around(each.postId)));
  }

  /**
   * The lost post that a post of the site is, where that holds the newest of its words: nothing is lost any more, and
   * under its old id it has its versions and uploads again, above whose version numbers its own goes on. With other words
   * somebody has to look at both, see {@link bringBackIn}. Each is taken once.
   */
  take(remote: { remoteId: number; fields: PostFields }): Taken | undefined {
    const at = this.#lost.findIndex((each) => this.#isIt(each, remote));
    return at === -1 ? undefined : this.#lost.splice(at, 1)[0]?.taken;
  }

  #isIt(
    { place, isTold, titles, words }: Recognisable,
    { remoteId, fields }: { remoteId: number; fields: PostFields },
  ): boolean {
    const mayBe =
      place.siteId === this.#siteId
        ? place.remoteId === remoteId || (place.remoteId === null && fields.status !== 'trash')
        : place.siteId === null && !isTold;
    if (!mayBe || !titles.has(fields.title.trim())) return false;
    const mine = words();
    return mine.body !== '' && sameText({ ...mine, excerpt: fields.excerpt }, fields);
  }
}

/** What a post has again that is not lost any more. */
type Taken = Pick<LostPost, 'postId'> & Required<Pick<Post, 'revision' | 'newestRevision'>>;

/** What a lost post is recognised by. */
interface Recognisable {
  taken: Taken;
  place: Place;
  /** Whether its versions say where it belonged. */
  isTold: boolean;
  /** Those that its newest words can have. */
  titles: ReadonlySet<string>;
  /** Read and counted for a post with such a title only: for every post of a site that would take minutes. */
  words(): PostFields;
}

function recognisable(lost: LostPost, around: Surroundings): Recognisable {
  const all = [...lost.versions, ...around.uploads.map(({ task }) => task)];
  let words: PostFields | undefined;
  return {
    taken: {
      postId: lost.postId,
      revision: nextRevision(lost, around.uploads),
      newestRevision: lost.newest.id,
    },
    place: placeOf(lost, around),
    isTold: lost.versions.some(({ place }) => place !== undefined),
    titles: new Set(all.map(({ fields }) => fields.title.trim())),
    words: () => {
      words ??= newestWords(lost, around.uploads).fields;
      return words;
    },
  };
}

const ALONE: Surroundings = {
  hasSite: () => false,
  postAt: () => undefined,
  postsNamed: () => [],
  uploads: [],
};

/** What is around each lost post; read once for all of them. */
export function surroundingsIn(library: Reader): (postId: string) => Surroundings {
  const posts = library.all('posts').filter(({ remoteId }) => remoteId !== null);
  const byPlace = new Map(posts.map((post) => [keyOf(post.siteId, post.remoteId), post]));
  const byName = Map.groupBy(posts, ({ base }) => base?.fields.slug ?? '');
  const uploads = Map.groupBy(library.all('operations').filter(isUpload), ({ task }) => task.postId);
  return (postId) => ({
    hasSite: (siteId) => library.get('sites', siteId) !== undefined,
    postAt: (siteId, remoteId) => byPlace.get(keyOf(siteId, remoteId)),
    postsNamed: (slug) => byName.get(slug) ?? [],
    uploads: uploads.get(postId) ?? [],
  });
}

const isUpload = (operation: Operation): operation is Upload => 'fields' in operation.task;
