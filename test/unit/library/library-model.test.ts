import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { err, ok, type Result } from '../../../main/domain/result.ts';
import type { CollectionName } from '../../../main/library/collections.ts';
import type { CommentPageQuery, Library } from '../../../main/library/library.ts';
import type { Transaction } from '../../../main/library/transaction.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aComment, aPost, someFields } from '../../support/builders.ts';
import { crashedFolder } from '../../support/crash-copy.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { fc, forAll } from '../../support/property.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const STATUSES = ['pending', 'approved', 'spam'] as const;
const WANTED: CommentPageQuery = {
  ...{ siteId: null, statuses: ['pending', 'approved'] },
  ...{ order: 'newest', offset: 0, limit: 3 },
};

/** Collections whose records differ; a text is enough to fill each. */
const RECORDS = {
  replyDrafts: (id: string, text: string) => ({ id, content: text, savedAt: text }),
  comments: (id: string, text: string) =>
    aComment({
      ...{ id, raw: text, remoteId: text.length, dateGmt: `2026-11-1${text.length % 8}T10:00:00Z` },
      status: STATUSES[text.length % 3] ?? 'spam',
    }),
  // Long enough for a file of its own, on one side or on both.
  posts: (id: string, text: string) => {
    const fields = someFields({ body: text.repeat(400), title: text });
    const token = { modifiedGmt: '', revisionId: null };
    return aPost({ id, fields, base: text.length % 2 === 0 ? { fields: { ...fields }, token } : null });
  },
};
type Name = keyof typeof RECORDS & CollectionName;
const NAMES = Object.keys(RECORDS) as Name[];

/** What the library should hold: texts by id, in each collection. */
type Model = Record<Name, Map<string, string>>;
const emptyModel = (): Model => ({ replyDrafts: new Map(), comments: new Map(), posts: new Map() });
const copyOf = (model: Model): Model =>
  Object.fromEntries(NAMES.map((name) => [name, new Map(model[name])])) as Model;

interface Change {
  name: Name;
  id: string;
  /** Null removes. */
  text: string | null;
}
interface Work {
  changes: Change[];
  ends: 'ok' | 'error' | 'throw';
}
type Step =
  /** Works that are asked for at once, on a disk that works or does not. */
  | { kind: 'works'; works: Work[]; diskFull: boolean }
  | { kind: 'compact'; diskFull: boolean }
  /** The process dies so many turns of the event loop after a compaction began. */
  | { kind: 'crash'; turns: number }
  | { kind: 'restart' };

const work: fc.Arbitrary<Work> = fc.record({
  changes: fc.array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      // Ids that look like something of the language's own, and texts that JSON has to escape.
      id: fc.constantFrom('', '0', '10', 'a', 'constructor', '__proto__', 'сайт/7', '👍', '"\n\u2028'),
      text: fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constant('\ud83d')), {
        nil: null,
      }),
    }),
    { maxLength: 5 },
  ),
  ends: fc.oneof({ weight: 6, arbitrary: fc.constant('ok' as const) }, fc.constantFrom('error', 'throw')),
});
const full = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('works' as const),
      works: fc.array(work, { minLength: 1, maxLength: 4 }),
      diskFull: full,
    }),
  },
  fc.record({ kind: fc.constant('compact' as const), diskFull: full }),
  fc.record({ kind: fc.constant('crash' as const), turns: fc.nat({ max: 60 }) }),
  fc.record({ kind: fc.constant('restart' as const) }),
);

/** The texts of everything that a reader shows, sorted. */
function shown(reader: Pick<Transaction, 'all' | 'get'>): string[] {
  return NAMES.flatMap((name) =>
    reader.all(name).map((record) => {
      expect(reader.get(name, record.id)).toBe(record);
      return JSON.stringify([name, record]);
    }),
  ).sort();
}

const expected = (model: Model): string[] =>
  NAMES.flatMap((name) =>
    [...model[name]].map(([id, text]) => JSON.stringify([name, RECORDS[name](id, text)])),
  ).sort();

function apply(model: Model, { name, id, text }: Change): void {
  if (text === null) model[name].delete(id);
  else model[name].set(id, text);
}

