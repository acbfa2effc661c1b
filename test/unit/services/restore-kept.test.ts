// What of the present library is kept when a backup takes its place.
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aPost, aRevision } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { service } from './backup-service.ts';

/** A backup, and then a library that has only what `change` leaves in it. */
async function replacing(change: Parameters<Awaited<ReturnType<typeof service>>['library']['transact']>[0]) {
  const at = await service();
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  must(
    await at.library.transact((tx) => {
      tx.remove('posts', 'Кафе');
      return change(tx);
    }),
  );
  const [only] = must(await at.backups.overview()).backups;
  must(await at.backups.open({ backupId: only?.id ?? '' }));
  must(await at.backups.restore());
  expect(at.restart).toHaveBeenCalledTimes(1);
  return must(await at.backups.overview()).backups.map(({ kind }) => kind);
}

test('an empty library is not kept: it would look like a backup, and push one out', async () => {
  expect(await replacing(() => ok(null))).toEqual(['daily']);
});

test('one with a post, or with versions of a post that was lost, is', async () => {
  expect(await replacing((tx) => ok(tx.put('posts', aPost({ id: 'Чай' }))))).toContain('before-restore');
  expect(await replacing((tx) => ok(tx.put('revisions', aRevision())))).toContain('before-restore');
});
