import { z } from 'zod';
import { call, id, nothing } from './define.ts';

const languageSchema = z.enum(['en', 'bg']);
const settingsSchema = z.object({
  /** `system` follows the desktop's language: Bulgarian if it comes before English there. */
  language: z.enum(['system', 'en', 'bg']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Show keycaps on buttons and rows. */
  showKeys: z.boolean(),
});

/** Where the person was, so that the next start opens there again. */
const placeSchema = z.object({
  view: z.enum(['welcome', 'posts', 'comments', 'outbox', 'settings']),
  /** The list within the view, such as `drafts` or `pending`. */
  filter: z.string().max(40),
  postId: id.nullable(),
  commentId: id.nullable(),
});

/**
 * Some of the settings. A setting that is named has a value: an `undefined` would replace it by nothing, and the
 * library would not open again.
 */
const settingsChanges = z.strictObject({
  language: z.exactOptional(settingsSchema.shape.language),
  theme: z.exactOptional(settingsSchema.shape.theme),
  showKeys: z.exactOptional(settingsSchema.shape.showKeys),
});

export const appCalls = {
  /** What the page needs before its first paint. */
  state: call(
    nothing,
    z.object({
      version: z.string(),
      settings: settingsSchema,
      /** The language in force, the system's choice resolved. */
      language: languageSchema,
      /** `strong`: the system's keychain. `weak`: a key that is the same on every machine. `none`: nothing to keep a password in. */
      keychain: z.enum(['strong', 'weak', 'none']),
      /** Folder of the library, for people. */
      dataFolder: z.string(),
      place: placeSchema.nullable(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      practice: z.object({ posts: z.int(), comments: z.int() }),
    }),
  ),
  changeSettings: call(settingsChanges, settingsSchema),
  rememberPlace: call(z.strictObject(placeSchema.shape), nothing),
  /** Opens a web or mail address outside; anything but http, https and mailto is refused (`validation`). */
  openLink: call(z.strictObject({ url: z.string().max(4000) }), nothing),
  /** Opens the library's folder in the file manager. Not `shown` where there is none. */
  showLibrary: call(nothing, z.object({ shown: z.boolean() })),
  /** Nothing unsaved is left in the page: the window may close. */
  readyToClose: call(nothing, nothing),
};
