import type { CollectionName } from './collections.ts';

/** One thing that opening or loading found damaged, and what became of it. The file itself is kept in quarantine. */
export interface Repair {
  what: 'manifest' | 'index' | 'journal' | 'shard' | 'body';
  /** Null where the damage concerns none or several. */
  collection: CollectionName | null;
  /** The damaged file, relative to the library's folder. */
  file: string;
  /** Where the file is kept as it was, relative to the library's folder; null for one that is missing. */
  quarantined: string | null;
  /** Records that could be read (of a journal: transactions). */
  kept: number;
  /** Records that could not (of a journal: transactions), and that nothing else restored; null if nobody can say. */
  lost: number | null;
  /** A journal of a library that was never compacted: what is missing was written first of all. */
  fromBeginning?: boolean | undefined;
  /** The records that a long text belonged to, where that could be told. */
  ids?: string[] | undefined;
  /**
   * Of a shard, the records among those kept in which letters may be wrong; of a journal, the posts of which words that
   * may be wrong have become versions.
   */
  doubtful?: string[] | undefined;
}
