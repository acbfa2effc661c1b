import type { Comment } from '../domain/comment.ts';
import { byOldest, type CommentList, isInLists, isWanted } from './comment-order.ts';
import { Slices } from './slices.ts';
import { exchange, merge, sortInSlices } from './sorted.ts';
import type { Step } from './steps.ts';
import type { Table } from './table.ts';

/** Who wrote a comment, as far as that tells them from others. */
export type Writer = Pick<Comment, 'siteId'> & { author: Pick<Comment['author'], 'email' | 'name'> };

/** Comments by site and something else that they have in common. */
class Groups<K> {
  readonly #sites = new Map<string, Map<K, Comment[]>>();
  readonly #keyOf: (comment: Comment) => K;

  constructor(keyOf: (comment: Comment) => K) {
    this.#keyOf = keyOf;
  }

  of(siteId: string, key: K): readonly Comment[] {
    return this.#sites.get(siteId)?.get(key) ?? [];
  }

  add(comment: Comment): void {
    const keys = this.#sites.get(comment.siteId) ?? new Map<K, Comment[]>();
    this.#sites.set(comment.siteId, keys);
    const key = this.#keyOf(comment);
    const group = keys.get(key);
    if (group) group.push(comment);
    else keys.set(key, [comment]);
  }

  remove(comment: Comment): void {
    const key = this.#keyOf(comment);
    const keys = this.#sites.get(comment.siteId);
    const group = keys?.get(key);
    const place = group?.indexOf(comment) ?? -1;
    if (!group || place < 0) return;
    // In no order: the last one takes the place of the one that goes.
    const last = group.pop();
    if (last && last !== comment) group[place] = last;
    if (group.length === 0) keys?.delete(key);
  }
}

/** Changed comments from which on merging once is cheaper than moving records one by one. */
const MANY = 200;

/** One comment as the index has it and as it is by now. */
interface Change {
  before: Comment | undefined;
  after: Comment | undefined;
}

/**
 * The comments by thread, by person and in the order of lists, kept as things change: a hundred thousand of them must
 * not be searched or sorted at every key. Built after loading, in slices; what `under` and `by` are asked before is found
 * by looking at everything. It follows changes when it is next asked something, so that no save waits for it.
 */
export class CommentIndex {
  readonly #table: Table<Comment>;
  readonly #threads = new Groups((comment) => comment.postRemoteId);
  readonly #emails = new Groups(({ author }) => author.email);
  /** Everything that lists can hold, the oldest first. */
  #sorted: Comment[] = [];
  /** What lists that were asked for hold, the oldest first, by {@link nameOf}. */
  readonly #lists = new Map<string, { list: Omit<CommentList, 'order'>; comments: Comment[] }>();
  #building: Promise<void> | null = null;
  /** What has changed and is not followed yet, by id. */
  readonly #behind = new Map<string, Change>();
  #isBuilt = false;

  constructor(table: Table<Comment>) {
    this.#table = table;
  }

  /** Comments under a post, whatever their status, in no order. */
  under(siteId: string, postRemoteId: number): readonly Comment[] {
    if (this.#catchUp()) return this.#threads.of(siteId, postRemoteId);
    return this.#table
      .all()
      .filter((comment) => comment.siteId === siteId && comment.postRemoteId === postRemoteId);
  }

  /** Comments by the same email on the same site, or by the same name where there is no email. In no order. */
  by({ siteId, author: { email, name } }: Writer): readonly Comment[] {
    // Names have no groups: hardly a comment lacks an email, and there are almost as many names as comments.
    if (email && this.#catchUp()) return this.#emails.of(siteId, email);
    return this.#table
      .all()
      .filter((comment) => comment.siteId === siteId)
      .filter(({ author }) => (email ? author.email === email : author.name === name));
  }

  /** The comments of a list from `offset` on, at most `limit`. Waits until the index is built. */
  async page(list: CommentList, offset: number, limit: number): Promise<Comment[]> {
    await this.build();
    this.#catchUp();
    const comments = this.#listOf(list);
    if (list.order === 'oldest') return comments.slice(offset, offset + limit);
    const end = Math.max(0, comments.length - offset);
    return comments.slice(Math.max(0, end - limit), end).reverse();
  }

  /** Builds the index, once; everything has to be loaded. */
  build(): Promise<void> {
    this.#building ??= this.#build();
    return this.#building;
  }

  async #build(): Promise<void> {
    const slices = new Slices();
    const all = this.#table.all();
    for (const comment of all) {
      this.#group(comment);
      await slices.breathe();
    }
    this.#sorted = await sortInSlices(all.filter(isInLists), byOldest, slices);
    this.#isBuilt = true;
  }

  /** Notes what has just been committed. */
  apply(steps: readonly Step[]): void {
    if (this.#building === null) return; // it will be built of the records as they are then
    for (const { collection, id, before, after } of steps) {
      if (collection !== 'comments') continue;
      const known = this.#behind.get(id);
      const change = { before: before as Comment | undefined, after: after as Comment | undefined };
      this.#behind.set(id, known ? { ...change, before: known.before } : change);
    }
    if (this.#behind.size >= MANY) this.#catchUp();
  }

  /** Follows what has changed, unless the index is still being built. Answers whether it can be used. */
  #catchUp(): boolean {
    if (!this.#isBuilt || this.#behind.size === 0) return this.#isBuilt;
    const changes = [...this.#behind.values()];
    this.#behind.clear();
    for (const { before } of changes) if (before) this.#ungroup(before);
    for (const { after } of changes) if (after) this.#group(after);
    if (changes.length >= MANY) this.#reorder(changes);
    else for (const change of changes) this.#move(change);
    return true;
  }

  #group(comment: Comment): void {
    this.#threads.add(comment);
    this.#emails.add(comment);
  }

  #ungroup(comment: Comment): void {
    this.#threads.remove(comment);
    this.#emails.remove(comment);
  }

  #move({ before, after }: Change): void {
    const only = (comment: Comment | undefined, isIn: (comment: Comment) => boolean) =>
      comment && isIn(comment) ? comment : undefined;
    exchange(this.#sorted, only(before, isInLists), only(after, isInLists), byOldest);
    for (const { list, comments } of this.#lists.values()) {
      const belongs = (comment: Comment) => isWanted(comment, list);
      exchange(comments, only(before, belongs), only(after, belongs), byOldest);
    }
  }

  #reorder(changes: readonly Change[]): void {
    const left = new Set(changes.map(({ before }) => before));
    const come = changes.flatMap(({ after }) => after ?? []);
    const stayed = this.#sorted.filter((comment) => !left.has(comment));
    this.#sorted = merge(stayed, come.filter(isInLists).sort(byOldest), byOldest);
    this.#lists.clear();
  }

  #listOf(list: CommentList): Comment[] {
    const name = nameOf(list);
    const known = this.#lists.get(name)?.comments;
    if (known) return known;
    const comments = this.#sorted.filter((comment) => isWanted(comment, list));
    const { siteId, statuses } = list;
    this.#lists.set(name, { list: { siteId, statuses }, comments });
    return comments;
  }
}

const nameOf = ({ siteId, statuses }: CommentList): string => JSON.stringify([siteId, ...statuses]);
