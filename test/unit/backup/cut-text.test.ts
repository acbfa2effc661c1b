// A long text that is cut short on the disk while the library is open, and that no earlier backup has.
import path from 'node:path';
import { expect, test } from 'vitest';
import { damagedTexts } from '../../../main/backup/manifest.ts';
import { newestGood, rescue } from '../../../main/backup/rescue.ts';
import { makeReady } from '../../../main/backup/restore.ts';
import { finishSwap, restoredFolder } from '../../../main/backup/swap.ts';
import { NO_VERSION } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { archived, manifestPart, pack, parts, toParts } from './archives.ts';
import { contentOf, cutTexts, DAY, LONG, ofBackup, withLibrary } from './backups.ts';

const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };
const ON_SITE = someFields({ title: 'Публикувана', body: `${LONG}На сайта.`, status: 'publish' });

/** A library, a whole backup of it, and then two texts of its posts cut short: of a draft and of one on its site. */
async function withCutTexts() {
  const at = await withLibrary();
  const whole = await at.take();
  at.clock.advance(3_600_000);
  const draft = someFields({ title: 'Чернова', body: `${LONG}Дописано.` });
  const base = { fields: ON_SITE, token: TOKEN };
  must(
    await at.library.transact((tx) => {
      tx.put('posts', aPost({ id: 'draft', fields: draft }));
      tx.put('posts', aPost({ id: 'published', remoteId: 5, fields: ON_SITE, base }));
      return ok(null);
    }),
  );
  await at.library.compact();
  for (const words of ['Дописано', 'На сайта']) await cutTexts(at.folder, words);
  return { ...at, whole };
}

test('a backup of it can be restored, and what was restored tells of it', async () => {
  const { take, folder, store, restoring } = await withCutTexts();
  const made = await take();
  expect(damagedTexts(made)).toBe(2);
  await makeReady(await store.source(made.id), 'x', restoring);
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  expect(restored.all('posts')).toHaveLength(3);
  expect(restored.all('comments')).toHaveLength(3);
  expect(restored.get('posts', 'draft')?.fields.body).toBe(LONG.slice(0, 500));
  const [report] = await restored.openReports();
  expect(report?.repairs.map(({ what, ids }) => [what, ids])).toEqual(
    expect.arrayContaining([
      ['body', ['draft']],
      ['body', ['published']],
    ]),
  );
  // The next pull brings the text of the site again.
  expect(restored.get('posts', 'published')?.base?.token).toEqual(NO_VERSION);
});

test('one in a file can be restored, too', async () => {
  const { folder, library, write, restore } = await archived();
  await library.compact();
  await cutTexts(folder, 'Влакът');
  await write();
  await restore();
});

test('one that lacks the text altogether is none of ours', async () => {
  const { root, target, write, restore } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  const isText = ({ path: name }: { path: string }) => name.startsWith('bodies/');
  for (const entry of manifest.files.filter(isText)) contents.delete(`library/${entry.path}`);
  const without = { ...manifest, files: manifest.files.filter((entry) => !isText(entry)) };
  const file = path.join(root, 'without.copydesk-backup');
  await pack(file, [manifestPart(without), ...toParts(contents)]);
  await expect(restore(file)).rejects.toEqual(ofBackup('damaged'));
});

test('a library that cannot be opened is replaced by such a backup', async () => {
  const { take, root, folder, library, restoring } = await withCutTexts();
  const made = await take();
  const before = contentOf(library).comments;
  const at = { ...restoring, folder: path.join(root, 'backups'), refused: new Set<string>() };
  await library.close();
  const good = await newestGood(at);
  expect(good?.id).toBe(made.id);
  must(await rescue(made, at));
  must(await finishSwap(folder, restoring.files));
  const restored = await openedLibrary(folder);
  must(await restored.loaded);
  expect(contentOf(restored).comments).toEqual(before);
});

test('it pushes out no backup that is whole: neither of its day nor the newest of all', async () => {
  const { take, store, whole, clock } = await withCutTexts();
  const sameDay = await take();
  const listed = async () => (await store.list()).map(({ id }) => id);
  expect(await listed()).toEqual([sameDay.id, whole.id]);
  const made: string[] = [];
  for (let day = 0; day < 8; day += 1) {
    clock.advance(DAY);
    made.unshift((await take()).id);
  }
  expect(await listed()).toEqual([...made.slice(0, 7), whole.id]);
});

/** Somebody writes over one of the damaged texts and removes the other. */
const mended = async ({ library }: Awaited<ReturnType<typeof withCutTexts>>) =>
  must(
    await library.transact((tx) => {
      tx.put('posts', aPost({ id: 'draft' }));
      tx.remove('posts', 'published');
      return ok(null);
    }),
  );

test('once it is whole again, its day has one backup as always', async () => {
  const at = await withCutTexts();
  await at.take();
  await mended(at);
  at.clock.advance(60_000);
  const after = await at.take();
  expect((await at.store.list()).map(({ id }) => id)).toEqual([after.id]);
});

test('the whole one of a day stays beside it also when a later day has a whole one', async () => {
  const at = await withCutTexts();
  const cut = await at.take();
  await mended(at);
  at.clock.advance(DAY);
  const after = await at.take();
  expect((await at.store.list()).map(({ id }) => id)).toEqual([after.id, cut.id, at.whole.id]);
});
