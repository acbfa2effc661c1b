import path from 'node:path';
import { expect, test } from 'vitest';
import { checksum } from '../../../main/library/checksum.ts';
import { openLibrary } from '../../../main/library/library.ts';
import type { Repair } from '../../../main/library/repairs.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { contentsOf, FOLDER, inMemory, smallLibrary } from '../../support/small-library.ts';

const at = (name: string) => path.join(FOLDER, name);
const MARK = Buffer.from('\ufeff');

/** What other programs, disks and people leave in place of a file. */
const FOREIGN: Record<string, (content: Buffer) => Buffer> = {
  nothing: () => Buffer.alloc(0),
  null: () => Buffer.from('null'),
  'an array': () => Buffer.from('[]\n'),
  'an object': () => Buffer.from('{}\n'),
  'a page': () => Buffer.from('<!doctype html>\n<html>\n<h1>Sign in to this network</h1>\n</html>\n'),
  NULs: (content) => Buffer.alloc(content.length),
  'NULs to the middle': (content) => Buffer.concat([Buffer.alloc(content.length / 2), tail(content)]),
  'NULs from the middle': (content) => Buffer.concat([head(content), Buffer.alloc(content.length / 2)]),
  'its second half': (content) => tail(content),
  'itself twice': (content) => Buffer.concat([content, content]),
};
const head = (content: Buffer) => content.subarray(0, Math.floor(content.length / 2));
const tail = (content: Buffer) => content.subarray(Math.floor(content.length / 2));

/** The file of each kind that a small library has. */
function victims(image: DiskImage): Record<Repair['what'], string> {
  const text = [...image.keys()].find((file) => file.endsWith('.txt')) ?? '';
  return {
    ...{ manifest: 'library.json', index: 'index.json', journal: 'journal-000002.ndjson' },
    ...{ shard: 'replyDrafts/000000.ndjson', body: path.relative(FOLDER, text) },
  };
}

const KINDS = ['manifest', 'index', 'journal', 'shard', 'body'] as const;

test.each(KINDS.flatMap((what) => Object.keys(FOREIGN).map((name) => [what, name] as const)))(
  'where a %s holds %s, the rest is there, the damage is told, and the file is kept as it was found',
  async (what, name) => {
    const image = await smallLibrary();
    const whole = contentsOf(await inMemory(new PowerLossDisk(image)));
    const file = victims(image)[what];
    const original = image.get(at(file)) ?? Buffer.alloc(0);
    const foreign = FOREIGN[name]?.(original) ?? original;
    const disk = new PowerLossDisk(new Map(image).set(at(file), foreign));
    const library = await inMemory(disk);
    const found = contentsOf(library);
    expect(found.length).toBeGreaterThan(1);
    if (what === 'manifest' || what === 'index') expect(found).toEqual(whole);
    const reports = library.repairs.filter((repair) => repair.file === file);
    // A journal that comes twice says twice what is; the numbers of its transactions tell.
    expect(reports.map((repair) => repair.what)).toEqual(
      what === 'journal' && name === 'itself twice' ? [] : [what],
    );
    await library.close();
    for (const { quarantined } of reports) expect(disk.file(at(quarantined ?? '')).content).toEqual(foreign);
    const again = await inMemory(disk);
    expect([again.repairs, contentsOf(again)]).toEqual([[], found]);
    await again.close();
  },
);

/** As an editor saves it that thinks that lines end otherwise. */
const edited = (content: Buffer): Buffer =>
  Buffer.concat([MARK, Buffer.from(content.toString().replaceAll('\n', '\r\n'))]);

test.each(['library.json', 'journal-000002.ndjson', 'replyDrafts/000000.ndjson', 'posts/000000.ndjson'])(
  'an editor that gave %s a byte order mark and other line ends has destroyed nothing',
  async (name) => {
    const image = await smallLibrary();
    const first = await inMemory(new PowerLossDisk(image));
    const [whole, { id }] = [contentsOf(first), first];
    const disk = new PowerLossDisk(new Map(image).set(at(name), edited(image.get(at(name)) ?? MARK)));
    const library = await inMemory(disk);
    expect([contentsOf(library), library.id]).toEqual([whole, id]);
    expect(library.repairs.every(({ what, lost }) => what === 'shard' && lost === 0)).toBe(true);
  },
);

test.each([
  ['index.json', '"version":2', '"version":3'],
  ['index.json', '"comments"', '"unheardOf"'],
  ['journal-000002.ndjson', '"c":"replyDrafts"', '"c":"unheardOf"'],
])('%s with %s made %s comes from a newer app: it is refused and left as it is', async (name, old, newer) => {
  const image = new Map(await smallLibrary());
  image.delete(at('library.json')); // which would say so first
  const text = image.get(at(name))?.toString() ?? '';
  image.set(at(name), Buffer.from(resealed(name, text.replace(old, newer))));
  const disk = new PowerLossDisk(image);
  const refused = { ok: false, error: { kind: 'storage', reason: 'newer' } };
  expect(await openLibrary(FOLDER, filesOn(disk), noBugs)).toMatchObject(refused);
  expect(disk.image()).toEqual(image);
});

/** A changed index or journal with checksums that are right again. */
function resealed(name: string, text: string): string {
  if (name === 'index.json') {
    const json = text.slice(text.indexOf('"index":') + '"index":'.length, -'}\n'.length);
    return `{"crc":"${checksum(json)}","index":${json}}\n`;
  }
  return text.replaceAll(/^[0-9a-f]{8} (.*)$/gm, (_line, json: string) => `${checksum(json)} ${json}`);
}

/** A shard with other lines, whose checksum is right again. */
function resealedShard(image: DiskImage, name: string, rewrite: (lines: string[]) => string[]): DiskImage {
  const [header = '', ...lines] = image.get(at(name))?.toString().trimEnd().split('\n') ?? [];
  const body = rewrite(lines).join('\n').concat('\n');
  const sealed = { ...JSON.parse(header), crc: checksum(body) };
  return new Map(image).set(at(name), Buffer.from(`${JSON.stringify(sealed)}\n${body}`));
}

test.each([
  ['no JSON', () => '{"n":0,'],
  ['nothing', () => ''],
  ['null', () => 'null'],
  ['no record', () => '{"n":0}'],
  ['a record without an id', () => '{"n":0,"r":{}}'],
  ['a number as a string', (line: string) => line.replace('"n":0', '"n":"0"')],
  ['the number of another shard', (line: string) => line.replace('"n":0', '"n":700')],
  ['the number of another line', (line: string) => line.replace('"n":0', '"n":1')],
])(
  'a shard whose checksum vouches for a line with %s is damaged: the others are kept',
  async (_name, wrong) => {
    const name = 'replyDrafts/000000.ndjson';
    const image = resealedShard(await smallLibrary(), name, ([first = '', ...others]) => [
      wrong(first),
      ...others,
    ]);
    const library = await inMemory(new PowerLossDisk(image));
    expect(library.all('replyDrafts').map(({ id }) => id)).toEqual(['r2', 'r4']);
    expect(library.repairs).toMatchObject([{ what: 'shard', file: name, kept: 2, lost: 1 }]);
  },
);

test('a shard in the place of another is no measure of what was lost there', async () => {
  const image = await smallLibrary();
  const [posts, replies] = ['posts/000000.ndjson', 'replyDrafts/000000.ndjson'];
  const copied = new Map(image).set(at(posts), image.get(at(replies)) ?? MARK);
  const library = await inMemory(new PowerLossDisk(copied));
  expect(library.repairs).toMatchObject([{ file: posts, kept: 0, lost: 2 }]);
});