/** Runs one work; `seen` is what the transaction itself showed before and after its changes. */
async function run(library: Library, { changes, ends }: Work, seen: string[][]): Promise<string> {
  const answer: Promise<Result<string>> = library.transact((tx) => {
    seen.push(shown(tx));
    for (const { name, id, text } of changes) {
      if (text === null) tx.remove(name, id);
      else tx.put(name, RECORDS[name](id, text) as never);
    }
    seen.push(shown(tx));
    if (ends === 'throw') throw new Error('defect');
    return ends === 'ok' ? ok('ok') : err({ kind: 'bug', reportId: 'error' });
  });
  return answer.then(
    (result) => (result.ok ? result.value : result.error.kind),
    () => 'thrown',
  );
}

/** Runs works at once; answers with what the library should hold now. */
async function runAll(library: Library, works: Work[], diskFull: boolean, model: Model): Promise<Model> {
  const next = copyOf(model);
  const views: string[][] = [];
  const wanted: string[] = [];
  const seen: string[][] = [];
  const written = new Set<string>();
  for (const { changes, ends } of works) {
    views.push(expected(next));
    const draft = copyOf(next);
    for (const change of changes) apply(draft, change);
    views.push(expected(draft));
    if (ends === 'ok') for (const change of changes) apply(next, change);
    if (ends === 'ok') for (const { name, id } of changes) written.add(JSON.stringify([name, id]));
    wanted.push(ends === 'ok' ? 'ok' : ends === 'throw' ? 'thrown' : 'bug');
  }
  const answers = await Promise.all(works.map((each) => run(library, each, seen)));
  expect(seen).toEqual(views);
  // Removing what is not there changes nothing, and needs no disk.
  const writes = NAMES.some((name) =>
    [...new Set([...model[name].keys(), ...next[name].keys()])].some(
      (id) =>
        (next[name].has(id) && written.has(JSON.stringify([name, id]))) ||
        model[name].has(id) !== next[name].has(id),
    ),
  );
  const fails = diskFull && writes;
  expect(answers).toEqual(wanted.map((want) => (fails && want === 'ok' ? 'storage' : want)));
  return fails ? model : next;
}

/** What the first page should be: date and number of the newest comments. */
const firstPage = (model: Model): string[] =>
  [...model.comments]
    .map(([id, text]) => RECORDS.comments(id, text))
    .filter(({ status }) => WANTED.statuses.includes(status))
    .map(({ dateGmt, remoteId }) => `${dateGmt} ${String(remoteId).padStart(3)}`)
    .sort()
    .reverse()
    .slice(0, WANTED.limit);

async function shownFirst(library: Library): Promise<string[]> {
  const { comments } = await library.commentPage(WANTED);
  return comments.map(({ dateGmt, remoteId }) => `${dateGmt} ${String(remoteId).padStart(3)}`);
}

/** What the counters should say. */
function counted(model: Model): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of model.comments.values()) {
    const status = STATUSES[text.length % 3] ?? 'spam';
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

test('any sequence of transactions, compactions, crashes and restarts does what a table in memory does', async () => {
  await forAll(
    fc.array(step, { maxLength: 8 }),
    async (steps) => {
      let folder = await tempFolder();
      const disk = breakableFiles();
      // A journal this short is compacted by itself all the time.
      const open = () => openedLibrary(folder, disk.files, { journalLimit: 1500 });
      let library = await open();
      let model = emptyModel();
      for (const each of steps) {
        if (each.kind === 'works') {
          if (each.diskFull) disk.fail();
          model = await runAll(library, each.works, each.diskFull, model);
        } else if (each.kind === 'compact') {
          if (each.diskFull) disk.fail();
          const failed = await library.compact().then(
            () => false,
            () => true,
          );
          expect(failed).toBe(each.diskFull);
        } else {
          if (each.kind === 'crash') {
            const compacting = library.compact();
            for (let turn = 0; turn < each.turns; turn += 1) await nextTurn();
            folder = await crashedFolder(folder);
            await compacting;
          }
          await library.close();
          library = await open();
          expect(await library.counts('comments', null)).toEqual(counted(model));
          expect(await shownFirst(library)).toEqual(firstPage(model));
          must(await library.loaded);
        }
        disk.heal();
        expect(library.repairs).toEqual([]);
        expect(shown(library)).toEqual(expected(model));
        expect(await library.counts('comments', null)).toEqual(counted(model));
        expect(await shownFirst(library)).toEqual(firstPage(model));
      }
    },
    40,
  );
});
