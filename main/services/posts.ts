import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { postCalls } from '../../preload/contract/posts.ts';
import type { Clock } from '../clock.ts';
import { newPost } from '../domain/new-post.ts';
import { onPost } from '../domain/operation.ts';
import { type Post, sameFields, sortDate } from '../domain/post.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Library } from '../library/library.ts';
import type { Transaction } from '../library/transaction.ts';
import { markRemoved } from '../revisions/follow-their-posts.ts';
import { keepIfDue, keepRevision } from '../revisions/keep-revision.ts';
import {
  inFilter,
  openOperation,
  type PostFilter,
  postDetail,
  postRow,
  postSync,
  rightsTo,
} from './post-views.ts';
import { enqueuePost } from './send-post.ts';

type Calls = typeof postCalls;
type In<N extends keyof Calls> = Input<Calls[N]>;

const missing = (id: string) => err({ kind: 'not-found' as const, what: 'post' as const, id });

/** Writing: the calls of `posts`, see the contract for what each promises. */
export class PostService implements Handlers<Calls> {
  readonly #library: Library;
  readonly #clock: Clock;

  constructor(library: Library, clock: Clock) {
    this.#library = library;
    this.#clock = clock;
  }

  async list({ siteId, filter, offset, limit }: In<'list'>) {
    const posts = this.#of(siteId).filter((post) => inFilter(post, filter));
    posts.sort((a, b) => (sortDate(a) < sortDate(b) ? 1 : -1));
    const siteOf = (post: Post) =>
      post.siteId === null ? undefined : this.#library.get('sites', post.siteId);
    const rows = posts
      .slice(offset, offset + limit)
      .map((post) => postRow(post, siteOf(post), openOperation(this.#library, post.id)));
    return ok({ total: posts.length, offset, rows });
  }

  async counts({ siteId }: In<'counts'>) {
    const posts = this.#of(siteId);
    const count = (filter: PostFilter) => posts.filter((post) => inFilter(post, filter)).length;
    return ok({
      all: count('all'),
      drafts: count('drafts'),
      scheduled: count('scheduled'),
      published: count('published'),
    });
  }

  async get({ postId }: In<'get'>) {
    return this.#detail(postId);
  }

  async create({ siteId }: In<'create'>) {
    // "New post" pressed again and again leads to the same blank page, not to a heap of them.
    const blank = this.#of(null).find((post) => post.siteId === siteId && isBlank(post));
    if (blank) return this.#detail(blank.id);
    const id = this.#clock.createId();
    const created = await this.#library.transact((tx) => {
      if (siteId !== null && !tx.get('sites', siteId))
        return err({ kind: 'not-found', what: 'site', id: siteId });
      tx.put('posts', newPost(id, siteId, {}, this.#now()));
      return ok(null);
    });
    return created.ok ? this.#detail(id) : created;
  }

  /** Takes words for a post that may not be sent, too: rights can go while someone types, and words must not. */
  async save({ postId, expectedRevision, title, body }: In<'save'>) {
    const savedAt = this.#now();
    return this.#library.transact((tx) => {
      const post = tx.get('posts', postId);
      if (!post) return missing(postId);
      if (post.revision !== expectedRevision) return stale(post, expectedRevision);
      const fields = { ...post.fields, title: title.toWellFormed(), body: body.toWellFormed() };
      const changed = !sameFields(fields, post.fields);
      const kept = changed ? keepIfDue(tx, post, fields, this.#clock) : post;
      const saved = changed ? { ...kept, fields, revision: post.revision + 1, editedAt: savedAt } : post;
      if (changed) tx.put('posts', saved);
      const sync = postSync(saved, openOperation(tx, postId));
      return ok({ revision: saved.revision, savedAt, sync });
    });
  }

  assignSite({ postId, siteId }: In<'assignSite'>) {
    return this.#change(postId, (post, tx) => {
      if (post.siteId !== null) return readOnly;
      if (!tx.get('sites', siteId)) return err({ kind: 'not-found', what: 'site', id: siteId });
      tx.put('posts', { ...post, siteId });
      return ok(null);
    });
  }

