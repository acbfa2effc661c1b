import { expect, test } from 'vitest';
import { makeReady } from '../../../main/backup/restore.ts';
import { restoredFolder } from '../../../main/backup/swap.ts';
import { ok } from '../../../main/domain/result.ts';
import { anOperation, aReply } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { contentOf, withLibrary } from './backups.ts';

test('a backup says what it holds', async () => {
  const { take, library, store } = await withLibrary();
  const backup = await take();
  expect(backup).toMatchObject({
    id: '2026-11-22T10-00-00-000Z',
    kind: 'daily',
    createdAt: '2026-11-22T10:00:00.000Z',
    library: { id: library.id },
    sequence: library.sequence,
    counts: { posts: 2, drafts: 2, comments: 3, waiting: 1 },
  });
  expect(backup.files.map(({ path: name }) => name.split('/')[0])).not.toContain('owner.json');
  expect(await store.list()).toEqual([backup]);
});

test('what is restored is the library of that moment, however much is written meanwhile', async () => {
  const { take, library, store, put, restoring, folder } = await withLibrary();
  const before = contentOf(library);
  const sequence = library.sequence;
  let more = 0;
  let going = true;
  const writer = (async () => {
    while (going) await put(`more-${more++}`, 'Междувременно');
  })();
  const backup = await take();
  going = false;
  await writer;
  expect(more).toBeGreaterThan(1);
  await makeReady(await store.source(backup.id), 'x', restoring);
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  const after = contentOf(restored);
  // Whole transactions, in their order, up to the one that the backup names.
  const written = after.posts.filter(({ id }) => id.startsWith('more-'));
  expect(written.map(({ id }) => id)).toEqual(written.map((_, n) => `more-${n}`));
  expect(backup.sequence - sequence).toBe(written.length);
  expect({ ...after, posts: after.posts.filter(({ id }) => !id.startsWith('more-')) }).toEqual(before);
  expect(restored.repairs).toEqual([]);
});

test('a restored library has an id of its own, and what waits in it is to be looked up first', async () => {
  const { take, library, store, restoring, folder } = await withLibrary();
  const { id } = await take();
  await makeReady(await store.source(id), 'x', restoring);
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  expect(restored.id).not.toBe(library.id);
  expect(restored.get('operations', 'waits')?.checkFirst).toBe(true);
  expect(restored.get('operations', 'sent')).not.toHaveProperty('checkFirst');
  expect(restored.get('posts', 'draft')?.fromBackup).toBe(true);
});

test.each(['queued', 'sent-unconfirmed', 'failed'] as const)(
  'what the replaced library may be sending meanwhile counts as sent without an answer: %s',
  async (state) => {
    const { take, library, store, restoring, folder } = await withLibrary();
    const creation = anOperation({ id: 'new', state, looks: 3, task: aReply() });
    await library.transact((tx) => ok(tx.put('operations', creation)));
    const { id } = await take();
    await makeReady(await store.source(id), 'x', restoring);
    const restored = await openedLibrary(restoredFolder(folder));
    must(await restored.loaded);
    expect(restored.get('operations', 'new')?.unconfirmed ?? false).toBe(state !== 'failed');
    expect(restored.get('operations', 'waits')).not.toHaveProperty('unconfirmed');
  },
);

test('an abort stops it between two files, and leaves no backup', async () => {
  const { library, store, clock } = await withLibrary();
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const taking = {
    kind: 'daily',
    appVersion: '1',
    now: clock.now(),
    signal: stop.signal,
    onProgress,
  } as const;
  await expect(store.take(library, taking)).rejects.toThrow('aborted');
  expect(await store.list()).toEqual([]);
});
