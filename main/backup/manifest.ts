import { createHash } from 'node:crypto';
import { z } from 'zod';
import { libraryCountsSchema } from '../domain/library-counts.ts';
import { COLLECTIONS, LIBRARY_VERSION } from '../library/collections.ts';
import { BackupFailure } from './backup-failure.ts';

/** Version of what a backup looks like, see docs/backup-format.md. */
const BACKUP_VERSION = 1;

const entrySchema = z.object({
  /** Relative to the library's folder, with `/`. */
  path: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
});

/** One file of a backup. */
export type Entry = z.infer<typeof entrySchema>;

const manifestSchema = z.object({
  format: z.literal('copydesk-backup'),
  version: z.literal(BACKUP_VERSION),
  /** `before-restore`: of the library that was replaced. `file`: for a file of its own. */
  kind: z.enum(['daily', 'before-restore', 'file']),
  appVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** Of the backups in one folder each has a larger one than those before it, whatever the clock was put to. */
  number: z.int().min(0).default(0),
  library: z.object({ id: z.string(), version: z.int() }),
  /** The newest transaction that it holds. */
  sequence: z.int().min(0),
  counts: libraryCountsSchema,
  files: z.array(entrySchema),
});

/** What a backup holds. */
export type BackupManifest = z.infer<typeof manifestSchema>;

export const newBackupManifest = (facts: Omit<BackupManifest, 'format' | 'version'>): BackupManifest => ({
  format: 'copydesk-backup',
  version: BACKUP_VERSION,
  ...facts,
});

/** Whether a library can have a file of this name. Everything else is refused: such a name may lead anywhere. */
export function isLibraryPath(name: string): boolean {
  return SHAPES.some((shape) => shape.test(name));
}

const SHAPES = [
  /^(library|index|practice-blog)\.json$/,
  new RegExp(`^(${COLLECTIONS.join('|')})/\\d{6,12}\\.ndjson$`),
  /^bodies\/([0-9a-f]{2})\/\1[0-9a-f]{62}\.txt$/,
];

/** The hash that the name of a long text promises; null for other files. */
export const promisedHash = ({ path: name }: Pick<Entry, 'path'>): string | null =>
  /^bodies\/..\/([0-9a-f]{64})\.txt$/.exec(name)?.[1] ?? null;

/**
 * How many long texts the disk had changed in the library already when the backup was made, and nothing had whole. Asked
 * of thousands of files of each backup in one go: the name of a text that is as it was holds its hash.
 */
export const damagedTexts = ({ files }: Pick<BackupManifest, 'files'>): number =>
  files.reduce((sum, { path: name, sha256 }) => sum + Number(isText(name) && !name.includes(sha256)), 0);

const isText = (name: string): boolean => name.startsWith('bodies/');

export const totalBytes = ({ files }: Pick<BackupManifest, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

const BEGIN = '{"sha256":"';
const MIDDLE = '","backup":';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The manifest as a file that says of itself whether it is whole. */
export function encodeManifest(manifest: BackupManifest): string {
  const json = JSON.stringify(manifest);
  return `${BEGIN}${sha256(json)}${MIDDLE}${json}}\n`;
}

/** Reads a manifest; `file` is named in what is thrown: `newer`, `foreign`, `unsafe` or `damaged`. */
export function decodeManifest(text: string, file: string): BackupManifest {
  const claimed = claims(text);
  if (claimed?.format !== 'copydesk-backup') {
    throw new BackupFailure(text.startsWith(BEGIN) ? 'damaged' : 'foreign', file);
  }
  if (typeof claimed.version === 'number' && claimed.version > BACKUP_VERSION) {
    throw new BackupFailure('newer', file);
  }
  const json = text.slice(BEGIN.length + 64 + MIDDLE.length, -'}\n'.length);
  if (text !== `${BEGIN}${sha256(json)}${MIDDLE}${json}}\n`) throw new BackupFailure('damaged', file);
  const manifest = manifestSchema.safeParse(claimed).data;
  if (!manifest) throw new BackupFailure('damaged', file);
  if (manifest.library.version > LIBRARY_VERSION) throw new BackupFailure('newer', file);
  const names = manifest.files.map(({ path }) => path);
  if (!names.every(isLibraryPath)) throw new BackupFailure('unsafe', file);
  if (new Set(names).size !== names.length || !names.includes('library.json')) {
    throw new BackupFailure('damaged', file);
  }
  return manifest;
}

/** What the text says of itself, before anything of it is believed. */
function claims(text: string): { format?: unknown; version?: unknown } | null {
  try {
    const { backup } = JSON.parse(text) as { backup?: unknown };
    return typeof backup === 'object' ? (backup as { format?: unknown }) : null;
  } catch {
    return null;
  }
}
