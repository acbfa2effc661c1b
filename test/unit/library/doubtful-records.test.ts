import { expect, test } from 'vitest';
import { decodeShard, encodeShard } from '../../../main/library/shard-file.ts';
import { Slices } from '../../../main/library/slices.ts';
import { aPost, someFields } from '../../support/builders.ts';

const entries = ['Кафе', 'Чай', 'Мляко'].map((title, n) => ({
  n,
  r: aPost({ id: title, fields: someFields({ title }) }),
}));
const shard = () => encodeShard({ collection: 'posts', shard: 0, through: 7 }, entries, new Slices());
const altered = async (change: (text: string) => string) =>
  decodeShard('posts', 0, Buffer.from(change((await shard()).toString())));
const doubtful = ({ records }: Awaited<ReturnType<typeof altered>>) =>
  records.filter(({ isDoubtful }) => isDoubtful).map(({ r }) => r.id);

test('of a shard as it was written nothing is in doubt', async () => {
  const read = decodeShard('posts', 0, await shard());
  expect(read).toEqual({ records: entries, through: 7, damage: null });
});

test('of one with a wrong letter the record that has it is kept and in doubt, the others are not', async () => {
  const read = await altered((text) => text.replace('"title":"Чай"', '"title":"Чаи"'));
  expect(read).toMatchObject({ through: 7, damage: { lost: 0 } });
  expect(read.records.map(({ n }) => n)).toEqual([0, 1, 2]);
  expect(doubtful(read)).toEqual(['Чай']);
});

test('a wrong number of a record is seen, too', async () => {
  const read = await altered((text) => text.replace('{"n":1,', '{"n":9,'));
  expect(doubtful(read)).toEqual(['Чай']);
});

test('line breaks of another system change no record', async () => {
  const read = await altered((text) => text.replaceAll('\n', '\r\n'));
  expect(read.records).toEqual(entries);
});

test('nobody doubts lines of an earlier app, which had no checksums', async () => {
  const read = await altered((text) => text.replaceAll(/,"c":"[0-9a-f]{8}"\}/g, '}').replace('Чай', 'Чаи'));
  expect(read.records).toHaveLength(3);
  expect(doubtful(read)).toEqual([]);
});
