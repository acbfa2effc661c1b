import path from 'node:path';
import { LIBRARY_VERSION } from './collections.ts';
import type { FileLayer } from './durable-file.ts';
import { UnreadableFile } from './json-adapter.ts';
import { MANIFEST_FILE } from './layout.ts';
import { readV1, type V1Library } from './migrate-v1.ts';

export interface Manifest {
  format: 'copydesk-library';
  version: typeof LIBRARY_VERSION;
  /** Tells this library from every other. */
  id: string;
  createdAt: string;
}

export type ManifestState =
  | { kind: 'current'; manifest: Manifest }
  /** Version 1 kept the whole library in this one file. */
  | { kind: 'v1'; library: V1Library }
  | { kind: 'damaged' }
  | { kind: 'missing' };

export const newManifest = (id: string, now: Date): Manifest => ({
  format: 'copydesk-library',
  version: LIBRARY_VERSION,
  id,
  createdAt: now.toISOString(),
});

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/**
 * To be asked before a file is made in the folder. One that was moved or unmounted takes nothing: what was made in a
 * new folder of its name would be a part of a library without the rest. Throws as the disk does.
 */
export function assertInPlace(folder: string, files: FileLayer): void {
  if (files.sizeSync(path.join(folder, MANIFEST_FILE)) !== null) return;
  throw Object.assign(new Error(`${folder} is gone`), { code: 'ENOENT' });
}

/**
 * What `library.json`, at the path `file`, is. Throws {@link UnreadableFile} for a newer version and a damaged first
 * one.
 */
export function readManifest(text: string | null, file: string): ManifestState {
  if (text === null) return { kind: 'missing' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'damaged' };
  }
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > LIBRARY_VERSION) {
    throw new UnreadableFile('newer', file, `version ${version}`);
  }
  if (version === 1) return { kind: 'v1', library: readV1(value, file) };
  const manifest = manifestIn(value);
  return manifest ? { kind: 'current', manifest } : { kind: 'damaged' };
}

function manifestIn(value: unknown): Manifest | null {
  const { format, version, id, createdAt } = (value ?? {}) as Partial<Record<keyof Manifest, unknown>>;
  if (format !== 'copydesk-library' || version !== LIBRARY_VERSION) return null;
  return typeof id === 'string' && typeof createdAt === 'string' ? { format, version, id, createdAt } : null;
}
