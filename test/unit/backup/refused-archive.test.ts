import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encodeManifest } from '../../../main/backup/manifest.ts';
import { restoredFolder } from '../../../main/backup/swap.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { archived, manifestPart, pack, parts, toParts } from './archives.ts';
import { contentOf, filesUnder, ofBackup } from './backups.ts';

test('a file that was cut off anywhere is refused, and nothing is unpacked', async () => {
  const { write, restore, root, folder, target } = await archived();
  await write();
  const whole = await readFile(target);
  const before = await filesUnder(folder);
  const cut = path.join(root, 'cut.copydesk-backup');
  for (let length = 0; length < whole.length; length += 37) {
    await writeFile(cut, whole.subarray(0, length));
    await expect(restore(cut)).rejects.toEqual(ofBackup(length < 41 ? 'foreign' : 'damaged'));
  }
  expect(await filesUnder(folder)).toEqual(before);
  expect(await readdir(root)).not.toContain('library-restored');
});

test('a file with one changed byte is refused, or is as it was', async () => {
  const { write, restore, root, target, folder, library } = await archived();
  await write();
  const whole = await readFile(target);
  const changed = path.join(root, 'changed.copydesk-backup');
  for (let at = 0; at < whole.length; at += 41) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    await writeFile(changed, bytes);
    const refused = await restore(changed).then(
      () => null,
      (problem: { error?: { kind: string } }) => problem.error?.kind ?? problem,
    );
    if (refused !== null) expect(refused).toBe('backup');
    else {
      // A byte that says nothing, such as a time: the contents are proven all the same.
      const restored = await openedLibrary(restoredFolder(folder));
      must(await restored.loaded);
      expect(contentOf(restored)).toEqual(contentOf(library));
      await restored.close();
    }
  }
});

test.each([
  ['text', 'hello'],
  ['nothing', ''],
  ['a picture', '\u0089PNG\r\n\u001a\n'],
])('%s is no backup', async (_what, bytes) => {
  const { restore, target } = await archived();
  await writeFile(target, bytes, 'latin1');
  await expect(restore()).rejects.toEqual(ofBackup('foreign'));
});

test('some other zip is no backup', async () => {
  const { restore, target } = await archived();
  await pack(target, [{ name: 'letter.txt', bytes: 'Здравей' }]);
  await expect(restore()).rejects.toEqual(ofBackup('foreign'));
});

test('what is encrypted is refused, and not asked for a password', async () => {
  const { write, restore, target } = await archived();
  await write();
  const bytes = await readFile(target);
  const central = Buffer.from('PK\u0001\u0002', 'latin1');
  for (let at = bytes.indexOf(central); at !== -1; at = bytes.indexOf(central, at + 1)) {
    bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
  }
  await writeFile(target, bytes);
  await expect(restore()).rejects.toEqual(ofBackup('foreign'));
});

