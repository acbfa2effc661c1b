import type { CollectionName, Stored } from './collections.ts';
import { type Change, changedFields } from './journal-line.ts';
import type { Commit, RecordChange } from './library.ts';
import { type Tables, tableOf } from './table.ts';
import type { Draft } from './transaction.ts';

/** What a commit does to one record. */
export interface Step {
  collection: CollectionName;
  n: number;
  id: string;
  /** Undefined: it is new. */
  before: Stored | undefined;
  /** Undefined: it is removed. */
  after: Stored | undefined;
}

/** What a draft changes; new records get their numbers, which are theirs only once the commit is on disk. */
export function stepsOf(draft: Draft, tables: Tables): Step[] {
  const steps: Step[] = [];
  const nexts = new Map<CollectionName, number>();
  for (const [collection, id, record] of draft.changes()) {
    const table = tableOf(tables, collection);
    const before = table.get(id);
    const after = record ?? undefined;
    if (before === after) continue;
    let n = table.numberOf(id);
    if (n === undefined) {
      n = nexts.get(collection) ?? table.next;
      nexts.set(collection, n + 1);
    }
    steps.push({ collection, n, id, before, after });
  }
  return steps;
}

/**
 * What is said of a record with each change of it, changed or not: should its shard be damaged, the words in the journal
 * must not be nobody's.
 */
const SAID_ALWAYS: Partial<Record<CollectionName, readonly string[]>> = {
  posts: ['id', 'siteId', 'remoteId'],
  replyDrafts: ['id'],
};

/** The journal's words for a step. */
export function changeOf({ collection: c, n, id, before, after }: Step): Change {
  if (!after) return { c, n, id, del: true };
  if (!before) return { c, n, put: after };
  const changed = changedFields(before, after);
  const record = after as unknown as Record<string, unknown>;
  const always = Object.fromEntries((SAID_ALWAYS[c] ?? []).map((key) => [key, record[key]]));
  const [set, unset] = [{ ...always, ...changed.set }, changed.unset];
  return unset.length > 0 ? { c, n, set, unset } : { c, n, set };
}

/** What these steps change, for whoever follows the library. */
export function changesIn(steps: readonly Step[]): Commit['changes'] {
  const changes = new Map<CollectionName, Map<string, RecordChange>>();
  for (const { collection, id, before, after } of steps) {
    const records = changes.get(collection) ?? new Map<string, RecordChange>();
    changes.set(collection, records.set(id, { before, after }));
  }
  return changes;
}

/** Makes memory show what is on disk now. */
export function applySteps(tables: Tables, steps: readonly Step[]): void {
  for (const { collection, n, after } of steps) {
    const table = tableOf(tables, collection);
    if (after) table.put(n, after);
    else table.delete(n);
  }
}
