import { execFileSync } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import yazl from 'yazl';
import { openArchive } from '../../../main/backup/archive-reader.ts';
import { writeArchive } from '../../../main/backup/archive-writer.ts';
import { type BackupManifest, encodeManifest } from '../../../main/backup/manifest.ts';
import { makeReady } from '../../../main/backup/restore.ts';
import { restoredFolder } from '../../../main/backup/swap.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { contentOf, filesUnder, withLibrary } from './backups.ts';

const ofBackup = (reason: string) =>
  expect.objectContaining({ error: expect.objectContaining({ kind: 'backup', reason }) });

async function archived(files: FileLayer = realFiles) {
  const at = await withLibrary();
  const target = path.join(at.root, 'Copydesk 2026-11-22.copydesk-backup');
  const write = (signal = at.work.signal, onProgress: (done: number, total: number) => void = () => {}) =>
    writeArchive(at.library, target, {
      ...{ files, signal, onProgress, appVersion: '1.0.0', now: at.clock.now() },
    });
  return {
    ...at,
    target,
    write,
    restore: async (file = target) => makeReady(await openArchive(file), file, at.restoring),
  };
}

/** The parts of an archive, and a new one made of others. */
async function parts(file: string) {
  const source = await openArchive(file);
  const contents = new Map<string, Buffer>();
  for (const entry of source.manifest.files) {
    const pieces: Buffer[] = [];
    for await (const piece of source.read(entry)) pieces.push(piece);
    contents.set(`library/${entry.path}`, Buffer.concat(pieces));
  }
  await source.close();
  return { manifest: source.manifest, contents };
}

interface Part {
  name: string;
  bytes: Buffer | string;
  mode?: number;
}

/** Packs parts under any names: yazl refuses bad ones, so they are put in afterwards, in the same length. */
async function pack(file: string, items: Part[]): Promise<void> {
  const zip = new yazl.ZipFile();
  const renamed = new Map<string, string>();
  for (const [place, { name, bytes, mode = 0o100600 }] of items.entries()) {
    const safe = `${place}`.padEnd(name.length, '_');
    renamed.set(safe, name);
    zip.addBuffer(Buffer.from(bytes), safe, { mode });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  let packed = Buffer.concat(pieces).toString('latin1');
  for (const [safe, name] of renamed) packed = packed.replaceAll(safe, name);
  await writeFile(file, packed, 'latin1');
}

const manifestPart = (manifest: BackupManifest): Part => ({
  name: 'backup.json',
  bytes: encodeManifest(manifest),
});
const toParts = (contents: Map<string, Buffer>): Part[] =>
  [...contents].map(([name, bytes]) => ({ name, bytes }));

test('the library comes back from one file, which unzip can read, too', async () => {
  const { write, restore, target, library, folder } = await archived();
  const progress: number[] = [];
  const size = await write(undefined, (done, total) => progress.push(done / total));
  expect(size).toBe((await stat(target)).size);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
  expect(execFileSync('unzip', ['-tq', target], { encoding: 'utf8' })).toContain('No errors');
  await restore();
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  expect(contentOf(restored)).toEqual(contentOf(library));
});

test('the same file is replaced by a proven one, and nothing else is left beside it', async () => {
  const { write, root, target } = await archived();
  await writeFile(target, 'an older one');
  await write();
  await (await openArchive(target)).close();
  expect((await readdir(root)).sort()).toEqual([path.basename(target), 'library']);
});

test('what a killed run has left beside it goes, and nothing else', async () => {
  const { write, root, target } = await archived();
  const own = 'Copydesk 2026-11-20.copydesk-backup.4000001-0.tmp';
  const others = ['letter.tmp', 'letter.docx.4000001-0.tmp', 'Copydesk 2026-11-20.copydesk-backup'];
  for (const name of [own, `${path.basename(target)}.${process.pid}-0.tmp`, ...others]) {
    await writeFile(path.join(root, name), 'half');
  }
  await write();
  expect((await readdir(root)).sort()).toEqual([...others, path.basename(target), 'library'].sort());
});

test('a disk that fails at any call leaves the older file as it was, and nothing beside it', async () => {
  const disk = failingFiles(realFiles);
  const { write, root, target } = await archived(disk.files);
  for (let at = 1; ; at += 1) {
    await writeFile(target, 'an older one');
    disk.break({ kind: 'ENOSPC', at, lasts: 1, late: false });
    const failed = await write().then(
      () => false,
      () => true,
    );
    disk.heal();
    const isOld = (await readFile(target, 'latin1')) === 'an older one';
    // The last call makes the new name durable: by then it stands.
    if (!isOld) await (await openArchive(target)).close();
    if (failed) expect((await readdir(root)).sort()).toEqual([path.basename(target), 'library']);
    // To look for what killed runs have left comes first, and keeps nothing from being made.
    if (!failed && at > 1) {
      expect(at).toBeGreaterThan(10);
      break;
    }
  }
});

test('it can be stopped at any time', async () => {
  const { write, root, library } = await archived();
  for (const share of [0, 0.4, 0.9]) {
    const stop = new AbortController();
    const watch = (done: number, total: number) => (done / total >= share ? stop.abort() : undefined);
    await expect(write(stop.signal, watch)).rejects.toThrow('aborted');
    expect((await readdir(root)).sort()).toEqual(['library']);
  }
  await library.compact();
});

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
