import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import { commentId } from '../domain/comment.ts';
import { type Operation, onComment } from '../domain/operation.ts';
import { isDistrusted, isDraft, type Post, sameFields } from '../domain/post.ts';
import { reconcileComment, reconcilePost } from '../domain/reconcile.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Site } from '../domain/site.ts';
import type { Library } from '../library/library.ts';
import type { Transaction } from '../library/transaction.ts';
import { keepRevision } from '../revisions/keep-revision.ts';
import { LostOfSite } from '../revisions/lost-posts.ts';
import type {
  RejectedRecord,
  RemoteComment,
  RemotePage,
  RemotePost,
  SiteClient,
  SiteIdentity,
} from '../sites/site-client.ts';
import { becomeOfDraft, draftsFromBackup } from './doubt.ts';

export interface PullContext {
  library: Library;
  client: SiteClient;
  clock: Clock;
  site: Site;
  /** Stops between two pages; what has arrived stays. */
  signal: AbortSignal;
  report(progress: { what: 'posts' | 'comments'; done: number; total: number }): void;
  /** Awaited before another page is asked for: thousands of comments take minutes, and decisions must not wait. */
  betweenPages?(): Promise<void>;
}

/**
 * Brings a site's posts and comments here, page by page, each page durable before the next is asked for. Every record
 * is validated on its own by the client: a bad one is set aside and the page goes on. Nothing is ever deleted by a
 * pull: a listing can be short for many reasons.
 */
export async function pullSite(context: PullContext): Promise<Result<null>> {
  const identity = await context.client.identify();
  if (!identity.ok) return identity;
  const named = await noteIdentity(context, identity.value);
  if (!named.ok) return named;
  const rejected: RejectedRecord[] = [];
  const posts = await pullPosts(context, rejected);
  if (!posts.ok) return posts;
  const comments = await pullComments(context, rejected);
  if (!comments.ok) return comments;
  return finish(context, rejected);
}

/** Titles, zones and above all rights change: what the site says about us now replaces what it said before. */
const noteIdentity = ({ library, site }: PullContext, identity: SiteIdentity): Promise<Result<null>> =>
  library.transact((tx) => {
    const known = tx.get('sites', site.id);
    const { title, language, timeZone, user } = identity;
    const next = known && { ...known, title, language, timeZone, user, needsPassword: false };
    if (next && !isDeepStrictEqual(known, next)) tx.put('sites', next);
    return ok(null);
  });

/** Stores a page of a site that we are still connected to: one that was disconnected meanwhile leaves nothing behind. */
const storeAt = ({ library, site }: PullContext, store: (tx: Transaction) => void): Promise<Result<null>> =>
  library.transact((tx) => {
    if (!tx.get('sites', site.id)) return err({ kind: 'not-found', what: 'site', id: site.id });
    store(tx);
    return ok(null);
  });

/**
 * Pages in a row without anything new after which a listing is over, whatever it says about its length: a site that
 * gives the same page for ever must not keep the outbox waiting. Some are honest: an author gets nothing for a page
 * full of others' drafts.
 */
const MOST_BARREN_PAGES = 20;

/** Walks a listing to its end. Rows that shift between two pages are met again or at the next pull. */
async function walk<T extends { remoteId: number }>(
  context: PullContext,
  what: 'posts' | 'comments',
  list: (page: number, signal: AbortSignal) => Promise<Result<RemotePage<T>>>,
  store: (page: RemotePage<T>) => Promise<Result<null>>,
): Promise<Result<null>> {
  let done = 0;
  let barren = 0;
  const met = new Set<number | string>();
  for (let number = 1; ; number += 1) {
    if (context.signal.aborted) return ok(null);
    const page = await list(number, context.signal);
    if (!page.ok) return page;
    const stored = await store(page.value);
    if (!stored.ok) return stored;
    const metBefore = met.size;
    for (const { remoteId } of page.value.records) met.add(remoteId);
    for (const { source } of page.value.rejected) met.add(source);
    barren = met.size > metBefore ? 0 : barren + 1;
    done += page.value.records.length + page.value.rejected.length;
    context.report({ what, done, total: Math.max(done, page.value.total) });
    if (number >= page.value.pages || barren >= MOST_BARREN_PAGES) return ok(null);
    await context.betweenPages?.();
  }
}

