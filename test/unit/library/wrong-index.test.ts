import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { LibraryIndex } from '../../../main/library/index-file.ts';
import { parseIndex, writeIndex } from '../../../main/library/index-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { aComment, anOperation, aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { contentsOf, FOLDER, inMemory } from '../../support/small-library.ts';

const at = (name: string) => path.join(FOLDER, name);
const put = (library: Library, ...numbers: number[]) =>
  library.transact((tx) => {
    for (const n of numbers) tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n, status: 'spam' }));
    return ok(null);
  });

/** The disk of a closed library of 502 comments: two in the second shard. */
async function twoShards(): Promise<PowerLossDisk> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(await put(library, ...Array.from({ length: 502 }, (_, n) => n)));
  await library.compact();
  await library.close();
  return disk;
}

/** Gives the library another index, with a checksum that is right. */
async function lie(disk: PowerLossDisk, change: (index: LibraryIndex) => void): Promise<void> {
  const index = parseIndex(disk.file(at('index.json')).content.toString());
  if (!index) throw new Error('There is no index');
  change(index);
  await writeIndex(FOLDER, index, filesOn(disk));
}

test('counters of an index that are wrong hold until everything is loaded, and are mended with its shards', async () => {
  const disk = await twoShards();
  await lie(disk, (index) => {
    for (const entry of Object.values(index.collections.comments?.shards ?? {}))
      entry.facets = [['site-1', 'approved', 9, '2030-01-01T00:00:00Z', '2000-01-01T00:00:00Z']];
  });
  const library = await inMemory(disk);
  expect(await library.counts('comments', null)).toEqual({ spam: 502 });
  expect(library.repairs).toEqual([]);
  await library.compact();
  await library.close();
  expect(disk.file(at('index.json')).content.toString()).not.toContain('"approved"');
});

test.each([
  ['fewer', 1],
  ['more', 2_000],
])(
  'an index that knows of %s records than a shard has is told, and none of them is lost',
  async (_name, records) => {
    const disk = await twoShards();
    await lie(disk, (index) => {
      const entry = index.collections.comments?.shards['1'];
      if (entry) entry.records = records;
    });
    const library = await inMemory(disk);
    expect(library.all('comments')).toHaveLength(502);
    expect(library.repairs).toMatchObject([
      { what: 'shard', file: 'comments/000001.ndjson', kept: 2, lost: Math.max(0, records - 2) },
    ]);
    await library.close();
    const again = await inMemory(disk);
    expect([again.repairs, again.all('comments').length]).toEqual([[], 502]);
  },
);

test.each([
  ['an index', ['comments/000001.ndjson'], 502],
  ['the short index alone', ['comments/000001.ndjson', 'index.json'], 502],
  ['neither', ['comments/000001.ndjson', 'index.json', 'shards.json'], 500],
])('the numbers of a lost shard, with %s, give no record the place of another', async (_name, gone, next) => {
  const disk = await twoShards();
  for (const name of gone) disk.remove(at(name));
  const library = await inMemory(disk);
  must(await put(library, 7, 900));
  const journal = disk.image().get(at('journal-000002.ndjson'))?.toString();
  expect(journal).toContain(`"n":${next},"put":{"id":"site-1/900"`);
  await library.compact();
  const contents = contentsOf(library);
  expect(contents).toHaveLength(501);
  await library.close();
  expect(contentsOf(await inMemory(disk))).toEqual(contents);
});

test('a text of megabytes, inline or in a file of its own, is like any other', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  const body = 'Дълга дума 👍 '.repeat(250_000);
  const fields = someFields({ body });
  must(
    await library.transact((tx) => {
      tx.put('posts', aPost({ id: 'long', fields }));
      tx.put('comments', aComment({ id: 'long', raw: body }));
      return ok(
        tx.put('operations', anOperation({ task: { kind: 'create-post', postId: 'long', fields } as never })),
      );
    }),
  );
  for (const when of ['from the journal', 'from the shards']) {
    const copy = new Map(disk.image());
    copy.delete(at('owner.json'));
    const again = await inMemory(new PowerLossDisk(copy));
    expect(again.get('posts', 'long')?.fields.body === body, when).toBe(true);
    expect(again.get('comments', 'long')?.raw === body, when).toBe(true);
    await again.close();
    await library.compact();
  }
});
