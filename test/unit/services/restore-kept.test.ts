// What of the present library is kept when a backup takes its place.
import { expect, onTestFinished, test } from 'vitest';
import { finishSwap } from '../../../main/backup/swap.ts';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { BackupService } from '../../../main/services/backups.ts';
import { aComment, anOperation, aPost, aReply, aRevision, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { noBackups } from '../../support/no-backups.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { cutTexts } from '../backup/backups.ts';
import { refuse, service } from './backup-service.ts';

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
  const { offer } = must(await at.backups.open({ backupId: only?.id ?? '' }));
  must(await at.backups.restore());
  expect(at.restart).toHaveBeenCalledTimes(1);
  const kinds = must(await at.backups.overview()).backups.map(({ kind }) => kind);
  // What was said before, when somebody could still keep what is here.
  expect(offer?.isKept).toBe(kinds.includes('before-restore'));
  return kinds;
}

test('an empty library is not kept: it would look like a backup, and push one out', async () => {
  expect(await replacing(() => ok(null))).toEqual(['daily']);
});

test('one with a post, or with versions of a post that was lost, is', async () => {
  expect(await replacing((tx) => ok(tx.put('posts', aPost({ id: 'Чай' }))))).toContain('before-restore');
  expect(await replacing((tx) => ok(tx.put('revisions', aRevision())))).toContain('before-restore');
});

test('so is one of which damage has left only a reply that waits, or comments', async () => {
  const waiting = anOperation({ task: aReply() });
  expect(await replacing((tx) => ok(tx.put('operations', waiting)))).toContain('before-restore');
  expect(await replacing((tx) => ok(tx.put('comments', aComment())))).toContain('before-restore');
});

test('what was kept of a library with a text that was cut short can be had back, and says so', async () => {
  const at = await service();
  await at.write('Кафе');
  must(await at.backups.backUpNow());
  const [only] = must(await at.backups.overview()).backups;
  expect(only?.damagedTexts).toBe(0);
  at.clock.advance(24 * 3_600_000);
  must(
    await at.library.transact((tx) => {
      for (let n = 0; n < 30; n += 1) {
        tx.put(
          'posts',
          aPost({ id: `${n}`, fields: someFields({ title: `${n}`, body: `Дълго ${n} `.repeat(400) }) }),
        );
      }
      return ok(null);
    }),
  );
  await at.library.compact();
  await cutTexts(at.dataFolder, 'Дълго 7 ');
  must(await at.backups.open({ backupId: only?.id ?? '' }));
  must(await at.backups.restore());
  await at.backups.stop();
  await at.library.close();
  must(await finishSwap(at.dataFolder, realFiles));

  const library = await openedLibrary(at.dataFolder, realFiles, { clock: at.clock });
  const again = new BackupService({
    ...{ library, clock: at.clock, dataFolder: at.dataFolder, version: '1.2.3' },
    ...{ onBug: refuse, openFolder: at.openFolder, ...noBackups(at.root) },
  });
  onTestFinished(() => again.stop());
  must(await library.loaded);
  expect(library.all('posts')).toHaveLength(1);
  const [kept] = must(await again.overview()).backups;
  expect(kept).toMatchObject({ kind: 'before-restore', damagedTexts: 1 });
  const { offer } = must(await again.open({ backupId: kept?.id ?? '' }));
  expect(offer).toMatchObject({ counts: { posts: 31 }, damagedTexts: 1 });
});
