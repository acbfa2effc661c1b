import { z } from 'zod';
import { appErrorSchema } from '../../main/domain/app-error.ts';
import { call, nothing } from './define.ts';

/**
 * A kind of thing that damage concerned. `texts`: of posts; `changes`: whatever the journal would have said of any;
 * `files`: perhaps whole files, since what says which there must be is gone, too; `all`: what was written from the
 * beginning on.
 */
const lossSchema = z.object({
  what: z.enum([
    ...['posts', 'texts', 'comments', 'replyDrafts', 'operations', 'decisions'],
    ...['revisions', 'savedSearches', 'sites', 'preferences', 'changes', 'files', 'all'],
  ] as const),
  /** How many of the damaged files were saved. */
  kept: z.int(),
  /** How many were not; null if nobody can say. */
  lost: z.int().nullable(),
  /** How many of these are known to be here again, or to be let go by the person. */
  back: z.int(),
});

/** Damage that nobody has acknowledged yet. */
const damageSchema = z.object({
  /** When it was found (ISO). */
  foundAt: z.string(),
  /** Empty if all that was damaged could be made anew. */
  losses: z.array(lossSchema),
  /**
   * Some of the posts whose texts are damaged, or may have wrong letters. `language` is of the title, for `lang`;
   * `versions` is how many earlier ones are kept, `at` since when the post had the words of the newest (ISO), null if
   * there is none. Posts of which nothing but versions is left are told by `revisions.lost`.
   */
  posts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      language: z.string(),
      versions: z.int(),
      at: z.string().nullable(),
    }),
  ),
  /** How many posts, comments and versions may have wrong letters, and are here still as they were found. */
  doubtful: z.int(),
  /** Whether anything may have wrong letters, also what is not counted among these. */
  isAltered: z.boolean(),
  /**
   * `asked-for`: a site holds more of what was lost; `letters`: only of what may have wrong letters; `done`: every site has
   * been pulled since.
   */
  pull: z.enum(['none', 'asked-for', 'letters', 'done']),
  /** Whether damaged files were kept to be looked at. */
  hasFiles: z.boolean(),
  /** Long texts that what was lost may have had and no post has now: kept as files, beside the damaged ones. */
  texts: z.int(),
});

export const libraryHealthSchema = z.object({
  /** Older comments are still being read: what is shown is whole, but changes wait. */
  loading: z.boolean(),
  /** Why the disk does not take changes; null while it does. They are tried again. */
  saving: appErrorSchema.nullable(),
  /** Whether this run has saved anything: else the library can only be read. */
  hasSaved: z.boolean(),
  /** Why the disk does not let the library be tidied: nothing is lost by it. */
  tidying: appErrorSchema.nullable(),
  damage: damageSchema.nullable(),
});

export const libraryCalls = {
  /** How the library stands. The event `health` says when to ask again. */
  health: call(nothing, libraryHealthSchema),
  /** The person knows what was damaged: it is not told again, also not at the next start. Fails as the disk does. */
  acknowledgeDamage: call(nothing, nothing),
  /** Opens the folder of the damaged files. Not `shown` where there is no file manager. */
  showDamaged: call(nothing, z.object({ shown: z.boolean() })),
};
