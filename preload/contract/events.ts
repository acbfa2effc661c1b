import { z } from 'zod';
import { backupProgressSchema } from './backups.ts';
import { buildingSchema } from './search.ts';
import { syncStateSchema } from './sync.ts';

/** Commands of the native menu that the page carries out. */
const menuCommandSchema = z.enum([
  'new-post',
  'save',
  'go-posts',
  'go-comments',
  'go-outbox',
  'go-settings',
  'pull',
  'send-now',
  'back-up',
  'restore',
  'keys',
]);

export const events = {
  /** The library moved to `revision`; the named parts must be asked for again. A gap means: ask for everything. */
  changed: z.object({
    revision: z.int(),
    parts: z.array(
      z.enum([
        'sites',
        'posts',
        'comments',
        'outbox',
        'settings',
        'replyDrafts',
        'revisions',
        'savedSearches',
      ]),
    ),
  }),
  /** A site's sync moved on. */
  progress: syncStateSchema,
  /** How far the search index is; null once it holds everything. */
  searchBuilding: z.object({ building: buildingSchema.nullable() }),
  /** How the library stands has changed: ask `library.health` again. */
  health: z.object({}),
  /** How far a backup is; with null, ask `backups.overview` again. */
  backup: z.object({ running: backupProgressSchema.nullable() }),
  menu: z.object({ command: menuCommandSchema }),
  /** The window is about to close: save, then call `app.readyToClose`. */
  closing: z.object({}),
};

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;
export type MenuCommand = z.infer<typeof menuCommandSchema>;
