// A line of a journal in which a letter has rotted: its change is not carried out, and its words are not lost either.
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { contentsOf, FOLDER, inMemory } from '../../support/small-library.ts';
import { diskWith, isMended, textOf } from './damaged-disk.ts';

const JOURNAL = path.join(FOLDER, 'journal-000001.ndjson');
const LETTER = /Розите са червени/;

const write = async (library: Library, body: string, revision: number) =>
  must(
    await library.transact((tx) => {
      const fields = someFields({ title: 'Рози', body });
      return ok(tx.put('posts', aPost({ id: 'poem', ...tx.get('posts', 'poem'), fields, revision })));
    }),
  );

/** A library in which these texts were saved one after the other; a letter of one of them has rotted. */
async function rotten(
  bodies: readonly string[],
  then: (library: Library) => Promise<unknown> = async () => {},
): Promise<PowerLossDisk> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  for (const [at, body] of bodies.entries()) await write(library, body, at + 1);
  await then(library);
  await library.close();
  const image = disk.image();
  return diskWith(image, JOURNAL, textOf(image, JOURNAL).replace(LETTER, 'Розите са чeрвени'));
}

const versionsIn = (library: Library) =>
  library.all('revisions').map(({ postId, kind, fields }) => [postId, kind, fields.body]);

test.each([
  ['the last line', ['Лалета', 'Розите са червени'], 'Лалета'],
  ['one before it', ['Лалета', 'Розите са червени', 'Карамфили'], 'Карамфили'],
])('%s: the post is as it was, and the words are a version of it', async (_which, bodies, now) => {
  const disk = await rotten(bodies);
  const library = await inMemory(disk);
  expect(library.get('posts', 'poem')?.fields.body).toBe(now);
  expect(versionsIn(library)).toEqual([['poem', 'conflict', 'Розите са чeрвени']]);
  expect(library.repairs).toMatchObject([{ what: 'journal', lost: 1, doubtful: ['poem'] }]);
  const contents = contentsOf(library);
  await library.close();
  await isMended(disk, contents);
});

test('of a post that was made by such a line the words are a version that brings it back', async () => {
  const library = await inMemory(await rotten(['Розите са червени']));
  expect(library.get('posts', 'poem')).toBeUndefined();
  expect(versionsIn(library)).toEqual([['poem', 'conflict', 'Розите са чeрвени']]);
});

test('words that are here anyway are no version', async () => {
  const library = await inMemory(await rotten(['Лалета', 'Розите са червени', 'Розите са чeрвени']));
  expect(versionsIn(library)).toEqual([]);
  expect(library.repairs).toMatchObject([{ what: 'journal', lost: 1 }]);
  expect(library.repairs[0]?.doubtful).toBeUndefined();
});

test('what was removed later does not come back for it', async () => {
  const removed = async (library: Library) =>
    must(await library.transact((tx) => ok(tx.remove('posts', 'poem'))));
  const library = await inMemory(await rotten(['Розите са червени'], removed));
  expect(versionsIn(library)).toEqual([]);
});

test('nor does a version of it that somebody has removed', async () => {
  const disk = await rotten(['Лалета', 'Розите са червени']);
  const image = disk.image();
  const library = await inMemory(disk);
  const [version] = library.all('revisions');
  must(await library.transact((tx) => ok(tx.remove('revisions', version?.id ?? ''))));
  await library.close();
  const again = new Map(disk.image()).set(JOURNAL, image.get(JOURNAL) ?? null);
  expect(versionsIn(await inMemory(new PowerLossDisk(again)))).toEqual([]);
});

test('a line of which the first block was never written is what a crash left', async () => {
  const disk = await rotten(['Лалета', 'Розите са червени']);
  const image = new Map(disk.image());
  const lines = textOf(image, JOURNAL).split('\n');
  lines[1] = `${'\0'.repeat(9)}${lines[1]?.slice(9)}`;
  image.set(JOURNAL, Buffer.from(lines.join('\n')));
  image.delete(path.join(FOLDER, 'closed.json'));
  const library = await inMemory(new PowerLossDisk(image));
  expect([library.repairs, versionsIn(library)]).toEqual([[], []]);
});

test('the report names the posts that have got a version', async () => {
  const disk = await rotten(['Лалета', 'Розите са червени']);
  const library = await inMemory(disk);
  await library.close();
  const report = [...disk.image()].find(([file]) => file.includes('quarantine') && file.endsWith('.json'));
  expect(JSON.parse(report?.[1]?.toString() ?? '{}')).toMatchObject({ repairs: [{ doubtful: ['poem'] }] });
});

test('they are kept once, however often mending is begun', async () => {
  const disk = await rotten(['Лалета', 'Розите са червени']);
  for (let run = 0; run < 2; run += 1) {
    const library = await inMemory(new PowerLossDisk(disk.image()));
    expect(versionsIn(library)).toHaveLength(1);
    await library.close();
  }
  const image = disk.image();
  const library = await inMemory(disk);
  must(await library.transact((tx) => ok(tx.put('replyDrafts', { id: 'r', content: '', savedAt: '' }))));
  await library.close();
  // The journal comes back as it was, beside what mending has written.
  const again = new Map(disk.image()).set(JOURNAL, image.get(JOURNAL) ?? null);
  expect(versionsIn(await inMemory(new PowerLossDisk(again)))).toHaveLength(1);
});

test.each(['"set":null', '"set":"Лалета"'])(
  'a line that says %s of a record says nothing, and the library opens',
  async (said) => {
    const image = (await rotten(['Лалета', 'Карамфили'])).image();
    const [, second] = textOf(image, JOURNAL).split('\n');
    const line = `00000000 {"t":1,"ops":[{"c":"posts","n":0,${said}}]}`;
    const library = await inMemory(diskWith(image, JOURNAL, `${line}\n${second}\n`));
    expect(library.repairs).toMatchObject([{ what: 'journal', kept: 1 }]);
    expect(versionsIn(library)).toMatchObject([['poem', 'edited', 'Карамфили']]);
  },
);
