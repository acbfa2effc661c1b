import type { BackupManifest, Entry } from './manifest.ts';

/** Where a backup is read from: the store beside the library, or one file. */
export interface BackupSource {
  manifest: BackupManifest;
  /** The bytes of a file, in order. They are still to be compared with its entry. */
  read(entry: Entry): AsyncIterable<Buffer>;
  close(): Promise<void>;
}
