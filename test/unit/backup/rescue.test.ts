import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encodeManifest } from '../../../main/backup/manifest.ts';
import { newestGood, rescue } from '../../../main/backup/rescue.ts';
import { finishSwap } from '../../../main/backup/swap.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { openLibrary } from '../../../main/library/library.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { contentOf, withLibrary } from './backups.ts';

const DAY = 24 * 3_600_000;

/** A library whose manifest is damaged and whose other files are gone, with a backup of each of two days. */
async function ruined() {
  const at = await withLibrary();
  const older = await at.take();
  const before = contentOf(at.library);
  at.clock.advance(DAY);
  await at.put('newer', 'По-нова');
  const newer = await at.take();
  await at.library.close();
  for (const name of await readdir(at.folder)) await rm(path.join(at.folder, name), { recursive: true });
  await writeFile(path.join(at.folder, 'library.json'), '{');
  const rescuing = { ...at.restoring, folder: path.join(at.root, 'backups'), refused: new Set<string>() };
  return { ...at, older, newer, before, rescuing };
}

test('the newest backup that is whole is offered, and takes the place of what cannot be opened', async () => {
  const { older, newer, before, rescuing, root, folder } = await ruined();
  expect(await openLibrary(folder, realFiles, noBugs)).toMatchObject({
    ok: false,
    error: { reason: 'damaged' },
  });
  expect((await newestGood(rescuing))?.id).toBe(newer.id);
  const changed = newer.files.find(({ path: name }) => name.startsWith('posts/'))?.sha256 ?? '';
  const file = path.join(root, 'backups', 'files', changed.slice(0, 2), changed);
  await writeFile(file, (await readFile(file)).reverse());
  const good = await newestGood(rescuing);
  expect(good?.id).toBe(older.id);

  must(await rescue(older, rescuing));
  must(await finishSwap(folder, realFiles));
  const library = await openedLibrary(folder);
  must(await library.loaded);
  expect(contentOf(library)).toEqual(before);
  const kept = (await readdir(root)).find((name) => name.startsWith('library-damaged-')) ?? '';
  expect(await readFile(path.join(root, kept, 'library.json'), 'utf8')).toBe('{');
});

test('without a backup nothing is offered', async () => {
  const { rescuing, root } = await ruined();
  await rm(path.join(root, 'backups'), { recursive: true });
  expect(await newestGood(rescuing)).toBeNull();
});

test('one that goes bad between the offer and the answer changes nothing', async () => {
  const { newer, rescuing, root, folder } = await ruined();
  await rm(path.join(root, 'backups', 'files'), { recursive: true });
  expect(await rescue(newer, rescuing)).toMatchObject({
    ok: false,
    error: { kind: 'backup', reason: 'damaged' },
  });
  expect(must(await finishSwap(folder, realFiles))).toBeNull();
  expect(await readFile(path.join(folder, 'library.json'), 'utf8')).toBe('{');
});

test('one whose hashes are right, but that holds something else than it says, gives way to the next older one', async () => {
  const { newer, older, rescuing, root } = await ruined();
  const { id, ...manifest } = newer;
  const lying = { ...manifest, counts: { ...manifest.counts, posts: 7 } };
  await writeFile(path.join(root, 'backups', `${id}.json`), encodeManifest(lying));
  expect((await newestGood(rescuing))?.id).toBe(id);
  expect(await rescue(newer, rescuing)).toMatchObject({ ok: false, error: { reason: 'damaged' } });
  expect((await newestGood(rescuing))?.id).toBe(older.id);
  must(await rescue(older, rescuing));
});

test('where the disk is at fault, the same one is offered again', async () => {
  const { newer, rescuing } = await ruined();
  const open = (async (file, ...rest) => {
    if (String(file).includes('library-restored'))
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    return realFiles.open(file, ...rest);
  }) as typeof realFiles.open;
  const full = { ...rescuing, files: { ...realFiles, open } };
  expect(await rescue(newer, full)).toMatchObject({ ok: false, error: { reason: 'full' } });
  expect((await newestGood(rescuing))?.id).toBe(newer.id);
  must(await rescue(newer, rescuing));
});
