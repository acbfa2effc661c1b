import { type Post, type PostFields, postFieldsSchema, sameFields } from '../domain/post.ts';
import { changedCharacters, type Revision, revisionSchema } from '../domain/revision.ts';
import { countWords } from '../domain/word-count.ts';
import { type CollectionName, type Stored, schemaOf } from './collections.ts';
import type { Displaced } from './displaced.ts';
import type { DoubtfulLine } from './journal-history.ts';
import { saidBy, versionId } from './journal-line.ts';
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
  const newestOf = (id: string) => tables.revisions.newestFirst().find(({ postId }) => postId === id);
  let areAll = true;
  for (const orphan of orphans) {
    const { collection, n, set } = orphan;
    const whole = schemaOf(collection).safeParse(set);
    const version = whole.success ? null : versionIn(collection, set, newestOf, now);
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
 *
 * @returns the posts that have got such a version, by the file of the line
 */
export function takeInDoubtful(lines: readonly DoubtfulLine[], deps: TakeInDeps): Map<string, Set<string>> {
  const { tables, now } = deps;
  const taken = new Map<string, Set<string>>();
  if (lines.length === 0) return taken;
  // Grouped once: there may be thousands of versions, and many lines.
  const versions = Map.groupBy(tables.revisions.newestFirst(), ({ postId }) => postId);
  for (const { file, change } of lines.flatMap(changesOf)) {
    const found = versionIn(change.c, saidBy(change), (postId) => versions.get(postId)?.[0], now);
    if (!found) continue;
    const { id, postId, fields } = found;
    const known = versions.get(postId) ?? [];
    // It may have joined another post since.
    if (tables.revisions.get(id) || isAmong(fields, tables.posts.get(postId), known)) continue;
    const version: Revision = { ...found, kind: 'conflict' };
    put({ collection: 'revisions', n: tables.revisions.next, madeOf: null }, version, deps);
    versions.set(postId, [version, ...known]);
    taken.set(file, (taken.get(file) ?? new Set()).add(postId));
  }
  return taken;
}

const changesOf = ({ file, line }: DoubtfulLine) => line.ops.map((change) => ({ file, change }));

/** Whether the post or any version of it has these words. */
const isAmong = (words: PostFields, post: Post | undefined, known: readonly Revision[]): boolean =>
  [...(post ? [post] : []), ...known].some(({ fields }) => sameFields(fields, words));

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

/**
 * The version that a change of a post makes; null if it holds no words, or does not say whose they are.
 *
 * @param newestOf the version of a post that was kept last
 */
function versionIn(
  collection: CollectionName,
  { id, siteId, remoteId, fields, revision, editedAt }: Orphan['set'],
  newestOf: (postId: string) => Revision | undefined,
  now: Date,
): Revision | null {
  const words = postFieldsSchema.safeParse(fields);
  if (collection !== 'posts' || typeof id !== 'string' || !words.success) return null;
  const before = newestOf(id)?.fields ?? BLANK;
  const keptAt = now.toISOString();
  const place = revisionSchema.shape.place.safeParse({ siteId, remoteId }).data;
  return {
    ...{ id: versionId(id, revision), postId: id, kind: 'edited', fields: words.data, keptAt },
    ...{ at: typeof editedAt === 'string' ? editedAt : keptAt, words: countWords(words.data.body, 'en') },
    length: words.data.body.length,
    changed: changedCharacters(before, words.data),
    ...(place && { place }),
    ...(typeof revision === 'number' && { postRevision: revision }),
  };
}
