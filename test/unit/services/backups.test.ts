import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { finishSwap, restoredFolder } from '../../../main/backup/swap.ts';
import { ok } from '../../../main/domain/result.ts';
import type { Preferences } from '../../../main/library/collections.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { StorageFailure } from '../../../main/library/storage-error.ts';
import { preferencesOf } from '../../../main/services/app.ts';
import { eachPercent } from '../../../main/services/backup-views.ts';
import { eventually } from '../../support/eventually.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { service } from './backup-service.ts';

const MINUTE = 60_000;

const days = async ({ backups }: Awaited<ReturnType<typeof service>>) =>
  must(await backups.overview()).backups.map(({ createdAt }) => createdAt.slice(0, 10));

test('their folder is opened, and it is said when nothing opens folders', async () => {
  const { backups, openFolder, root } = await service();
  expect(must(await backups.showFolder())).toEqual({ shown: true });
  expect(openFolder.mock.calls).toEqual([[path.join(root, 'backups')]]);
  openFolder.mockResolvedValueOnce('No application is registered');
  expect(must(await backups.showFolder())).toEqual({ shown: false });
});

test('one is made each day by itself, but never of an empty library', async () => {
  const at = await service();
  at.backups.start();
  at.clock.advance(5 * MINUTE);
  await eventually(() => expect(at.clock.pending).toBe(1));
  expect(await days(at)).toEqual([]);
  await at.write('Кафе');
  at.clock.advance(60 * MINUTE);
  await eventually(async () => expect(await days(at)).toEqual(['2026-11-22']));
  await eventually(() => expect(at.clock.pending).toBe(1));
  at.clock.advance(24 * 60 * MINUTE);
  await eventually(async () => expect(await days(at)).toEqual(['2026-11-23', '2026-11-22']));
});

test('a full disk is said until a backup succeeds, and earlier backups stay', async () => {
  const disk = failingFiles(realFiles);
  const at = await service({ files: disk.files });
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  at.clock.advance(24 * 60 * MINUTE);
  await at.write('Чай');
  disk.break({ kind: 'ENOSPC', at: 12, lasts: Number.POSITIVE_INFINITY, late: false });
  const failed = await at.backups.backUpNow();
  disk.heal();
  expect(failed).toMatchObject({ ok: false, error: { kind: 'backup', reason: 'full' } });
  expect(must(await at.backups.overview())).toMatchObject({ error: { reason: 'full' }, running: null });
  expect(await days(at)).toEqual(['2026-11-22']);
  must(await at.backups.backUpNow());
  expect(must(await at.backups.overview()).error).toBeNull();
});

test('one thing at a time, and it can be stopped', async () => {
  const at = await service();
  await at.write('Кафе');
  const first = at.backups.backUpNow();
  expect(await at.backups.backUpNow()).toMatchObject({ ok: false, error: { reason: 'busy' } });
  await at.backups.cancel();
  expect(await first).toMatchObject({ ok: false, error: { reason: 'cancelled' } });
  const overview = must(await at.backups.overview());
  // Nothing is wrong where a person has stopped it.
  expect(overview).toMatchObject({ backups: [], error: null, running: null });
});

test('a library that another Copydesk has taken over is not said to be another backup, and stays said', async () => {
  const at = await service();
  await at.write('Кафе');
  const error = { kind: 'storage', reason: 'in-use', file: 'owner.json' } as const;
  vi.spyOn(at.library, 'snapshot').mockRejectedValueOnce(new StorageFailure(error));
  expect(await at.backups.backUpNow()).toEqual({ ok: false, error });
  expect(must(await at.backups.overview()).error).toEqual(error);
});

test('a backup that cannot be read does not vanish without a word', async () => {
  const note = vi.fn();
  const at = await service({ note });
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  expect(must(await at.backups.overview()).unreadable).toBe(0);
  const folder = path.join(at.root, 'backups');
  const file = path.join(folder, '2026-11-21T10-00-00-000Z.json');
  await writeFile(file, '{bad');
  await writeFile(path.join(folder, 'notes.txt'), 'somebody else’s');
  for (let asked = 0; asked < 2; asked += 1) {
    expect(must(await at.backups.overview())).toMatchObject({ backups: [{}], unreadable: 1, folder });
  }
  // Once: the page asks whenever something changes.
  expect(note.mock.calls).toEqual([[`cannot be read: ${file}: foreign`]]);
});

test('what is under way does not hold up the end of the app', async () => {
  const at = await service();
  await at.write('Кафе');
  const made = at.backups.backUpNow();
  await at.backups.stop();
  expect(await made).toMatchObject({ ok: false });
  await at.library.close();
});

test('a file is saved where the person says, and restored from there', async () => {
  const chosen: { file: string | null } = { file: null };
  const at = await service({ whereToSave: async () => chosen.file, whichToOpen: async () => chosen.file });
  await at.write('Кафе');
  expect(must(await at.backups.saveToFile())).toEqual({ saved: null });
  expect(must(await at.backups.open({ backupId: null }))).toEqual({ offer: null });
  chosen.file = path.join(at.root, 'mine.copydesk-backup');
  expect(must(await at.backups.saveToFile())).toEqual({
    saved: { file: chosen.file, bytes: expect.any(Number) },
  });
  await at.write('Чай');
  const { offer } = must(await at.backups.open({ backupId: null }));
  expect(offer).toMatchObject({
    ...{ createdAt: '2026-11-22T10:00:00.000Z', appVersion: '1.2.3' },
    ...{ counts: { posts: 1 }, present: { posts: 2 } },
  });
  expect(at.restart).not.toHaveBeenCalled();
  must(await at.backups.restore());
  expect(at.restart).toHaveBeenCalledTimes(1);
  const { backups } = must(await at.backups.overview());
  expect(backups.map(({ kind, counts }) => [kind, counts.posts])).toEqual([['before-restore', 2]]);
});

