// Whole shards that are not those which were written last: somebody has put them back.
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { parseIndex, writeIndex } from '../../../main/library/index-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { must } from '../../support/must.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { contentsOf, inMemory } from '../../support/small-library.ts';
import { at, diskWith, isMended, textOf } from './damaged-disk.ts';

const SHARD = at('replyDrafts/000000.ndjson');
const INDEX = at('index.json');
const OLDER = { what: 'shard', collection: 'replyDrafts', file: 'replyDrafts/000000.ndjson', lost: null };

const save = (library: Library, content: string, ...ids: string[]) =>
  library.transact((tx) => {
    for (const id of ids) tx.put('replyDrafts', { id, content, savedAt: '' });
    return ok(null);
  });
const remove = (library: Library, ...ids: string[]) =>
  library.transact((tx) => ok(ids.map((id) => tx.remove('replyDrafts', id))));

/** A closed library of two replies and whatever `change` does, with the shard as it was before that. */
async function putBack(change: (library: Library) => Promise<unknown>): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(await save(library, 'older', 'r1', 'r2'));
  await library.compact();
  const older = textOf(disk.image(), SHARD);
  await change(library);
  await library.compact();
  await library.close();
  return diskWith(disk.image(), SHARD, older).image();
}

test.each<[string, (library: Library) => Promise<unknown>]>([
  ['with as many records', (library) => save(library, 'newer', 'r1')],
  ['with more records', (library) => remove(library, 'r1')],
  ['with fewer records', (library) => save(library, 'newer', 'r3')],
  ['that was emptied', (library) => remove(library, 'r1', 'r2')],
])('an older shard %s is told, and nobody can say what it lacks', async (_name, change) => {
  const image = await putBack(change);
  for (const disk of [new PowerLossDisk(image), diskWith(image, INDEX, null)]) {
    const library = await inMemory(disk);
    expect(library.all('replyDrafts').map(({ content }) => content)).toEqual(['older', 'older']);
    const told = library.repairs.filter(({ what }) => what !== 'index');
    expect(told).toMatchObject([{ ...OLDER, kept: 2 }]);
    expect(textOf(disk.image(), at(told[0]?.quarantined ?? ''))).toBe('');
    await library.close();
    expect(textOf(disk.image(), at(told[0]?.quarantined ?? ''))).toBe(textOf(image, SHARD));
    await isMended(disk, contentsOf(library));
  }
});

test('an index that does not say how new a shard is still says how many records it has', async () => {
  for (const [lost, id] of [
    [null, 'r1'],
    [1, 'r3'],
  ] as const) {
    const disk = new PowerLossDisk(await putBack((library) => save(library, 'newer', id)));
    const index = parseIndex(textOf(disk.image(), INDEX));
    if (!index) throw new Error('There is no index');
    for (const entry of Object.values(index.collections.replyDrafts?.shards ?? {})) delete entry.through;
    await writeIndex(at(''), index, filesOn(disk));
    const library = await inMemory(disk);
    expect(library.repairs.map((repair) => repair.lost)).toEqual(lost === null ? [] : [lost]);
    await library.compact();
    await library.close();
    // It says so from then on.
    expect(textOf(disk.image(), INDEX)).toContain('"records":2,"through":');
    await isMended(disk, contentsOf(library));
  }
});

test('a shard that is newer than the index says is what a killed mending left: it is written again', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(await save(library, 'first', 'r1', 'r2'));
  await library.compact();
  must(await library.transact((tx) => ok(tx.put('contacts', { id: 'c', siteId: 's' } as never))));
  await library.compact();
  await library.close();
  const newer = textOf(disk.image(), SHARD).replace('"through":1', '"through":2');
  const killed = diskWith(disk.image(), SHARD, newer);
  const again = await inMemory(killed);
  expect([again.repairs, again.all('replyDrafts').length]).toEqual([[], 2]);
  must(await again.transact((tx) => ok(tx.remove('contacts', 'c'))));
  await again.compact();
  await again.close();
  expect(textOf(killed.image(), SHARD)).toContain('"through":3');
  expect((await inMemory(killed)).repairs).toEqual([]);
});
