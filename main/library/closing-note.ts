import path from 'node:path';
import { z } from 'zod';
import { type FileLayer, readTextFile, replaceFile } from './durable-file.ts';
import { CLOSING_FILE } from './layout.ts';
import { UNCOMPILED } from './uncompiled.ts';

const closingSchema = z.object({
  /** Number of the newest transaction. */
  sequence: z.int().nonnegative(),
  /** Generation of the journal that was written last. */
  journal: z.int().positive(),
});

/**
 * What there was when the library was last closed. The end of a journal cannot miss itself: with this, one that was cut
 * off, replaced or removed since is told from one that ends there.
 */
export type Closing = z.infer<typeof closingSchema>;

/** Rejects with the disk's error. */
export async function writeClosing(folder: string, closing: Closing, files: FileLayer): Promise<void> {
  await replaceFile(path.join(folder, CLOSING_FILE), `${JSON.stringify(closing)}\n`, files);
}

/** Null if there is none, or none that says anything: it is not needed for reading the library. */
export async function readClosing(folder: string, files: FileLayer): Promise<Closing | null> {
  const text = await readTextFile(path.join(folder, CLOSING_FILE), files);
  try {
    return text === null ? null : (closingSchema.safeParse(JSON.parse(text), UNCOMPILED).data ?? null);
  } catch {
    return null;
  }
}
