import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { aComment, aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { FOLDER, inMemory, LONG, smallLibrary } from '../../support/small-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const at = (name: string) => path.join(FOLDER, name);
const _put = (library: Library, n: number) =>
  library.transact((tx) => ok(tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n }))));
const savePost = (library: Library, id: string, body: string) =>
  library.transact((tx) => ok(tx.put('posts', aPost({ id, fields: someFields({ body }) }))));

/** A library on the real disk with one long text, and the file of the text. */
async function withLongText() {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await savePost(library, 'a', LONG);
  await savePost(library, 'b', LONG);
  await library.compact();
  await library.close();
  const [place = ''] = readdirSync(path.join(folder, 'bodies'));
  const [name = ''] = readdirSync(path.join(folder, 'bodies', place));
  return { folder, file: path.join(folder, 'bodies', place, name) };
}
const bodyOf = (library: Library, id: string) => library.get('posts', id)?.fields.body;

test('a damaged text that somebody writes again is what it was, everywhere and for good', async () => {
  const { folder, file } = await withLongText();
  const damaged = LONG.replace('A text', 'X text');
  writeFileSync(file, damaged);
  const library = await openedLibrary(folder);
  must(await library.loaded);
  expect(bodyOf(library, 'a')).toBe(damaged);
  await savePost(library, 'a', LONG);
  await library.compact();
  expect([bodyOf(library, 'a'), bodyOf(library, 'b')]).toEqual([LONG, damaged]);
  expect(readFileSync(path.join(folder, library.repairs[0]?.quarantined ?? ''), 'utf8')).toBe(damaged);
  await library.close();
  const again = await openedLibrary(folder);
  must(await again.loaded);
  await again.compact();
  await again.compact();
  expect([bodyOf(again, 'a'), bodyOf(again, 'b'), again.repairs]).toEqual([LONG, damaged, []]);
});

test('a text is not taken for stored because a file of its name and length is there', async () => {
  const { folder, file } = await withLongText();
  const library = await openedLibrary(folder);
  must(await library.loaded);
  writeFileSync(file, LONG.replace('A text', 'X text'));
  await savePost(library, 'c', LONG);
  await library.compact();
  // Nobody has read the damaged file yet: what it once held is known from the new text.
  expect(['a', 'b', 'c'].map((id) => bodyOf(library, id))).toEqual([LONG, LONG, LONG]);
  expect(library.repairs).toMatchObject([{ what: 'body', kept: 1, lost: 0 }]);
  await library.close();
  const again = await openedLibrary(folder);
  must(await again.loaded);
  expect(['a', 'b', 'c'].map((id) => bodyOf(again, id))).toEqual([LONG, LONG, LONG]);
});

test('a text that somebody removes while the app runs is a loss that is told', async () => {
  const { folder, file } = await withLongText();
  const library = await openedLibrary(folder);
  must(await library.loaded);
  rmSync(file);
  expect(bodyOf(library, 'a')).toBe('');
  expect(library.repairs).toMatchObject([{ what: 'body', quarantined: null, lost: 1 }]);
});

test('a text that cannot be read now is no damage; a transaction that needs it is refused', async () => {
  const { folder } = await withLongText();
  let broken = false;
  const readFileSyncOrFail = (file: string) => {
    if (broken) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    return realFiles.readFileSync(file);
  };
  const library = await openedLibrary(folder, { ...realFiles, readFileSync: readFileSyncOrFail });
  must(await library.loaded);
  broken = true;
  const answer = await library.transact((tx) => ok(tx.get('posts', 'a')?.fields.body.length));
  expect(answer).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'io' } });
  broken = false;
  expect([library.repairs, bodyOf(library, 'a')]).toEqual([[], LONG]);
});

test.each([
  ['the index', ['posts', 'index.json']],
  ['all that is known of posts', ['posts', 'index.json', 'revisions']],
])(
  'texts of posts that are gone with %s are kept, although nobody can say what is missing',
  async (_name, gone) => {
    const image = new Map(await smallLibrary());
    const texts = [...image.keys()].filter((file) => file.endsWith('.txt'));
    for (const file of image.keys()) if (gone.some((name) => file.startsWith(at(name)))) image.delete(file);
    const disk = new PowerLossDisk(image);
    const library = await inMemory(disk);
    await library.compact();
    await library.compact();
    await library.close();
    const kept = [...disk.image()].filter(([file]) => file.startsWith(at('quarantine')));
    for (const file of texts) {
      expect(kept).toContainEqual([expect.stringContaining(path.basename(file)), image.get(file)]);
    }
  },
);

test('texts that only lost records referred to are told where their shard is missing, too', async () => {
  const image = new Map(await smallLibrary());
  const texts = [...image.keys()].filter((file) => file.endsWith('.txt')).length;
  image.delete(at('posts/000000.ndjson'));
  const disk = new PowerLossDisk(image);
  const library = await inMemory(disk);
  const [report] = await library.openReports();
  expect(report).toMatchObject({ texts, repairs: [{ quarantined: null, lost: 2 }] });
  await library.compact();
  await library.close();
  expect(await (await inMemory(disk)).openReports()).toEqual([report]);
});

test('texts that only lost records referred to are kept with what is left of these', async () => {
  const image = await smallLibrary();
  const texts = [...image.keys()].filter((file) => file.endsWith('.txt'));
  expect(texts).not.toEqual([]);
  const disk = new PowerLossDisk(new Map(image).set(at('posts/000000.ndjson'), Buffer.from('null')));
  const library = await inMemory(disk);
  await library.compact();
  const [{ quarantined } = { quarantined: null }] = library.repairs;
  const place = path.dirname(path.dirname(at(quarantined ?? '')));
  await library.compact();
  await library.close();
  expect(texts.filter((file) => disk.size(file) !== null)).toEqual([]);
  for (const file of texts) {
    expect(disk.file(path.join(place, path.relative(FOLDER, file))).content).toEqual(image.get(file));
  }
});