async function pullPosts(context: PullContext, rejected: RejectedRecord[]): Promise<Result<null>> {
  const { client } = context;
  const names = new Map<number, string>();
  return walk(context, 'posts', client.listPosts.bind(client), async (page) => {
    rejected.push(...page.rejected);
    const unknown = [...new Set(page.records.map((post) => post.authorId))].filter((id) => !names.has(id));
    if (unknown.length > 0) {
      const found = await client.authorNames(unknown);
      if (!found.ok) return found;
      for (const id of unknown) names.set(id, found.value.get(id) ?? '');
    }
    return storeAt(context, (tx) => storePosts(tx, context, page.records, names));
  });
}

function storePosts(
  tx: Transaction,
  { site, clock }: PullContext,
  records: readonly RemotePost[],
  names: ReadonlyMap<number, string>,
): void {
  const known = new Map(
    tx
      .all('posts')
      .flatMap((post) => (post.siteId === site.id && post.remoteId !== null ? [[post.remoteId, post]] : [])),
  );
  const beingCreated = tx.openOperations().filter(({ siteId }) => siteId === site.id);
  const drafts = draftsFromBackup(tx, site.id);
  const lost = new LostOfSite(tx, site.id);
  for (const remote of records) {
    if (beingCreated.some((operation) => makes(operation, remote))) continue;
    const local = known.get(remote.remoteId) ?? becomeOfDraft(drafts, remote);
    const back = local ? undefined : lost.take(remote);
    const next = reconcilePost(local, remote, {
      siteId: site.id,
      newId: back?.postId ?? clock.createId(),
      now: clock.now().toISOString(),
      authorName: names.get(remote.authorId) ?? '',
    });
    if (back) tx.put('posts', { ...next, revision: back.revision, newestRevision: back.newestRevision });
    else if (!isDeepStrictEqual(local, next)) tx.put('posts', keepReplaced(tx, local, next, clock));
  }
}

/** Keeps our side of two versions as it was when they were noticed, and what the site's newer version replaces here. */
function keepReplaced(tx: Transaction, local: Post | undefined, next: Post, clock: Clock): Post {
  if (!local) return next;
  const { fields, editedAt: at, revision: postRevision } = local;
  if (next.conflict && !local.conflict) return keepRevision(tx, next, { kind: 'conflict', fields }, clock);
  if (sameFields(fields, next.fields) || isLeftByDamage(local, next)) return next;
  return keepRevision(tx, next, { kind: 'pulled', fields, at, postRevision }, clock);
}

/**
 * Whether the text that is here can be what damage has left of the site's own: nobody has written it, it is not trusted,
 * and it is shorter than the whole. Of a post that is not trusted for another of its texts this one may be whole.
 */
const isLeftByDamage = (local: Post, next: Post): boolean =>
  isDistrusted(local) && !isDraft(local) && local.fields.body.length < next.fields.body.length;

/** Whether `remote` is the half-made post of an upload that is still on its way: its operation will finish it. */
const makes = ({ task }: Operation, remote: RemotePost): boolean =>
  task.kind === 'create-post' &&
  (task.remoteId === remote.remoteId || remote.fields.slug.startsWith(task.lookupSlug));

async function pullComments(context: PullContext, rejected: RejectedRecord[]): Promise<Result<null>> {
  const { client, site } = context;
  return walk(context, 'comments', client.listComments.bind(client), async (page) => {
    rejected.push(...page.rejected);
    return storeAt(context, (tx) => storeComments(tx, site.id, page.records));
  });
}

function storeComments(tx: Transaction, siteId: string, records: readonly RemoteComment[]): void {
  for (const remote of records) {
    const id = commentId(siteId, remote.remoteId);
    const local = tx.get('comments', id);
    const next = reconcileComment(local, remote, siteId, tx.openOperations(onComment(id)).length > 0);
    if (!isDeepStrictEqual(local, next)) tx.put('comments', next);
  }
}

const finish = (
  { library, site, clock, signal }: PullContext,
  rejected: RejectedRecord[],
): Promise<Result<null>> =>
  library.transact((tx) => {
    const known = tx.get('sites', site.id);
    if (signal.aborted || !known) return ok(null);
    tx.put('sites', { ...known, pulledAt: clock.now().toISOString() });
    for (const old of tx.all('setAside')) if (old.siteId === site.id) tx.remove('setAside', old.id);
    rejected.forEach((record, index) => {
      tx.put('setAside', { id: `${site.id}/${index}`, siteId: site.id, ...record });
    });
    return ok(null);
  });
