import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import yazl from 'yazl';
import { openArchive } from '../../../main/backup/archive-reader.ts';
import { writeArchive } from '../../../main/backup/archive-writer.ts';
import { type BackupManifest, encodeManifest } from '../../../main/backup/manifest.ts';
import { makeReady } from '../../../main/backup/restore.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { withLibrary } from './backups.ts';

/** A library, a file to save it to, and what saves and restores it. */
export async function archived(files: FileLayer = realFiles) {
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

/** The manifest of an archive, and its files by their names in it. */
export async function parts(file: string) {
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
export async function pack(file: string, items: Part[]): Promise<void> {
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

/** The manifest as the part of an archive that it is. */
export const manifestPart = (manifest: BackupManifest): Part => ({
  name: 'backup.json',
  bytes: encodeManifest(manifest),
});
/** The files of a library as parts of an archive. */
export const toParts = (contents: Map<string, Buffer>): Part[] =>
  [...contents].map(([name, bytes]) => ({ name, bytes }));
