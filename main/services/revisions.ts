import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { revisionCalls } from '../../preload/contract/revisions.ts';
import type { Clock } from '../clock.ts';
import { isWhole } from '../domain/lost-post.ts';
import type { Post, PostFields } from '../domain/post.ts';
import { err, ok } from '../domain/result.ts';
import { hadSince, type Revision } from '../domain/revision.ts';
import type { Library } from '../library/library.ts';
import { Slices } from '../library/slices.ts';
import { markRemoved } from '../revisions/follow-their-posts.ts';
import { keepRevision } from '../revisions/keep-revision.ts';
import { bringBackIn, lostIn } from '../revisions/lost-posts.ts';
import { goneFirst, lostRows } from './lost-post-views.ts';
import { postDetail, rightsTo } from './post-views.ts';

/** Rows that are listed: more are brought back all together, or as the list gets shorter. */
const MOST_LOST = 200;

type Calls = typeof revisionCalls;
type In<N extends keyof Calls> = Input<Calls[N]>;

const missing = (id: string) => err({ kind: 'not-found' as const, what: 'revision' as const, id });

/** Earlier versions of posts: the calls of `revisions`, see the contract for what each promises. */
export class RevisionService implements Handlers<Calls> {
  readonly #library: Library;
  readonly #clock: Clock;

  constructor(library: Library, clock: Clock) {
    this.#library = library;
    this.#clock = clock;
  }

  async list({ postId }: In<'list'>) {
    // No date says which came after which: a site sets them ahead, and the clock may have been years off.
    return ok(this.#of(postId).map(rowOf));
  }

  async damaged({ postId }: In<'damaged'>) {
    const slices = new Slices();
    const damaged: string[] = [];
    for (const revision of this.#of(postId)) {
      if (!isWhole(revision)) damaged.push(revision.id);
      await slices.breathe();
    }
    return ok(damaged);
  }

  #of(postId: string): Revision[] {
    return [...this.#library.newestFirst('revisions')].filter((revision) => revision.postId === postId);
  }

  async get({ revisionId }: In<'get'>) {
    const revision = this.#library.get('revisions', revisionId);
    if (!revision) return missing(revisionId);
    const { id, postId, fields } = revision;
    return ok({ id, postId, fields });
  }

  async restore({ revisionId, expectedRevision }: In<'restore'>) {
    const done = await this.#library.transact((tx) => {
      const revision = tx.get('revisions', revisionId);
      const post = revision && tx.get('posts', revision.postId);
      if (!post) return missing(revisionId);
      if (post.revision !== expectedRevision) {
        return err({ kind: 'stale-write', expected: expectedRevision, actual: post.revision });
      }
      if (!rightsTo(post, tx).editable) return refused('read-only');
      if (!isWhole(revision)) return refused('damaged-text');
      const present = { kind: 'before-restore' as const, fields: post.fields };
      const kept = keepRevision(tx, post, present, this.#clock);
      const editedAt = this.#clock.now().toISOString();
      const fields = restored(post, revision);
      tx.put('posts', { ...kept, fields, revision: post.revision + 1, editedAt });
      return ok({ postId: post.id, before: kept.newestRevision ?? '' });
    });
    if (!done.ok) return done;
    const { postId, before } = done.value;
    const post = this.#library.get('posts', postId);
    return post ? ok({ post: postDetail(post, this.#library), before }) : missing(revisionId);
  }

  async lost() {
    const { lost, joining } = goneFirst(this.#library, lostIn(this.#library));
    return ok({
      total: lost.length,
      joining,
      posts: await lostRows(this.#library, lost.slice(0, MOST_LOST)),
    });
  }

  bringBack({ postIds }: In<'bringBack'>) {
    return this.#library.transact((tx) => {
      const wanted = postIds ?? lostIn(tx).map(({ postId }) => postId);
      return ok({ posts: bringBackIn(tx, new Set(wanted), this.#clock) });
    });
  }

  discardLost({ postId }: In<'discardLost'>) {
    return this.#library.transact((tx) => {
      if (!lostIn(tx).some((lost) => lost.postId === postId)) return noPost(postId);
      markRemoved(tx, postId, this.#clock.now().toISOString());
      return ok({});
    });
  }

  keepLost({ postId }: In<'keepLost'>) {
    return this.#library.transact((tx) => {
      if (!tx.get('posts', postId)) markRemoved(tx, postId, undefined);
      return ok({});
    });
  }
}

const noPost = (id: string) => err({ kind: 'not-found' as const, what: 'post' as const, id });

/** The words of an earlier version. Where and as what a post stands on its site is not for an old version to say. */
function restored({ fields: present, remoteId }: Post, { fields }: Revision): PostFields {
  const { title, body, excerpt } = fields;
  return { ...present, title, body, excerpt, slug: remoteId === null ? fields.slug : present.slug };
}

const rowOf = (revision: Revision) => {
  const { id, kind, fields, words, changed } = revision;
  return { id, kind, at: hadSince(revision), words, changed, status: fields.status };
};

const refused = (reason: 'read-only' | 'damaged-text') =>
  err({ kind: 'validation' as const, field: 'revisionId', reason, detail: '' });
