import path from 'node:path';
import { type FileLayer, readTextFile, replaceFile } from './durable-file.ts';
import { CLOSING_FILE } from './layout.ts';

/**
 * What there was when the library was last closed. The end of a journal cannot miss itself: with this, one that was cut
 * off, replaced or removed since is told from one that ends there.
 */
export interface Closing {
  /** Number of the newest transaction. */
  sequence: number;
  /** Generation of the journal that was written last. */
  journal: number;
}

/** What a value says as a note, or null. Without zod, as are a shard's header and the manifest: its first use costs a start two milliseconds. */
function closingOf(value: unknown): Closing | null {
  const { sequence, journal } = (value ?? {}) as Partial<Record<keyof Closing, unknown>>;
  const isInteger = (number: unknown): number is number => Number.isSafeInteger(number);
  return isInteger(sequence) && sequence >= 0 && isInteger(journal) && journal > 0
    ? { sequence, journal }
    : null;
}

/** Rejects with the disk's error. */
export async function writeClosing(folder: string, closing: Closing, files: FileLayer): Promise<void> {
  await replaceFile(path.join(folder, CLOSING_FILE), `${JSON.stringify(closing)}\n`, files);
}

/** Null if there is none, or none that says anything: it is not needed for reading the library. */
export async function readClosing(folder: string, files: FileLayer): Promise<Closing | null> {
  const text = await readTextFile(path.join(folder, CLOSING_FILE), files);
  try {
    return text === null ? null : closingOf(JSON.parse(text));
  } catch {
    return null;
  }
}
