import { expect, test } from 'vitest';
import { COLLECTIONS, type CollectionName } from '../../../main/library/collections.ts';
import { decodeShard, encodeShard, intactLines } from '../../../main/library/shard-file.ts';
import { Slices } from '../../../main/library/slices.ts';
import { soughtIn } from '../../../main/library/sought.ts';
import type { Numbered } from '../../../main/library/table.ts';
import { aComment } from '../../support/builders.ts';
import { fc, forAll } from '../../support/property.ts';

const STATUSES = ['pending', 'approved', 'spam', 'trash'] as const;

const place = { collection: 'comments' as CollectionName, shard: 0, through: 0 };
const encoded = (records: readonly Numbered[]) => encodeShard(place, records, new Slices());

async function linesOf(records: readonly Numbered[]): Promise<Buffer> {
  const lines = intactLines('comments', 0, await encoded(records));
  if (!lines) throw new Error('A shard just written is damaged');
  return lines;
}

/** Comments whose words are those of the format, too. */
const comments = fc
  .uniqueArray(
    fc.record({
      n: fc.nat(499),
      status: fc.constantFrom(...STATUSES),
      remoteId: fc.option(fc.nat(30), { nil: null }),
      raw: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('"status":"spam"', '\n{"n":7,"r":', 'жълт\u2028'),
      ),
    }),
    { selector: ({ n }) => n, maxLength: 30 },
  )
  .map((all): Numbered[] =>
    all.map(({ n, ...over }) => ({ n, r: aComment({ ...over, id: `site-1/${n}` }) })),
  );

const statusOf = ({ r }: Numbered) => (r as ReturnType<typeof aComment>).status;
const isCounted = ({ r }: Numbered) => (r as ReturnType<typeof aComment>).remoteId !== null;
const sorted = (records: readonly Numbered[]) => records.toSorted((a, b) => a.n - b.n);

test('what is sought in a shard is what parsing all of it finds', async () => {
  await forAll(
    fc.tuple(comments, fc.subarray([...STATUSES]), fc.nat(3)),
    async ([records, statuses, every]) => {
      const isWanted = (record: Numbered) => (statuses as string[]).includes(statusOf(record));
      const changed = records.filter((_, place) => place % (every + 2) === 0);
      const count = records.filter((record) => isWanted(record) && isCounted(record)).length;
      const numbers = new Set(changed.map(({ n }) => n));
      const found = soughtIn(place, await linesOf(records), { statuses, count, numbers }) ?? [];
      const wanted = decodeShard('comments', 0, await encoded(records)).records.filter(
        (record) => isWanted(record) || changed.some(({ n }) => n === record.n),
      );
      // Words that look like a status may bring more: each is a record of the shard all the same.
      expect(sorted(found.filter((record) => isWanted(record) || numbers.has(record.n)))).toEqual(
        sorted(wanted),
      );
      expect(records).toEqual(expect.arrayContaining(found));
    },
    200,
  );
});

test('where the index or the way of writing is another, nothing is said', async () => {
  const records = STATUSES.map((status, n) => ({ n, r: aComment({ id: `${n}`, status }) }));
  const lines = await linesOf(records);
  const pending = { statuses: ['pending'], count: 1, numbers: new Set<number>() };
  expect(soughtIn(place, lines, pending)).toEqual([records[0]]);
  expect(soughtIn(place, lines, { ...pending, count: 2 })).toBeNull();
  expect(soughtIn(place, lines, { ...pending, numbers: new Set([9]) })).toBeNull();
  const wide = Buffer.from(lines.toString().replaceAll('":', '": '));
  expect(soughtIn(place, wide, pending)).toBeNull();
  const swapped = Buffer.from(records.map(({ n, r }) => `${JSON.stringify({ r, n })}\n`).join(''));
  expect(soughtIn(place, swapped, { ...pending, numbers: new Set([3]) })).toBeNull();
});

test('where a line that is sought is no record, or has the number of another, nothing is said', async () => {
  const records = STATUSES.map((status, n) => ({ n, r: aComment({ id: `${n}`, status }) }));
  const written = (await linesOf(records)).toString();
  const first = written.slice(0, written.indexOf('\n') + 1);
  for (const wrong of ['"status":"pending"\n', '["status":"pending"]\n', first]) {
    const lines = Buffer.from(written + wrong);
    for (const count of [1, 2]) {
      const found = soughtIn(place, lines, { statuses: ['pending'], count, numbers: new Set() });
      expect(found, `${count} with ${wrong}`).toBeNull();
    }
  }
});

test('a shard whose checksum is wrong is not taken for what was written', async () => {
  const bytes = await encoded([{ n: 0, r: aComment() }]);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5);
  expect(intactLines('comments', 0, bytes)).toBeNull();
  for (const other of COLLECTIONS.filter((name) => name !== 'comments')) {
    expect(intactLines(other, 0, await encoded([])), other).toBeNull();
  }
});
