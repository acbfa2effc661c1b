import type { z } from 'zod';
import type { commentCalls } from '../../preload/contract/comments.ts';
import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { Clock } from '../clock.ts';
import type { AppError } from '../domain/app-error.ts';
import type { Comment, CommentStatus } from '../domain/comment.ts';
import type { Decision, DecisionKind } from '../domain/decision.ts';
import { hostOf } from '../domain/host.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Site } from '../domain/site.ts';
import { statusAfter } from '../domain/status-after.ts';
import { htmlFromTyped } from '../domain/typed-html.ts';
import type { Library } from '../library/library.ts';
import type { Transaction } from '../library/transaction.ts';
import { commentRow, personOf, stateOnItsWay, threadOf } from './comment-views.ts';
import { decide } from './decisions.ts';
import { enqueue } from './enqueue.ts';
import { takeBackReply } from './take-back-reply.ts';

type Calls = typeof commentCalls;
type In<N extends keyof Calls> = Input<Calls[N]>;

const empty = err({ kind: 'validation', field: 'content', reason: 'required', detail: '' } as const);
const missing = (id: string) => err({ kind: 'not-found' as const, what: 'comment' as const, id });

/** Moderating: the calls of `comments`, see the contract for what each promises. */
export class CommentService implements Handlers<Calls> {
  readonly #library: Library;
  readonly #clock: Clock;

  constructor(library: Library, clock: Clock) {
    this.#library = library;
    this.#clock = clock;
  }

