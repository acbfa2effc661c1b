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

test('the newest come first, however many numbers have been given up between them', async () => {
  await forAll(fc.tuple(numbers, numbers), ([put, deleted]) => {
    const table = new Table<Small>();
    for (const n of put) table.put(n, { id: `${n}` });
    for (const n of deleted) table.delete(n);
    const left = put.filter((n) => !deleted.includes(n)).sort((a, b) => b - a);
    expect([...table.newestFirst()].map(({ id }) => Number(id))).toEqual(left);
  });
});
