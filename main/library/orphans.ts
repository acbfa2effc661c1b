import { postFieldsSchema } from '../domain/post.ts';
import { changedCharacters, type Revision } from '../domain/revision.ts';
import { countWords } from '../domain/word-count.ts';
import { type CollectionName, type Stored, schemaOf } from './collections.ts';
import type { Displaced } from './displaced.ts';
import { shardOf } from './layout.ts';
import type { Registry } from './registry.ts';
import { type Tables, tableOf } from './table.ts';
import type { Tally } from './tally.ts';

/** What a journal says of a record that is nowhere. */
export interface Orphan {
  collection: CollectionName;
  n: number;
  set: Readonly<Record<string, unknown>>;
}

interface TakeInDeps {
  tables: Tables;
  registry: Registry;
  tally: Tally;
  displaced: Displaced;
  /** When the damage was found. */
  now: Date;
}

const BLANK = { title: '', body: '', excerpt: '' };

/**
 * Takes in the words of records that damage took while the journal still says what changed in them: a record of which it
 * says everything is a record again; of a post it has the words, which become a version, and whoever brings the post back
 * finds it above all others. Done anew at each start until the journal says so itself, see {@link Displaced}.
 *
 * @returns whether that was possible for all that hold words
 */
export function takeIn(
  orphans: readonly Orphan[],
  { tables, registry, tally, displaced, now }: TakeInDeps,
): boolean {
  const put = (collection: CollectionName, n: number, record: Stored, madeOf: Orphan | null) => {
    const table = tableOf(tables, collection);
    tally.apply([{ collection, n, id: record.id, before: table.at(n), after: record }]);
    table.put(n, record);
    displaced.note(collection, n, madeOf);
    registry.markDirty({ collection, shard: shardOf(n) });
  };
  let areAll = true;
  for (const orphan of orphans) {
    const { collection, n, set } = orphan;
    const whole = schemaOf(collection).safeParse(set);
    const version = whole.success ? null : versionIn(collection, set, tables, now);
    if (whole.success) put(collection, n, set as unknown as Stored, null);
    else if (version) put('revisions', tables.revisions.next, version, orphan);
    else areAll &&= !('fields' in set || 'content' in set);
  }
  return areAll;
}

/** The version that a change of a post makes; null if it holds no words, or does not say whose they are. */
function versionIn(
  collection: CollectionName,
  { id, siteId, remoteId, fields, revision, editedAt }: Orphan['set'],
  { revisions }: Tables,
  now: Date,
): Revision | null {
  const words = postFieldsSchema.safeParse(fields);
  if (collection !== 'posts' || typeof id !== 'string' || !words.success) return null;
  const before = [...revisions.newestFirst()].find(({ postId }) => postId === id)?.fields ?? BLANK;
  const keptAt = now.toISOString();
  const place = { siteId, remoteId } as Revision['place'];
  return {
    ...{ id: `journal-${id}-${revision}`, postId: id, kind: 'edited', fields: words.data, keptAt },
    ...{ at: typeof editedAt === 'string' ? editedAt : keptAt, words: countWords(words.data.body, 'en') },
    ...{ changed: changedCharacters(before, words.data), place },
    ...(typeof revision === 'number' && { postRevision: revision }),
  };
}
