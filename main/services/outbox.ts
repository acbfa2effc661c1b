import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { outboxCalls } from '../../preload/contract/outbox.ts';
import type { Clock } from '../clock.ts';
import { type Comment, type CommentStatus, commentId } from '../domain/comment.ts';
import type { Decision } from '../domain/decision.ts';
import { byPlace, type Operation, targetOf } from '../domain/operation.ts';
import { goesFirst } from '../domain/outbox-order.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Library } from '../library/library.ts';
import type { Transaction } from '../library/transaction.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { openDecisions } from './decisions.ts';
import { tryAgain } from './enqueue.ts';
import { mayCancel, operationRow } from './outbox-views.ts';
import { returnWords } from './take-back-reply.ts';
import { twoVersionsRow, unchosenPosts } from './two-versions.ts';

type Calls = typeof outboxCalls;
type In<N extends keyof Calls> = Input<Calls[N]>;

/** How long what was sent stays in the list. */
const SHOWN_AFTER_SENDING_MS = 24 * 3_600_000;

const missing = (id: string) => err({ kind: 'not-found' as const, what: 'operation' as const, id });
const alreadySent = err({
  kind: 'validation',
  field: 'operationId',
  reason: 'already-sent',
  detail: '',
} as const);

/** What waits to reach the sites: the calls of `outbox`. */
export class OutboxService implements Handlers<Calls> {
  readonly #library: Library;
  readonly #clock: Clock;
  readonly #engine: Pick<SyncEngine, 'wake' | 'state'>;

  constructor(library: Library, clock: Clock, engine: Pick<SyncEngine, 'wake' | 'state'>) {
    this.#library = library;
    this.#clock = clock;
    this.#engine = engine;
  }

  async list() {
    const since = new Date(this.#clock.now().getTime() - SHOWN_AFTER_SENDING_MS).toISOString();
    const all = this.#library.all('operations').sort(byPlace);
    const first = goesFirst(all);
    const rows = (wanted: (operation: Operation) => boolean) =>
      all
        .filter(wanted)
        .map((operation) =>
          operationRow(
            operation,
            first.get(operation.id),
            this.#library,
            this.#engine.state(operation.siteId),
          ),
        );
    return ok({
      needsYou: [
        ...rows(({ state }) => state === 'failed'),
        ...unchosenPosts(this.#library.all('posts'), all).map((post) => twoVersionsRow(post, this.#library)),
      ],
      waiting: rows(isWaiting),
      sent: rows(({ state, endedAt }) => state === 'done' && endedAt !== null && endedAt >= since).reverse(),
    });
  }

  async counts() {
    const open = this.#library.openOperations();
    return ok({
      waiting: open.filter(isWaiting).length,
      needsYou:
        open.filter(({ state }) => state === 'failed').length +
        unchosenPosts(this.#library.all('posts'), open).length,
    });
  }

  async sendNow() {
    const done = await this.#library.transact((tx) => {
      for (const operation of tx.openOperations()) {
        if (operation.notBefore !== null) tx.put('operations', { ...operation, notBefore: null });
      }
      return ok({});
    });
    this.#engine.wake(null, true);
    return done;
  }

  async retry({ operationId }: In<'retry'>) {
    const done = await this.#library.transact((tx) => {
      const operation = tx.get('operations', operationId);
      if (!operation) return missing(operationId);
      if (operation.state === 'failed') {
        tx.put('operations', tryAgain(operation));
      } else if (isWaiting(operation)) {
        tx.put('operations', { ...operation, notBefore: null });
      }
      return ok({});
    });
    if (done.ok) this.#engine.wake(null, true);
    return done;
  }

  cancel({ operationId }: In<'cancel'>) {
    return this.#library.transact((tx): Result<Record<string, never>> => {
      const operation = tx.get('operations', operationId);
      if (!operation) return missing(operationId);
      if (!mayCancel(operation)) return alreadySent;
      for (const gone of [operation, ...whatFollows(tx, operation)]) {
        tx.put('operations', { ...gone, state: 'cancelled', endedAt: this.#clock.now().toISOString() });
      }
      this.#putBack(tx, operation);
      return ok({});
    });
  }

  /** Undoes here what the operation had shown as decided, so that nothing is lost and nothing pretends. */
  #putBack(tx: Transaction, { id, task, siteId }: Operation): void {
    if (task.kind === 'set-comment-status') {
      const comment = tx.get('comments', task.commentId);
      if (comment) tx.put('comments', { ...comment, status: statusOnItsWay(tx, comment) });
      const decision = decisionOf(tx, id);
      if (decision) takeOutOfJournal(tx, decision, this.#clock.now().toISOString());
    } else if (task.kind === 'create-reply') {
      // As they stand in the thread: damage can have changed letters of what was to be sent.
      const words = tx.get('comments', task.commentId)?.raw ?? task.content;
      tx.remove('comments', task.commentId);
      returnWords(tx, this.#clock, commentId(siteId, task.parentRemoteId), words);
    } else {
      const post = tx.get('posts', task.postId);
      const status = post?.base?.fields.status ?? 'draft';
      if (post) tx.put('posts', { ...post, fields: { ...post.fields, status } });
    }
  }
}

/** Updates of a post whose creation is withdrawn have nothing to update. */
function whatFollows(tx: Transaction, { task, sequence }: Operation): Operation[] {
  if (task.kind !== 'create-post') return [];
  return tx
    .openOperations(targetOf(task))
    .filter((other) => other.state === 'queued' && other.sequence > sequence);
}

/** The decision that an operation carries. */
function decisionOf(tx: Transaction, operation: string): Decision | undefined {
  for (const decision of tx.newestFirst('decisions')) if (decision.operationId === operation) return decision;
  return undefined;
}

/** The status that a comment has here: that of the newest decision still on its way, else what the site has. */
function statusOnItsWay(tx: Transaction, { id, baseStatus }: Comment): CommentStatus {
  const newest = openDecisions(tx, id).sort(byPlace).at(-1)?.task;
  return newest?.kind === 'set-comment-status' ? newest.status : baseStatus;
}

/**
 * A decision that never left is undone; if it was itself an undo, what it took back stands again. The trash of a reply
 * takes back the decision on another comment, the one that was answered: that stays taken back.
 */
function takeOutOfJournal(tx: Transaction, decision: Decision, at: string): void {
  tx.put('decisions', { ...decision, undoneAt: at });
  const taken = decision.undoes === null ? undefined : tx.get('decisions', decision.undoes);
  if (taken?.commentId === decision.commentId) tx.put('decisions', { ...taken, undoneAt: null });
}

const isWaiting = ({ state }: Operation): boolean =>
  state === 'queued' || state === 'sending' || state === 'sent-unconfirmed';
