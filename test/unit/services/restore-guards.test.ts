// What nobody may do to an opened backup, and what a second one leaves of a first.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { must } from '../../support/must.ts';
import { service } from './backup-service.ts';

test('an opened backup cannot be left while the present library is being kept for it', async () => {
  let leaving: Promise<unknown> | null = null;
  const at = await service({
    onProgress: (running) => {
      if (running?.what === 'restore') leaving ??= at.backups.leave();
    },
  });
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  const [only] = must(await at.backups.overview()).backups;
  must(await at.backups.open({ backupId: only?.id ?? '' }));
  must(await at.backups.restore());
  expect(await leaving).toMatchObject({ ok: false, error: { reason: 'busy' } });
  expect(await readdir(at.root)).toContain('library-restored');
});

test('one that turns out damaged leaves nothing of the one that was opened before it to be restored', async () => {
  const at = await service();
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  at.clock.advance(24 * 3_600_000);
  await at.write('Чай');
  must(await at.backups.backUpNow());
  const [newer, older] = must(await at.backups.overview()).backups;
  // What only the newer one has.
  const { files } = JSON.parse(
    await readFile(path.join(at.root, 'backups', `${newer?.id}.json`), 'utf8'),
  ).backup;
  const posts = files.find((entry: { path: string }) => entry.path.startsWith('posts/'));
  await writeFile(path.join(at.root, 'backups/files', posts.sha256.slice(0, 2), posts.sha256), '');
  must(await at.backups.open({ backupId: older?.id ?? '' }));
  expect(await at.backups.open({ backupId: newer?.id ?? '' })).toMatchObject({
    error: { reason: 'kept-damaged' },
  });
  expect(await at.backups.restore()).toMatchObject({ ok: false, error: { reason: 'gone' } });
  expect(await readdir(at.root)).not.toContain('library-restore.json');
  expect(at.restart).not.toHaveBeenCalled();
});
