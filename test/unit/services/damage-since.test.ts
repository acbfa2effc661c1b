// What is told of damage follows what has come back since.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { LONG, watched } from './damaged-library.ts';
import { losing, reopened } from './losing.ts';

const draft = (id: string) => aPost({ id, siteId: null, fields: someFields({ title: 'Три дни', body: '' }) });
/** Of the last one no version is left, only the file of the long text. */
const TEXTS = ['Едно', 'Едно и две', 'Едно, две и три', `${LONG}Край.`];

test('lost posts that are back, or were let go, are missed no more; each makes the page ask again', async () => {
  const folder = await losing([draft('a'), draft('b'), draft('c')], TEXTS);
  const desk = await reopened(folder);
  const back = async () => (await desk.state()).damage?.losses;
  const posts = { what: 'posts', kept: 0, lost: 3 };
  expect(await back()).toEqual([{ ...posts, back: 0 }]);
  const before = desk.changes();
  await desk.bringBack('a');
  expect(desk.changes()).toBeGreaterThan(before);
  expect(await back()).toEqual([{ ...posts, back: 1 }]);
  must(await desk.service.discardLost({ postId: 'b' }));
  await desk.library.compact();
  await desk.library.close();

  const again = await reopened(folder);
  expect((await again.state()).damage?.losses).toEqual([{ ...posts, back: 2 }]);
  await again.bringBack('c');
  expect((await again.state()).damage?.losses).toEqual([{ ...posts, back: 3 }]);
});

test('a post that is lost after another came back is not taken for that one', async () => {
  const folder = await losing([draft('a'), draft('b')], TEXTS);
  const first = await reopened(folder);
  await first.bringBack();
  await first.library.compact();
  await first.library.close();
  await rm(path.join(folder, 'posts/000000.ndjson'));
  const second = await reopened(folder);
  expect((await second.state()).damage?.losses).toEqual([{ what: 'posts', kept: 0, lost: 2, back: 0 }]);
});

test('kept texts are looked for on the disk that the library is on', async () => {
  const folder = await losing([draft('a')], TEXTS);
  const readdir = (async (at: string, ...rest: []) => {
    if (at.includes('quarantine') && path.basename(at) === 'bodies')
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    return realFiles.readdir(at, ...rest);
  }) as typeof realFiles.readdir;
  const { state } = await watched(folder, { ...realFiles, readdir });
  expect((await state()).damage).toMatchObject({ losses: [{ what: 'posts' }], texts: 0 });
});

test('a kept text counts until a post has the same again', async () => {
  const folder = await losing([draft('a'), draft('b')], [...TEXTS.slice(0, 3), `${LONG}Край.`]);
  const desk = await reopened(folder);
  const texts = async () => (await desk.state()).damage?.texts;
  expect(await texts()).toBe(1); // equal texts share a file
  must(
    await desk.library.transact((tx) =>
      ok(tx.put('posts', aPost({ id: 'pulled', fields: someFields({ body: `${LONG}Край.` }) }))),
    ),
  );
  expect(await texts()).toBe(0);
  await desk.library.compact();
  await desk.library.close();
  expect((await (await reopened(folder)).state()).damage?.texts).toBe(0);
});
