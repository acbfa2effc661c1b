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

/** Changes in one transaction from which on merging once is cheaper than moving records one by one. */
const MANY = 200;

/**
 * The comments by thread, by person and in the order of lists, kept as things change: a hundred thousand of them must
 * not be searched or sorted at every key. Built after loading, in slices; what `under` and `by` are asked before is found
 * by looking at everything.
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
  /** What changed while the index is being built of the records as they were. */
  #missed: (readonly Step[])[] = [];
  #isBuilt = false;

  constructor(table: Table<Comment>) {
    this.#table = table;
  }

  /** Comments under a post, whatever their status, in no order. */
  under(siteId: string, postRemoteId: number): readonly Comment[] {
    if (this.#isBuilt) return this.#threads.of(siteId, postRemoteId);
    return this.#table
      .all()
      .filter((comment) => comment.siteId === siteId && comment.postRemoteId === postRemoteId);
  }

  /** Comments by the same email on the same site, or by the same name where there is no email. In no order. */
  by({ siteId, author: { email, name } }: Writer): readonly Comment[] {
    // Names have no groups: hardly a comment lacks an email, and there are almost as many names as comments.
    if (this.#isBuilt && email) return this.#emails.of(siteId, email);
    return this.#table
      .all()
      .filter((comment) => comment.siteId === siteId)
      .filter(({ author }) => (email ? author.email === email : author.name === name));
  }

  /** The comments of a list from `offset` on, at most `limit`. Waits until the index is built. */
  async page(list: CommentList, offset: number, limit: number): Promise<Comment[]> {
    await this.build();
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
    for (const steps of this.#missed) this.apply(steps);
    this.#missed = [];
  }

  /** Follows what has just been committed. */
  apply(steps: readonly Step[]): void {
    const mine = steps.filter(({ collection }) => collection === 'comments');
    if (this.#building === null || mine.length === 0) return;
    if (!this.#isBuilt) {
      this.#missed.push(mine);
      return;
    }
    const gone = mine.flatMap(({ before }) => (before ? [before as Comment] : []));
    const come = mine.flatMap(({ after }) => (after ? [after as Comment] : []));
    for (const comment of gone) this.#ungroup(comment);
    for (const comment of come) this.#group(comment);
    if (mine.length >= MANY) this.#reorder(gone, come);
    else
      for (const { before, after } of mine)
        this.#move(before as Comment | undefined, after as Comment | undefined);
  }

  #group(comment: Comment): void {
    this.#threads.add(comment);
    this.#emails.add(comment);
  }

  #ungroup(comment: Comment): void {
    this.#threads.remove(comment);
    this.#emails.remove(comment);
  }

  #move(before: Comment | undefined, after: Comment | undefined): void {
    const only = (comment: Comment | undefined, isIn: (comment: Comment) => boolean) =>
      comment && isIn(comment) ? comment : undefined;
    exchange(this.#sorted, only(before, isInLists), only(after, isInLists), byOldest);
    for (const { list, comments } of this.#lists.values()) {
      const belongs = (comment: Comment) => isWanted(comment, list);
      exchange(comments, only(before, belongs), only(after, belongs), byOldest);
    }
  }

  #reorder(gone: readonly Comment[], come: readonly Comment[]): void {
    const left = new Set(gone);
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