  send({ postId, expectedRevision, status }: In<'send'>) {
    return this.#change(postId, (post, tx) => {
      if (post.revision !== expectedRevision) return stale(post, expectedRevision);
      if (!rightsTo(post, tx).sendable.includes(status)) {
        return err({ kind: 'forbidden', code: 'not_sendable', host: '' });
      }
      return enqueuePost(tx, post, status, this.#clock);
    });
  }

  async resolveConflict({ postId, keep }: In<'resolveConflict'>) {
    const keptAs = this.#clock.createId();
    const resolved = await this.#change(postId, (post, tx) => {
      if (!post.conflict) return missing(postId);
      const { fields: theirs, token, noticedAt } = post.conflict;
      const loser = keep === 'mine' ? theirs : post.fields;
      const kept = newPost(keptAs, post.siteId, { ...loser, slug: '', status: 'draft' }, this.#now());
      const setAsideFrom =
        keep === 'mine'
          ? { postId, side: 'theirs' as const, at: token.modifiedGmt || noticedAt }
          : { postId, side: 'mine' as const, at: post.editedAt };
      tx.put('posts', { ...kept, setAsideFrom });
      const number = keep === 'mine' ? 0 : post.revision;
      const lost = { kind: 'conflict' as const, fields: loser, postRevision: number };
      // Address and status stay the site's: words were chosen, and an upload that asked for a status is withdrawn.
      const { slug } = theirs;
      const status = theirs.status === 'trash' ? 'draft' : theirs.status;
      const fields = keep === 'mine' ? { ...post.fields, slug, status } : theirs;
      const base = { fields: theirs, token };
      tx.put('posts', {
        ...keepRevision(tx, post, lost, this.#clock),
        fields,
        base,
        conflict: null,
        revision: post.revision + 1,
        editedAt: this.#now(),
      });
      this.#withdraw(tx, postId);
      return ok(null);
    });
    return resolved.ok ? ok({ post: resolved.value, keptAs }) : resolved;
  }

  async remove({ postId }: In<'remove'>) {
    const removed = await this.#change(postId, (post, tx) => {
      if (post.remoteId !== null || openOperation(tx, postId)) {
        return err({ kind: 'validation', field: 'postId', reason: 'already-sent', detail: '' });
      }
      const editedAt = this.#now();
      tx.put('posts', { ...post, fields: { ...post.fields, status: 'trash' }, editedAt });
      markRemoved(tx, postId, editedAt);
      return ok(null);
    });
    return removed.ok ? ok({ postId }) : removed;
  }

  restore({ postId }: In<'restore'>) {
    return this.#change(postId, (post, tx) => {
      if (post.remoteId !== null || post.fields.status !== 'trash') return missing(postId);
      tx.put('posts', { ...post, fields: { ...post.fields, status: 'draft' } });
      markRemoved(tx, postId, undefined);
      return ok(null);
    });
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }

  #of(siteId: string | null): Post[] {
    return this.#library.all('posts').filter((post) => siteId === null || post.siteId === siteId);
  }

  #detail(id: string) {
    const post = this.#library.get('posts', id);
    return post ? ok(postDetail(post, this.#library)) : missing(id);
  }

  /** Changes one post and answers with its new detail. */
  async #change(id: string, work: (post: Post, tx: Transaction) => Result<unknown>) {
    const done = await this.#library.transact((tx): Result<unknown> => {
      const post = tx.get('posts', id);
      return post ? work(post, tx) : missing(id);
    });
    return done.ok ? this.#detail(id) : done;
  }

  /**
   * Once someone has chosen between two versions, no upload from before may go on, also one that waits for an answer:
   * it would put the words that were not chosen over the others.
   */
  #withdraw(tx: Transaction, postId: string): void {
    for (const operation of tx.openOperations(onPost(postId))) {
      if (operation.task.kind !== 'update-post' || operation.state === 'sending') continue;
      tx.put('operations', { ...operation, state: 'cancelled', endedAt: this.#now() });
    }
  }
}

const stale = (post: Post, expected: number) =>
  err({ kind: 'stale-write' as const, expected, actual: post.revision });

/** A draft in which nothing has ever been written. */
const isBlank = ({ remoteId, revision, fields }: Post): boolean =>
  remoteId === null &&
  revision === 1 &&
  fields.status === 'draft' &&
  fields.title === '' &&
  fields.body === '';

const readOnly = err({ kind: 'validation', field: 'postId', reason: 'read-only', detail: '' } as const);
