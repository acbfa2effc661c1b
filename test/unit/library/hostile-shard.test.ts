// Shards that somebody has written anew, with checksums that are right: before everything is loaded, when only the lines
// that are sought are parsed, a list is the same as afterwards.
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { checksum } from '../../../main/library/checksum.ts';
import type { CommentPageQuery, Library } from '../../../main/library/library.ts';
import { aComment } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { fc, forAll } from '../../support/property.ts';
import { FOLDER, inMemory } from '../../support/small-library.ts';

const SHARD = path.join(FOLDER, 'comments/000000.ndjson');
const STATUSES = ['pending', 'approved', 'spam', 'trash'] as const;

const comments = fc.array(
  fc.record({
    status: fc.constantFrom(...STATUSES),
    day: fc.integer({ min: 10, max: 28 }),
    raw: fc.constantFrom('', '"status":"pending"', '\n{"n":0,"r":{', '\u0000\u202e\u2028', 'я'.repeat(2000)),
  }),
  { minLength: 2, maxLength: 12 },
);

/**
 * What can be done to one of the lines; the others stay. None gets the number of another: only who parses both can tell.
 */
const TAMPERED: Record<string, (line: string) => string[]> = {
  'is as it was': (line) => [line],
  'is written widely': (line) => [line.replaceAll('":', '": ')],
  'has its keys in another order': (line) => {
    const { n, r } = JSON.parse(line);
    return [JSON.stringify({ r, n })];
  },
  'spells its status otherwise': (line) => [line.replace('"status"', '"st\\u0061tus"')],
  'comes twice': (line) => [line, line],
  'comes again with other words': (line) => [line.replace('"raw":"', '"raw":"Other '), line],
  'has a number of another shard': (line) => [line.replace(/\d+/, '7000')],
  'has a number in quotes': (line) => [line.replace(/\d+/, '"$&"')],
  'has a status that there is not': (line) => [line.replace(/"status":"\w+"/, '"status":"\u0000"')],
  'is cut off': (line) => [line.slice(0, line.length / 2)],
  'is nothing': () => [''],
  'is null': () => ['null'],
  'is only a status': () => ['"status":"pending"'],
};

const tampering = fc.array(fc.record({ at: fc.nat(11), how: fc.constantFrom(...Object.keys(TAMPERED)) }), {
  maxLength: 3,
});

function tampered(image: DiskImage, all: readonly { at: number; how: string }[], isTurned: boolean) {
  const [header = '', ...lines] = image.get(SHARD)?.toString().trimEnd().split('\n') ?? [];
  const changed = lines.flatMap((line, place) => {
    const edit = all.find(({ at }) => at % lines.length === place);
    return edit ? (TAMPERED[edit.how]?.(line) ?? [line]) : [line];
  });
  const body = (isTurned ? changed.toReversed() : changed).map((line) => `${line}\n`).join('');
  const sealed = JSON.stringify({ ...JSON.parse(header), crc: checksum(body) });
  return new PowerLossDisk(new Map(image).set(SHARD, Buffer.from(`${sealed}\n${body}`)));
}

const listOf = async (library: Library, query: CommentPageQuery) =>
  (await library.commentPage(query)).comments.map(({ id, status, raw }) => [id, status, raw]);

test('the first page of a shard that somebody has written anew is that of the loaded list', async () => {
  await forAll(
    fc.tuple(comments, tampering, fc.boolean(), fc.subarray([...STATUSES], { minLength: 1 }), fc.boolean()),
    async ([written, edits, isTurned, statuses, isNewest]) => {
      const disk = new PowerLossDisk();
      const before = await inMemory(disk);
      await before.transact((tx) => {
        for (const [n, { status, day, raw }] of written.entries()) {
          const dateGmt = `2026-10-${day}T10:00:00Z`;
          tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n + 1, status, raw, dateGmt }));
        }
        return ok(null);
      });
      await before.compact();
      await before.close();
      const changed = tampered(disk.image(), edits, isTurned);
      const library = await openedLibrary(FOLDER, filesOn(changed));
      const order = isNewest ? ('newest' as const) : ('oldest' as const);
      const query = { siteId: null, statuses, order, offset: 0, limit: 50 };
      const early = await listOf(library, query);
      must(await library.loaded);
      expect(early).toEqual(await listOf(library, query));
      await library.close();
    },
    200,
  );
});
