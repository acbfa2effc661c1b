import { postFieldsSchema, sameFields } from '../domain/post.ts';
import { changedCharacters, type Revision, revisionSchema } from '../domain/revision.ts';
import { countWords } from '../domain/word-count.ts';
import { type CollectionName, type Stored, schemaOf } from './collections.ts';
import type { Displaced } from './displaced.ts';
import { type JournalLine, saidBy, versionId } from './journal-line.ts';
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

/** Fields of posts, unsent replies and operations that hold what somebody has written. */
const WITH_WORDS = ['fields', 'content', 'task'];

const BLANK = { title: '', body: '', excerpt: '' };

/**
 * Takes in the words of records that damage took while the journal still says what changed in them: a record of which it
 * says everything is a record again; of a post it has the words, which become a version, and whoever brings the post back
 * finds it above all others. Done anew at each start until the journal says so itself, see {@link Displaced}.
 *
 * @returns whether that was possible for all that hold words
 */
export function takeIn(orphans: readonly Orphan[], deps: TakeInDeps): boolean {
  const { tables, now } = deps;
  let areAll = true;
  for (const orphan of orphans) {
    const { collection, n, set } = orphan;
    const whole = schemaOf(collection).safeParse(set);
    const version = whole.success ? null : versionIn(collection, set, tables, now);
    if (whole.success) put({ collection, n, madeOf: undefined }, set as unknown as Stored, deps);
    else if (version)
      put({ collection: 'revisions', n: tables.revisions.next, madeOf: orphan }, version, deps);
    else areAll &&= !WITH_WORDS.some((field) => field in set);
  }
  return areAll;
}

/**
 * Takes in the words of posts that rotten lines of a journal still say. Letters in them may be wrong: they replace
 * nothing, and become a version that a person can compare with what is there, and that is never thinned.
 */
export function takeInDoubtful(lines: readonly JournalLine[], deps: TakeInDeps): void {
  const { tables, now } = deps;
  for (const change of lines.flatMap(({ ops }) => ops)) {
    const found = versionIn(change.c, saidBy(change), tables, now);
    if (!found || !isNews(found, tables)) continue;
    const version: Revision = { ...found, kind: 'conflict' };
    put({ collection: 'revisions', n: tables.revisions.next, madeOf: null }, version, deps);
  }
}

/** The posts whose words such lines say. */
export const postsIn = (lines: readonly JournalLine[]): string[] => [
  ...new Set(
    lines
      .flatMap(({ ops }) => ops)
      .map((change) => ({ change, said: saidBy(change) }))
      .flatMap(({ change, said }) =>
        change.c === 'posts' && 'fields' in said && typeof said.id === 'string' ? said.id : [],
      ),
  ),
];

/** Whether neither the post nor any version of it has these words. */
function isNews({ id, postId, fields }: Revision, { posts, revisions }: Tables): boolean {
  const post = posts.get(postId);
  if (revisions.get(id) !== undefined || (post && sameFields(post.fields, fields))) return false;
  return !revisions.all().some((known) => known.postId === postId && sameFields(known.fields, fields));
}

function put(
  { collection, n, madeOf }: Pick<Orphan, 'collection' | 'n'> & { madeOf: Orphan | null | undefined },
  record: Stored,
  { tables, registry, tally, displaced }: TakeInDeps,
): void {
  const table = tableOf(tables, collection);
  tally.apply([{ collection, n, id: record.id, before: table.at(n), after: record }]);
  table.put(n, record);
  displaced.note(collection, n, madeOf);
  registry.markDirty({ collection, shard: shardOf(n) });
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
  const place = revisionSchema.shape.place.safeParse({ siteId, remoteId }).data;
  return {
    ...{ id: versionId(id, revision), postId: id, kind: 'edited', fields: words.data, keptAt },
    ...{ at: typeof editedAt === 'string' ? editedAt : keptAt, words: countWords(words.data.body, 'en') },
    changed: changedCharacters(before, words.data),
    ...(place && { place }),
    ...(typeof revision === 'number' && { postRevision: revision }),
  };
}
