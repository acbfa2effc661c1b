import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COLLECTIONS, schemaOf } from '../../../main/library/collections.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Version 2 libraries with shards, long texts and a journal, as they were written at the time, and what is in them. */
const FIXTURES: [string, Record<string, number>][] = [
  ['library-v2', { approved: 1, pending: 2, spam: 2, trash: 2 }],
  // The same version has come to hold earlier versions of posts, kept searches and marks of a restore.
  ['library-v2-revisions', { pending: 1, spam: 1 }],
  // The same with the short index.
  ['library-v2-short-index', { pending: 1, spam: 1 }],
];

test.each(FIXTURES)(
  '%s is read whole, before and after its journal is compacted',
  async (fixture, counts) => {
    const place = path.join(import.meta.dirname, '../../fixtures', fixture);
    const folder = await tempFolder();
    cpSync(path.join(place, 'library'), folder, { recursive: true });
    const expected = JSON.parse(readFileSync(path.join(place, 'expected.json'), 'utf8'));
    const names = COLLECTIONS.filter((name) => name in expected);
    expect(names).toEqual(Object.keys(expected));
    for (const time of ['as it is', 'after a compaction']) {
      const library = await openedLibrary(folder);
      must(await library.loaded);
      const found = names.map((name) => [
        name,
        Object.fromEntries(library.all(name).map((record) => [record.id, structuredClone(record)])),
      ]);
      expect(Object.fromEntries(found), time).toEqual(expected);
      for (const name of names) {
        for (const record of library.all(name)) expect(schemaOf(name).parse(record)).toEqual(record);
      }
      expect(library.repairs).toEqual([]);
      expect(library.sequence).toBe(3);
      expect(await library.counts('comments', 'site-1')).toEqual(counts);
      await library.compact();
      await library.close();
    }
  },
);

test.each([
  ['library-v2-revisions', null, [['shard', 'posts', null]]],
  ['library-v2-short-index', 0, [['shard', 'posts/000000.ndjson', 2]]],
])('%s without its index says of lost shards what it knows', async (fixture, lost, shards) => {
  const folder = await tempFolder();
  cpSync(path.join(import.meta.dirname, '../../fixtures', fixture, 'library'), folder, { recursive: true });
  for (const name of ['index.json', 'posts/000000.ndjson']) rmSync(path.join(folder, name));
  const library = await openedLibrary(folder);
  must(await library.loaded);
  const told = library.repairs.map((repair) => [repair.what, repair.file, repair.lost]);
  expect(told).toEqual([['index', 'index.json', lost], ...shards]);
});

test('of every collection there is a record that was written by an earlier app', () => {
  const file = path.join(import.meta.dirname, '../../fixtures/library-v2-revisions/expected.json');
  const expected: Record<string, object> = JSON.parse(readFileSync(file, 'utf8'));
  expect(COLLECTIONS.filter((name) => Object.keys(expected[name] ?? {}).length === 0)).toEqual([]);
});
