import { expect, test } from 'vitest';
import { err, ok, type Result } from '../../../main/domain/result.ts';
import type { CollectionName } from '../../../main/library/collections.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import type { Transaction } from '../../../main/library/transaction.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { must } from '../../support/must.ts';
import { fc, forAll } from '../../support/property.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Collections whose records differ; a text is enough to fill each. */
const RECORDS = {
  replyDrafts: (id: string, text: string) => ({ id, content: text, savedAt: text }),
  contacts: (id: string, text: string) => ({ id, error: null, offlineSince: text }),
  setAside: (id: string, text: string) => ({
    ...{ id, siteId: text, what: 'post' as const },
    ...{ remoteId: text, problem: text, source: text },
  }),
};
type Name = keyof typeof RECORDS & CollectionName;
const NAMES = Object.keys(RECORDS) as Name[];

/** What the library should hold: texts by id, in each collection. */
type Model = Record<Name, Map<string, string>>;
const emptyModel = (): Model => ({ replyDrafts: new Map(), contacts: new Map(), setAside: new Map() });
const copyOf = (model: Model): Model =>
  Object.fromEntries(NAMES.map((name) => [name, new Map(model[name])])) as Model;

interface Change {
  name: Name;
  id: string;
  /** Null removes. */
  text: string | null;
}
interface Step {
  changes: Change[];
  ends: 'ok' | 'error' | 'throw';
}
/** Steps that are asked for at once, on a disk that works or does not. */
interface Burst {
  steps: Step[];
  diskFull: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  changes: fc.array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      // Ids that look like something of the language's own, and texts that JSON has to escape.
      id: fc.constantFrom('', '0', '10', 'a', 'constructor', 'toString', 'сайт/7', '👍', '"\n\u2028'),
      text: fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constant('\ud83d')), {
        nil: null,
      }),
    }),
    { maxLength: 5 },
  ),
  ends: fc.oneof({ weight: 6, arbitrary: fc.constant('ok' as const) }, fc.constantFrom('error', 'throw')),
});
const bursts: fc.Arbitrary<Burst[]> = fc.array(
  fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    diskFull: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  }),
  { maxLength: 6 },
);

/** The texts of everything that a reader shows, sorted. */
function shown(reader: Pick<Transaction, 'all' | 'get'>): string[] {
  return NAMES.flatMap((name) =>
    reader.all(name).map((record) => {
      expect(reader.get(name, record.id)).toEqual(record);
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

/** Runs one step; `seen` is what the transaction itself showed before and after its changes. */
async function run(library: Library, { changes, ends }: Step, seen: string[][]): Promise<string> {
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

test('any sequence of transactions does what a table in memory does, also after opening again', async () => {
  await forAll(bursts, async (sequence) => {
    const folder = await tempFolder();
    const disk = breakableFiles();
    const library = must(await openLibrary(folder, disk.files));
    let model = emptyModel();
    for (const { steps, diskFull } of sequence) {
      if (diskFull) disk.fail();
      else disk.heal();
      const next = copyOf(model);
      const views: string[][] = [];
      const wanted: string[] = [];
      const seen: string[][] = [];
      let writes = false;
      for (const { changes, ends } of steps) {
        views.push(expected(next));
        const draft = copyOf(next);
        for (const change of changes) apply(draft, change);
        views.push(expected(draft));
        if (ends === 'ok') for (const change of changes) apply(next, change);
        if (ends === 'ok' && changes.length > 0) writes = true;
        wanted.push(ends === 'ok' ? 'ok' : ends === 'throw' ? 'thrown' : 'bug');
      }
      const fails = diskFull && writes;
      const answers = await Promise.all(steps.map((each) => run(library, each, seen)));
      expect(seen).toEqual(views);
      expect(answers).toEqual(wanted.map((want) => (fails && want === 'ok' ? 'storage' : want)));
      if (!fails) model = next;
      expect(shown(library)).toEqual(expected(model));
    }
    expect(shown(must(await openLibrary(folder)))).toEqual(expected(model));
  });
});