/** The language in what lies ready after the newest backup was opened. */
async function restoredLanguage(at: Awaited<ReturnType<typeof service>>) {
  const [only] = must(await at.backups.overview()).backups;
  must(await at.backups.open({ backupId: only?.id ?? '' }));
  const restored = await openedLibrary(restoredFolder(at.dataFolder), realFiles, { clock: at.clock });
  return preferencesOf(restored).language;
}

test('the language and the look stay as they are now, whatever they were in the backup', async () => {
  const at = await service();
  const choose = async (chosen: Partial<Preferences>) =>
    must(await at.library.transact((tx) => ok(tx.put('preferences', { ...preferencesOf(tx), ...chosen }))));
  await at.write('Кафе');
  await choose({ language: 'en' });
  must(await at.backups.backUpNow());
  await choose({ language: 'bg' });
  expect(await restoredLanguage(at)).toBe('bg');
  // Nothing was chosen here, but there is something: the language of the desktop is the one in use.
  await choose({ language: 'system' });
  expect(await restoredLanguage(at)).toBe('system');
  // As on a new computer.
  must(await at.library.transact((tx) => ok(tx.remove('posts', 'Кафе'))));
  expect(await restoredLanguage(at)).toBe('en');
  await choose({ theme: 'dark' });
  expect(await restoredLanguage(at)).toBe('system');
});

test('without an opened backup nothing is replaced, and an opened one can be left', async () => {
  const at = await service();
  await at.write('Кафе');
  expect(await at.backups.restore()).toMatchObject({ ok: false, error: { reason: 'gone' } });
  must(await at.backups.backUpNow());
  const [only] = must(await at.backups.overview()).backups;
  must(await at.backups.open({ backupId: only?.id ?? '' }));
  expect(await readdir(at.root)).toContain(path.basename(restoredFolder(at.dataFolder)));
  must(await at.backups.leave());
  expect(await readdir(at.root)).not.toContain(path.basename(restoredFolder(at.dataFolder)));
  expect(await at.backups.restore()).toMatchObject({ ok: false, error: { reason: 'gone' } });
  expect(at.restart).not.toHaveBeenCalled();
});

test('a file that is none of ours is named in what is said', async () => {
  const at = await service({ whichToOpen: async () => path.join(at.root, 'letter.txt') });
  await writeFile(path.join(at.root, 'letter.txt'), 'Здравей');
  expect(await at.backups.open({ backupId: null })).toMatchObject({
    ...{ ok: false, error: { kind: 'backup', reason: 'foreign', file: path.join(at.root, 'letter.txt') } },
  });
  expect(await at.backups.open({ backupId: 'none' })).toMatchObject({ ok: false, error: { reason: 'gone' } });
});

test('how far it is is told in steps that can be seen, and its end', async () => {
  const at = await service();
  for (let n = 0; n < 5; n += 1) await at.write(`Публикация ${n}`);
  must(await at.backups.backUpNow());
  const steps = at.onProgress.mock.calls.map(([running]) => running);
  expect(steps[0]).toEqual({ what: 'daily', done: 0, total: 0 });
  expect(steps.at(-1)).toBeNull();
});

test('thousands of files are told of in a hundred steps', () => {
  const told: number[] = [];
  const tell = eachPercent((done) => told.push(done));
  for (let done = 0; done <= 5000; done += 1) tell(done, 5000);
  expect(told).toHaveLength(100);
  expect(told.at(0)).toBe(50);
  expect(told.at(-1)).toBe(5000);
});

test('a file in the folder of the library itself is refused, by whatever way it is come to', async () => {
  const chosen = { file: '' };
  const at = await service({ whereToSave: async () => chosen.file });
  await at.write('Кафе');
  await symlink(at.dataFolder, path.join(at.root, 'elsewhere'));
  for (const folder of ['library', 'library/posts', 'elsewhere', 'library-damaged-2026']) {
    await mkdir(path.join(at.root, folder), { recursive: true });
    chosen.file = path.join(at.root, folder, 'mine.copydesk-backup');
    expect(await at.backups.saveToFile()).toMatchObject({ ok: false, error: { reason: 'inside' } });
  }
  await mkdir(path.join(at.root, 'librarys'));
  chosen.file = path.join(at.root, 'librarys', 'mine.copydesk-backup');
  must(await at.backups.saveToFile());
});

test('between a planned restore and the end of the app nothing touches what is to take the place', async () => {
  const at = await service();
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  const [only] = must(await at.backups.overview()).backups;
  must(await at.backups.open({ backupId: only?.id ?? '' }));
  must(await at.backups.restore());
  const busy = { ok: false, error: { reason: 'busy' } };
  expect(await at.backups.leave()).toMatchObject(busy);
  expect(await at.backups.open({ backupId: only?.id ?? '' })).toMatchObject(busy);
  expect(await at.backups.restore()).toMatchObject(busy);
  await at.library.close();
  expect(must(await finishSwap(at.dataFolder, realFiles))).toBe(only?.createdAt);
});

test('a defect in one daily backup is told, and the next hour tries again', async () => {
  const onBug = vi.fn();
  const readdir = (() => {
    throw new TypeError('ours');
  }) as typeof realFiles.readdir;
  const at = await service({ files: { ...realFiles, readdir } }, onBug);
  await at.write('Кафе');
  at.backups.start();
  at.clock.advance(5 * MINUTE);
  await eventually(() => expect(onBug).toHaveBeenCalledTimes(1));
  await eventually(() => expect(at.clock.pending).toBe(1));
  at.clock.advance(60 * MINUTE);
  await eventually(() => expect(onBug).toHaveBeenCalledTimes(2));
});
