// What a backup is refused for once its hashes were right, and what of it is not taken over.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeReady } from '../../../main/backup/restore.ts';
import { restoredFolder } from '../../../main/backup/swap.ts';
import type { LibraryCounts } from '../../../main/domain/library-counts.ts';
import { ok } from '../../../main/domain/result.ts';
import { DEFAULT_PREFERENCES } from '../../../main/services/app.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { archived, manifestPart, pack, parts, toParts } from './archives.ts';
import { ofBackup, withLibrary } from './backups.ts';

test('a damaged shard is refused, also of what is not counted and with the right hash', async () => {
  const { root, target, write, restore } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  const name = 'sites/000000.ndjson';
  const text = contents.get(`library/${name}`)?.toString('utf8') ?? '';
  const bytes = Buffer.from(text.replace('"n":0', '"n":x'));
  expect(bytes.toString('utf8')).not.toBe(text);
  contents.set(`library/${name}`, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const files = manifest.files.map((entry) =>
    entry.path === name ? { ...entry, sha256, bytes: bytes.length } : entry,
  );
  const file = path.join(root, 'damaged.copydesk-backup');
  await pack(file, [manifestPart({ ...manifest, files }), ...toParts(contents)]);
  await expect(restore(file)).rejects.toEqual(ofBackup('damaged'));
});

test.each(['posts', 'comments', 'waiting'] satisfies (keyof LibraryCounts)[])(
  'one that holds another number of %s than it says is refused',
  async (what) => {
    const { root, target, write, restore } = await archived();
    await write();
    const { manifest, contents } = await parts(target);
    const counts = { ...manifest.counts, [what]: manifest.counts[what] + 1 };
    const file = path.join(root, 'other.copydesk-backup');
    await pack(file, [manifestPart({ ...manifest, counts }), ...toParts(contents)]);
    await expect(restore(file)).rejects.toEqual(ofBackup('damaged'));
  },
);

test('the settings in force stay, but where somebody was in the library is a place in the one of the backup', async () => {
  const { library, take, store, folder, restoring } = await withLibrary();
  const place = { view: 'posts', filter: 'all', postId: 'draft', commentId: null } as const;
  must(
    await library.transact((tx) =>
      ok(tx.put('preferences', { ...DEFAULT_PREFERENCES, theme: 'light', place })),
    ),
  );
  const { id } = await take();
  const settings = { ...DEFAULT_PREFERENCES, theme: 'dark', place: null } as const;
  await makeReady(await store.source(id), 'x', { ...restoring, settings });
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  expect(restored.get('preferences', 'main')).toMatchObject({ theme: 'dark', place });
});
