import { expect, test } from 'vitest';
import { isOpen, type Operation, operationStateSchema, targetOf } from '../../../main/domain/operation.ts';
import { err, ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import type { Reader, Transaction } from '../../../main/library/transaction.ts';
import { anOperation } from '../../support/builders.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { fc, forAll } from '../../support/property.ts';
import { inMemory } from '../../support/small-library.ts';

const COMMENTS = ['site-1/1', 'site-1/2', 'site-1/3'];

/** A change of one operation; null removes it. */
interface Change {
  id: string;
  operation: Operation | null;
}

const change: fc.Arbitrary<Change> = fc
  .record({
    id: fc.nat(11).map((n) => `op-${n}`),
    commentId: fc.constantFrom(...COMMENTS),
    state: fc.constantFrom(...operationStateSchema.options),
    isRemoval: fc.nat(4).map((n) => n === 0),
  })
  .map(({ id, commentId, state, isRemoval }) => {
    const task = { kind: 'set-comment-status' as const, commentId, status: 'spam' as const };
    return { id, operation: isRemoval ? null : anOperation({ id, state, task }) };
  });

/** Works that are asked for at once, and so are written as one; each says whether it is to fail in the end. */
const batches = fc.array(
  fc.array(fc.record({ changes: fc.array(change, { maxLength: 6 }), fails: fc.boolean() }), {
    maxLength: 4,
  }),
  { maxLength: 5 },
);

/** What there should be, in the order in which it came. An id that was removed is not used again. */
class Expected {
  operations = new Map<string, Operation>();
  gone = new Set<string>();

  apply(tx: Transaction, { id, operation }: Change): void {
    if (this.gone.has(id)) return;
    if (operation) {
      this.operations.set(id, operation);
      tx.put('operations', operation);
    } else {
      this.operations.delete(id);
      this.gone.add(id);
      tx.remove('operations', id);
    }
  }

  copy(): Expected {
    const copy = new Expected();
    copy.operations = new Map(this.operations);
    copy.gone = new Set(this.gone);
    return copy;
  }
}

const byId = (operations: readonly Operation[]): Operation[] =>
  [...operations].sort((a, b) => (a.id < b.id ? -1 : 1));

function compare(reader: Reader, { operations }: Expected): void {
  const all = [...operations.values()];
  const open = all.filter(isOpen);
  expect([...reader.newestFirst('operations')]).toEqual(all.reverse());
  expect(byId(reader.openOperations())).toEqual(byId(open));
  for (const id of COMMENTS) {
    const target = `comment:${id}`;
    expect(byId(reader.openOperations(target))).toEqual(
      byId(open.filter(({ task }) => targetOf(task) === target)),
    );
  }
}

/** Asks for all works of a batch at once; answers what there should be after it. */
async function play(
  library: Library,
  batch: readonly { changes: Change[]; fails: boolean }[],
  was: Expected,
) {
  let expected = was;
  const done = batch.map(({ changes, fails }) =>
    library.transact((tx) => {
      const own = expected.copy();
      for (const each of changes) {
        own.apply(tx, each);
        compare(tx, own);
      }
      if (fails) return err({ kind: 'not-found', what: 'operation', id: '' });
      expected = own;
      return ok(null);
    }),
  );
  const results = await Promise.all(done);
  expect(results.map(({ ok: isDone }) => !isDone)).toEqual(batch.map(({ fails }) => fails));
  return expected;
}

test('the newest and the open operations are what looking at all of them would find', async () => {
  await forAll(
    fc.tuple(batches, fc.boolean()),
    async ([all, asksFirst]) => {
      const disk = new PowerLossDisk();
      const library = await inMemory(disk);
      let expected = new Expected();
      if (asksFirst) compare(library, expected);
      for (const batch of all) {
        expected = await play(library, batch, expected);
        if (asksFirst) compare(library, expected);
      }
      compare(library, expected);
      await library.compact();
      await library.close();
      const again = await inMemory(disk);
      compare(again, expected);
      await again.close();
    },
    60,
  );
});
