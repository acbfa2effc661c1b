import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { realFiles } from '../../../main/library/durable-file.ts';
import { must } from '../../support/must.ts';
import { service } from './backup-service.ts';

/** A backup that may be restored, and a newer library; files whose name has `place` in it fail with `code`. */
async function restorable(code: string) {
  const broken = { place: '' };
  const open = (async (file, ...rest) => {
    if (broken.place !== '' && String(file).includes(broken.place))
      throw Object.assign(new Error(code), { code });
    return realFiles.open(file, ...rest);
  }) as typeof realFiles.open;
  const at = await service({ files: { ...realFiles, open } });
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  const [only] = must(await at.backups.overview()).backups;
  must(await at.backups.open({ backupId: only?.id ?? '' }));
  await at.write('Чай');
  const expectNothingReplaced = async () => {
    expect(at.restart).not.toHaveBeenCalled();
    expect(await readdir(at.root)).not.toContain('library-restore.json');
  };
  return { ...at, broken, expectNothingReplaced };
}

test.each([
  ['the folder of backups takes nothing', 'ENOSPC', '/backups/', 'not-kept', 'backups', 'full'],
  ['a file of the library cannot be read', 'EIO', 'posts/000000', 'library-unread', 'posts/000000.ndjson'],
  ['one may not be read', 'EACCES', 'posts/000000', 'library-unread', 'posts/000000.ndjson'],
  ['one is not there', 'ENOENT', 'posts/000000', 'library-damaged', 'posts/000000.ndjson'],
])(
  'where %s, the present library cannot be kept: nothing is replaced, and it is said why',
  async (_what, code, place, reason, file, ofDaily = reason) => {
    const { backups, root, dataFolder, broken, expectNothingReplaced } = await restorable(code);
    broken.place = place;
    const named = path.join(file === 'backups' ? root : dataFolder, file);
    expect(await backups.restore()).toEqual({ ok: false, error: { kind: 'backup', reason, file: named } });
    expect(await backups.backUpNow()).toMatchObject({ ok: false, error: { reason: ofDaily } });
    broken.place = '';
    await expectNothingReplaced();
    must(await backups.restore());
  },
);

test('where the folder of backups keeps otherwise than it was given, nothing is kept and nothing replaced', async () => {
  const disk = { keepsOtherwise: false };
  const rename = (async (from, to) => {
    await realFiles.rename(from, to);
    if (!disk.keepsOtherwise || !/\/files\/..\/[0-9a-f]{64}$/.test(String(to))) return;
    await writeFile(to, (await readFile(to)).fill(0x20, 0, 4));
  }) as typeof realFiles.rename;
  const { backups, root, write } = await service({ files: { ...realFiles, rename } });
  await write('Кафе');
  must(await backups.backUpNow());
  const [only] = must(await backups.overview()).backups;
  must(await backups.open({ backupId: only?.id ?? '' }));
  await write('Чай');
  disk.keepsOtherwise = true;
  const file = path.join(root, 'backups');
  expect(await backups.restore()).toMatchObject({ ok: false, error: { reason: 'not-kept', file } });
  expect(await backups.backUpNow()).toMatchObject({ ok: false, error: { reason: 'io', file } });
  expect(await readdir(root)).not.toContain('library-restore.json');
});

test('of a kept backup that was damaged it is said which one it is, not which file of it', async () => {
  const { backups, root, write } = await service();
  await write('Кафе');
  must(await backups.backUpNow());
  const pool = path.join(root, 'backups/files');
  for (const entry of await readdir(pool, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) await writeFile(file, (await readFile(file)).fill(0x20, 0, 4));
  }
  const [only] = must(await backups.overview()).backups;
  expect(await backups.open({ backupId: only?.id ?? '' })).toEqual({
    ok: false,
    error: { kind: 'backup', reason: 'kept-damaged', file: '2026-11-22T10:00:00.000Z' },
  });
});

test('where a shard is damaged on the disk it is not said to be the backup, and nothing is replaced', async () => {
  const { backups, dataFolder, library, expectNothingReplaced } = await restorable('EIO');
  await library.compact();
  const shard = path.join(dataFolder, 'posts/000000.ndjson');
  await writeFile(shard, (await readFile(shard, 'utf8')).replace('Чай', 'Чаи'));
  expect(await backups.restore()).toMatchObject({
    error: { kind: 'backup', reason: 'library-damaged', file: shard },
  });
  await expectNothingReplaced();
});

test('where the disk of the library is full it is not said to be that of the backups', async () => {
  const { backups, library, expectNothingReplaced } = await restorable('EIO');
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  vi.spyOn(library, 'snapshot').mockRejectedValueOnce(full);
  expect(await backups.restore()).toMatchObject({ error: { reason: 'full', file: 'library' } });
  await expectNothingReplaced();
});