test('a file without rights, a folder and a name without a file are said to be what they are', async () => {
  const { restore, root } = await archived();
  await expect(restore(path.join(root, 'none.copydesk-backup'))).rejects.toThrow('ENOENT');
  await expect(restore(root)).rejects.toThrow('EISDIR');
});
test.each([
  ['a name that leads out of the folder', '../evil.json'],
  ['a name that leads out of the folder from inside', 'library/../../evil.json'],
  ['an absolute name', '/tmp/evil.json'],
  ['a drive', 'C:/evil.json'],
  ['a backslash', 'library\\..\\evil.json'],
  ['a file that no library has', 'library/evil.js'],
  ['who owns a library', 'library/owner.json'],
  ['a password', 'credentials.json'],
  ['a name with a NUL', 'library/library.json\0.js'],
  ['a name that differs in its case alone', 'library/Library.json'],
  ['a folder that differs in its case alone', 'library/Comments/000000.ndjson'],
  ['a folder that leads out', 'library/../'],
])('%s is refused', async (_what, name) => {
  const { write, restore, root, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  await pack(target, [manifestPart(manifest), ...toParts(contents), { name, bytes: 'evil' }]);
  await expect(restore()).rejects.toEqual(ofBackup('unsafe'));
  expect((await readdir(root)).sort()).toEqual([path.basename(target), 'library']);
});

test('the same names in the manifest are refused as well', async () => {
  const { write, restore, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  const files = [...manifest.files, { path: '../evil.json', sha256: '0'.repeat(64), bytes: 4 }];
  await pack(target, [manifestPart({ ...manifest, files }), ...toParts(contents)]);
  await expect(restore()).rejects.toEqual(ofBackup('unsafe'));
});

test('links and double names are refused', async () => {
  const { write, restore, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  const [first, ...rest] = toParts(contents);
  if (!first) throw new Error('An archive without files');
  await pack(target, [manifestPart(manifest), { ...first, mode: 0o120777 }, ...rest]);
  await expect(restore()).rejects.toEqual(ofBackup('unsafe'));
  await pack(target, [manifestPart(manifest), first, first, ...rest]);
  await expect(restore()).rejects.toEqual(ofBackup('unsafe'));
});

test('a missing file, another one, and one more than it says are damage', async () => {
  const { write, restore, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  const all = toParts(contents);
  await pack(target, [manifestPart(manifest), ...all.slice(1)]);
  await expect(restore()).rejects.toEqual(ofBackup('damaged'));
  const last = all.at(-1);
  if (!last) throw new Error('An archive without files');
  const other = { ...last, bytes: Buffer.from(last.bytes).fill(0x20, 0, 3) };
  await pack(target, [manifestPart(manifest), ...all.slice(0, -1), other]);
  await expect(restore()).rejects.toEqual(ofBackup('damaged'));
  const spare = { name: `library/bodies/aa/${'a'.repeat(64)}.txt`, bytes: '' };
  await pack(target, [manifestPart(manifest), ...all, spare]);
  await expect(restore()).rejects.toEqual(ofBackup('damaged'));
});

test('a manifest that promises other counts than the library has is not believed', async () => {
  const { write, restore, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  const counts = { ...manifest.counts, comments: 2 };
  await pack(target, [manifestPart({ ...manifest, counts }), ...toParts(contents)]);
  await expect(restore()).rejects.toEqual(ofBackup('damaged'));
});

test('what grows without measure is refused before it is unpacked', async () => {
  const { write, restore, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  const bytes = Buffer.alloc(80 * 2 ** 20);
  const name = `bodies/aa/${'a'.repeat(64)}.txt`;
  const files = [...manifest.files, { path: name, sha256: 'a'.repeat(64), bytes: bytes.length }];
  await pack(target, [
    manifestPart({ ...manifest, files }),
    ...toParts(contents),
    { name: `library/${name}`, bytes },
  ]);
  await expect(restore()).rejects.toEqual(ofBackup('unsafe'));
});

test('a newer format, and a newer library, are refused as such', async () => {
  const { write, restore, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  for (const newer of [{ version: 2 as 1 }, { library: { ...manifest.library, version: 99 } }]) {
    await pack(target, [manifestPart({ ...manifest, ...newer }), ...toParts(contents)]);
    await expect(restore()).rejects.toEqual(ofBackup('newer'));
  }
});

test.each([
  ['a file of a collection that we do not know', { name: 'library/thoughts/000000.ndjson', bytes: '' }],
  ['a hostile name', { name: '../evil.json', bytes: 'evil' }],
])('of a newer app it is said so, also with %s', async (_what, unknown) => {
  const { write, restore, root, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  for (const newer of [{ version: 2 as 1 }, { library: { ...manifest.library, version: 99 } }]) {
    await pack(target, [manifestPart({ ...manifest, ...newer }), ...toParts(contents), unknown]);
    await expect(restore()).rejects.toEqual(ofBackup('newer'));
  }
  expect((await readdir(root)).sort()).toEqual([path.basename(target), 'library']);
});

test('what a manifest of a newer app says in vain keeps no strange name from being refused', async () => {
  const { write, restore, target } = await archived();
  await write();
  const { manifest, contents } = await parts(target);
  const evil = { name: '../evil.json', bytes: 'evil' };
  const huge = { name: 'backup.json', bytes: Buffer.alloc(64 * 2 ** 20 + 1, 0x20) };
  const changed = encodeManifest({ ...manifest, library: { ...manifest.library, version: 99 } });
  const broken = {
    name: 'backup.json',
    bytes: changed.replace('daily', 'yliad').replace('"file"', '"elif"'),
  };
  for (const first of [huge, broken, { name: 'backup.json', bytes: 'hello' }]) {
    await pack(target, [first, ...toParts(contents), evil]);
    await expect(restore()).rejects.toEqual(ofBackup('unsafe'));
  }
});
