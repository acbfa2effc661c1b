import { expect, test } from 'vitest';
import { Table } from '../../../main/library/table.ts';
import { fc, forAll } from '../../support/property.ts';

interface Small {
  id: string;
}

/** Numbers over several shards, most of which are empty. */
const numbers = fc.uniqueArray(
  fc.nat(40).map((place) => place * 173),
  { maxLength: 20 },
);

test('of records with the same id the one of the largest number is left, in whatever order they come', async () => {
  await forAll(fc.array(fc.tuple(fc.nat(2000), fc.nat(5)), { maxLength: 20 }), (all) => {
    const table = new Table<Small>();
    const byNumber = new Map(all);
    for (const [n, id] of byNumber) table.adopt({ n, r: { id: `${id}` } });
    const dropped = table.dropDoubles();
    const last = new Map([...byNumber].sort(([a], [b]) => a - b).map(([n, id]) => [`${id}`, n]));
    for (const [id, n] of last) expect(table.numberOf(id)).toBe(n);
    expect([...table.newestFirst()]).toHaveLength(last.size);
    expect(dropped).toEqual(new Set(byNumber.keys()).difference(new Set(last.values())));
  });
});

test('a number that damage has made up keeps nobody waiting', () => {
  const table = new Table<Small>();
  const largest = Number.MAX_SAFE_INTEGER - 1;
  for (const n of [3, largest, 1]) table.put(n, { id: `${n}` });
  expect([...table.newestFirst()].map(({ id }) => Number(id))).toEqual([largest, 3, 1]);
  table.put(700, { id: '700' });
  expect([...table.newestFirst()].map(({ id }) => Number(id))).toEqual([largest, 700, 3, 1]);
});

test('the newest come first, however many numbers have been given up between them', async () => {
  await forAll(fc.tuple(numbers, numbers), ([put, deleted]) => {
    const table = new Table<Small>();
    for (const n of put) table.put(n, { id: `${n}` });
    for (const n of deleted) table.delete(n);
    const left = put.filter((n) => !deleted.includes(n)).sort((a, b) => b - a);
    expect([...table.newestFirst()].map(({ id }) => Number(id))).toEqual(left);
  });
});
