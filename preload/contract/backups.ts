import { z } from 'zod';
import { appErrorSchema } from '../../main/domain/app-error.ts';
import { libraryCountsSchema } from '../../main/domain/library-counts.ts';
import { call, id, nothing } from './define.ts';

export const backupSchema = z.object({
  id: z.string(),
  /** `before-restore`: the library that a restore has replaced. */
  kind: z.enum(['daily', 'before-restore']),
  createdAt: z.string(),
  /** Of all its files; what several backups share lies on the disk once. */
  bytes: z.number(),
  counts: libraryCountsSchema,
  /** Long texts that the disk had damaged in the library already, and that come back as far as they can be read. */
  damagedTexts: z.number(),
});

/** What is under way, and how far. `open`: a backup is unpacked and proven. `restore`: the present library is kept. */
export const backupProgressSchema = z.object({
  what: z.enum(['daily', 'file', 'open', 'restore']),
  done: z.number(),
  total: z.number(),
});

const offerSchema = z.object({
  /** When the backup was made (ISO), and by which version. */
  createdAt: z.string(),
  appVersion: z.string(),
  counts: libraryCountsSchema,
  /** As in a row of the list. */
  damagedTexts: z.number(),
  /** What is in the library that it would replace. */
  present: libraryCountsSchema,
  /** Whether that is kept as a backup first: of nothing there is nothing to be kept. */
  isKept: z.boolean(),
  /** Titles of the sites that the backup does not have: they would have to be connected again. */
  sitesGone: z.array(z.string()),
  /** Titles of the sites that only the backup has: they would ask for their password. */
  sitesBack: z.array(z.string()),
});

export const backupCalls = {
  /** The backups that are kept, newest first. `backup denied | io`: their folder cannot be read. */
  overview: call(
    nothing,
    z.object({
      backups: z.array(backupSchema),
      /** How many more cannot be read, and stay as they are; where all of them lie. */
      unreadable: z.number(),
      folder: z.string(),
      running: backupProgressSchema.nullable(),
      /** Why the last daily backup could not be made; null once one was. */
      error: appErrorSchema.nullable(),
      /** When the backup was made that this start has restored, if it has. */
      restoredFrom: z.string().nullable(),
      /** They are of a library that is not in its place: the present one was begun anew instead. */
      libraryGone: z.boolean(),
    }),
  ),
  /** Opens the folder of the kept backups in the file manager. Not `shown` where there is none. */
  showFolder: call(nothing, z.object({ shown: z.boolean() })),
  /** Makes the backup of today now; one of today is replaced. `backup busy` while another one is under way. */
  backUpNow: call(nothing, nothing),
  /**
   * Asks where, and saves the whole library to one file, proven by reading it back. Null if no place was chosen.
   * `backup full | denied | io | cancelled`: a file of that name is then as it was.
   */
  saveToFile: call(
    nothing,
    z.object({ saved: z.object({ file: z.string(), bytes: z.number() }).nullable() }),
  ),
  /**
   * Unpacks and proves one of the kept backups, or with null a file that it asks for; null if none was chosen. Nothing
   * is replaced yet. `backup foreign | damaged | unsafe | newer`; of a kept one `kept-damaged | gone`.
   */
  open: call(z.strictObject({ backupId: id.nullable() }), z.object({ offer: offerSchema.nullable() })),
  /**
   * Keeps the present library as a backup unless it is empty, has the opened one take its place, and starts Copydesk
   * anew. Call it only when nothing unsaved is left in the page.
   */
  restore: call(nothing, nothing),
  /** Forgets the opened backup. */
  leave: call(nothing, nothing),
  /** Stops what is under way; its own call answers `backup cancelled`. */
  cancel: call(nothing, nothing),
};