  async list({ siteId, filter, order, offset, limit }: In<'list'>) {
    const statuses: CommentStatus[] = filter === 'all' ? ['pending', 'approved'] : [filter];
    const page = { siteId, statuses, order, offset, limit };
    const { total, comments } = await this.#library.commentPage(page);
    for (const name of ['posts', 'operations'] as const) await this.#library.ready(name);
    const rows = comments.flatMap((comment) => {
      const site = this.#library.get('sites', comment.siteId);
      const title = this.#library.postAt(comment.siteId, comment.postRemoteId)?.fields.title ?? '';
      return site ? [commentRow(comment, site, title, stateOnItsWay(this.#library, comment.id))] : [];
    });
    return ok({ total, offset, rows });
  }

  async counts({ siteId }: In<'counts'>) {
    const none = { pending: 0, approved: 0, spam: 0, trash: 0 };
    return ok({ ...none, ...(await this.#library.counts('comments', siteId)) });
  }

  async get({ commentId }: In<'get'>) {
    const found = this.#find(commentId);
    if (!found.ok) return found;
    const { comment, site } = found.value;
    return ok({
      thread: threadOf(this.#library, site, comment.postRemoteId, commentId),
      person: personOf(this.#library, comment),
      replyDraft: this.#library.get('replyDrafts', commentId)?.content ?? '',
      mayDecide: site.user.capabilities.moderateComments && comment.remoteId !== null,
    });
  }

  async thread({ postId }: In<'thread'>) {
    const post = this.#library.get('posts', postId);
    const site = post?.siteId ? this.#library.get('sites', post.siteId) : undefined;
    if (!post || !site || post.remoteId === null) {
      return err({ kind: 'not-found' as const, what: 'post' as const, id: postId });
    }
    return ok(threadOf(this.#library, site, post.remoteId));
  }

  decide({ commentIds, decision }: In<'decide'>) {
    return this.#library.transact((tx) => {
      const decided: { commentId: string; authorName: string }[] = [];
      for (const id of commentIds) {
        const applied = this.#decideOne(tx, id, decision);
        if (!applied.ok) return applied;
        if (applied.value) decided.push({ commentId: id, authorName: applied.value.author.name });
      }
      return ok({ decided });
    });
  }

  undo() {
    return this.#library.transact((tx): Result<z.input<Calls['undo']['output']>> => {
      const newest = newestStanding(tx);
      const comment = newest && tx.get('comments', newest.commentId);
      if (!newest || !comment) return ok({ undone: null });
      const refused = this.#refusal(tx, comment);
      if (refused) return err(refused);
      const { withdrawn } = decide(tx, this.#clock, comment, newest.before, { undoes: newest.id });
      const { id: commentId, author } = comment;
      const { before: status, replyId } = newest;
      const reply = replyId === undefined ? null : takeBackReply(tx, this.#clock, replyId, newest.id);
      return ok({ undone: { commentId, authorName: author.name, status, withdrawn, reply } });
    });
  }

  async saveReplyDraft({ commentId, content }: In<'saveReplyDraft'>) {
    return this.#library.transact((tx) => {
      if (content.trim() === '') tx.remove('replyDrafts', commentId);
      else if (!tx.get('comments', commentId)) return missing(commentId);
      else tx.put('replyDrafts', { id: commentId, content, savedAt: this.#now() });
      return ok({});
    });
  }

  async reply({ commentId, content, approve }: In<'reply'>) {
    if (!content.trim()) return empty;
    return this.#library.transact((tx) => {
      const comment = tx.get('comments', commentId);
      const site = comment && tx.get('sites', comment.siteId);
      if (!comment || !site || comment.remoteId === null) return missing(commentId);
      const reply = this.#ownReply(comment, comment.remoteId, site, content.trim().toWellFormed());
      const approved = approve ? this.#decideOne(tx, commentId, 'approve', reply.id) : ok(null);
      if (!approved.ok) return approved;
      tx.put('comments', reply);
      tx.remove('replyDrafts', commentId);
      enqueue(tx, this.#clock, site.id, {
        kind: 'create-reply',
        commentId: reply.id,
        postRemoteId: comment.postRemoteId,
        parentRemoteId: comment.remoteId,
        content: reply.raw,
      });
      return ok({ commentId: reply.id, approved: approved.value !== null });
    });
  }

  /**
   * Null if the comment already has that status.
   * @param replyId a reply that was written along with the decision
   */
  #decideOne(tx: Transaction, id: string, decision: DecisionKind, replyId?: string): Result<Comment | null> {
    const comment = tx.get('comments', id);
    const site = comment && tx.get('sites', comment.siteId);
    if (!comment || !site || comment.remoteId === null) return missing(id);
    const refused = this.#refusal(tx, comment);
    if (refused) return err(refused);
    const after = statusAfter(decision);
    if (comment.status === after) return ok(null);
    decide(tx, this.#clock, comment, after, replyId === undefined ? {} : { replyId });
    return ok(comment);
  }

  /** Why the user may not decide on this comment; null if they may. */
  #refusal(tx: Transaction, { siteId }: Comment): AppError | null {
    const site = tx.get('sites', siteId);
    if (!site) return { kind: 'not-found', what: 'site', id: siteId };
    if (site.user.capabilities.moderateComments) return null;
    return { kind: 'forbidden', code: 'moderate_comments', host: hostOf(site.url) };
  }

  /** A reply as it is shown until the site has confirmed it. */
  #ownReply(parent: Comment, parentRemoteId: number, site: Site, raw: string): Comment {
    const { id: userId, name } = site.user;
    return {
      id: `local/${this.#clock.createId()}`,
      siteId: site.id,
      remoteId: null,
      postRemoteId: parent.postRemoteId,
      parentRemoteId,
      type: 'comment',
      author: { userId, name, email: '', url: '', ip: '', agent: '' },
      dateGmt: this.#now(),
      raw,
      rendered: htmlFromTyped(raw),
      link: '',
      status: 'approved',
      baseStatus: 'approved',
    };
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }

  #find(id: string): Result<{ comment: Comment; site: Site }> {
    const comment = this.#library.get('comments', id);
    const site = comment && this.#library.get('sites', comment.siteId);
    return comment && site ? ok({ comment, site }) : missing(id);
  }
}

/** The newest decision that can be taken back. */
function newestStanding(tx: Transaction): Decision | undefined {
  for (const decision of tx.newestFirst('decisions')) {
    const { undoneAt, undoes, commentId } = decision;
    if (undoneAt === null && undoes === null && tx.get('comments', commentId)) return decision;
  }
  return undefined;
}
