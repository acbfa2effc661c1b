import path from 'node:path';
import { expect, test } from 'vitest';
import type { Repair } from '../../../main/library/repairs.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { contentsOf, FOLDER, idsIn, inMemory, LONG, smallLibrary } from '../../support/small-library.ts';

const WHOLE = ['posts draft', 'posts same', 'replyDrafts r1', 'replyDrafts r2', 'replyDrafts r4'];
/** Thousands of libraries are opened. */
const PATIENCE_MS = 120_000;

interface Found {
  ids: string[];
  contents: string[];
  repairs: readonly Repair[];
}

/** What is found where one file was cut; and that the damage is mended for good, its file kept as it was. */
async function withCut(image: DiskImage, name: string, length: number): Promise<Found> {
  const file = path.join(FOLDER, name);
  const cut = (image.get(file) ?? Buffer.alloc(0)).subarray(0, length);
  const disk = new PowerLossDisk(new Map(image).set(file, cut));
  const library = await inMemory(disk);
  const found = { ids: idsIn(library), contents: contentsOf(library), repairs: library.repairs };
  await library.close();
  for (const { quarantined } of library.repairs) {
    expect(disk.file(path.join(FOLDER, quarantined ?? '')).content).toEqual(cut);
  }
  if (length % 4 > 0) return found;
  const again = await inMemory(disk);
  expect([again.repairs, contentsOf(again)]).toEqual([[], found.contents]);
  await again.close();
  return found;
}

/** Looks at a file cut at every place. */
async function everyCut(
  image: DiskImage,
  name: string,
  check: (found: Found, cut: string, length: number) => void,
): Promise<void> {
  const content = image.get(path.join(FOLDER, name)) ?? Buffer.alloc(0);
  expect(content.length).toBeGreaterThan(100);
  for (let length = 0; length < content.length; length += 1) {
    check(await withCut(image, name, length), content.toString('utf8', 0, length), length);
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test(
  'a manifest cut anywhere costs nothing',
  async () => {
    await everyCut(await smallLibrary(), 'library.json', ({ ids, repairs }, cut) => {
      expect(ids).toEqual(WHOLE);
      expect(repairs.map(({ what, lost }) => [what, lost])).toEqual(isJson(cut) ? [] : [['manifest', 0]]);
    });
  },
  PATIENCE_MS,
);

test(
  'an index cut anywhere costs nothing',
  async () => {
    await everyCut(await smallLibrary(), 'index.json', ({ ids, repairs }) => {
      expect(ids).toEqual(WHOLE);
      expect(repairs.map(({ what, lost }) => [what, lost])).toEqual([['index', 0]]);
    });
  },
  PATIENCE_MS,
);

test(
  'what is noted at closing can be cut anywhere: it costs nothing and is no damage',
  async () => {
    const image = await smallLibrary();
    const length = image.get(path.join(FOLDER, 'closed.json'))?.length ?? 0;
    expect(length).toBeGreaterThan(20);
    for (let cut = 0; cut < length; cut += 1) {
      expect(await withCut(image, 'closed.json', cut)).toMatchObject({ ids: WHOLE, repairs: [] });
    }
  },
  PATIENCE_MS,
);

test(
  'a journal cut anywhere holds every transaction before the cut, and says how many are lost',
  async () => {
    await everyCut(await smallLibrary(), 'journal-000002.ndjson', ({ contents, repairs }, cut) => {
      const lines = cut.split('\n').filter((line) => isJson(line.slice(9)));
      const text = contents.join('\n');
      const shown = [
        ...[text.includes('"second"'), text.includes('"r4"')],
        ...[!text.includes('"r3"'), text.includes('"Short"')],
      ];
      expect(shown).toEqual(shown.map((_, place) => place < lines.length));
      const file = 'journal-000002.ndjson';
      const lost = { what: 'journal', file, kept: lines.length, lost: 4 - lines.length };
      expect(repairs).toMatchObject(lines.length < 4 ? [lost] : []);
    });
  },
  PATIENCE_MS,
);

test(
  'after a crash, which may have cut it itself, the torn end of a journal is no damage',
  async () => {
    const image = new Map(await smallLibrary());
    image.delete(path.join(FOLDER, 'closed.json'));
    await everyCut(image, 'journal-000002.ndjson', ({ repairs }) => expect(repairs).toEqual([]));
  },
  PATIENCE_MS,
);

test(
  'a shard cut anywhere keeps the records before the cut, and says how many are lost',
  async () => {
    const image = await smallLibrary();
    await everyCut(image, 'replyDrafts/000000.ndjson', ({ ids, repairs }, cut) => {
      const kept = cut.split('\n').slice(1).filter(isJson).length;
      // The journal brings the fourth reply, and has removed the third: it cannot be lost.
      const expected = ['r1', 'r2'].slice(0, kept).concat('r4');
      expect(ids).toEqual([...WHOLE.slice(0, 2), ...expected.map((id) => `replyDrafts ${id}`)]);
      const lost = Math.max(0, 2 - kept);
      expect(repairs).toMatchObject([
        { what: 'shard', collection: 'replyDrafts', file: 'replyDrafts/000000.ndjson', lost },
      ]);
    });
    await everyCut(image, 'posts/000000.ndjson', ({ ids, repairs }, cut) => {
      const kept = cut.split('\n').slice(1).filter(isJson).length;
      expect(ids.filter((id) => id.startsWith('posts')).sort()).toEqual(
        ['posts same', 'posts draft'].slice(0, kept).sort(),
      );
      expect(repairs).toMatchObject([{ what: 'shard', collection: 'posts', kept, lost: 2 - kept }]);
    });
  },
  PATIENCE_MS,
);

test(
  'of a long text cut anywhere the beginning is kept, and the loss is reported',
  async () => {
    const image = await smallLibrary();
    const texts = [...image.keys()].filter((file) => file.endsWith('.txt'));
    const name = path.relative(FOLDER, texts.find((file) => image.get(file)?.toString() === LONG) ?? '');
    expect(texts).toHaveLength(2);
    for (let length = 0; length < LONG.length; length += 13) {
      const { contents, repairs } = await withCut(image, name, length);
      const posts = contents.filter((text) => text.includes('As on the site'));
      expect(posts.map((text) => JSON.parse(text)[1].fields.body)).toEqual([LONG.slice(0, length)]);
      expect(repairs).toMatchObject([{ what: 'body', collection: 'posts', file: name, kept: 0, lost: 1 }]);
    }
  },
  PATIENCE_MS,
);
