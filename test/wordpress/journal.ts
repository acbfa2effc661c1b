import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const entrySchema = z.object({
  /** WordPress's hook; `post_updated` is an edit of a post that existed. */
  event: z.enum([
    'wp_insert_post',
    'transition_post_status',
    'post_updated',
    'deleted_post',
    'wp_insert_comment',
    'transition_comment_status',
    'wp_set_comment_status',
    'edit_comment',
    'deleted_comment',
  ]),
  /** `post`, `page`, `attachment`…, `revision`, `autosave`; `comment`, `pingback`… */
  object: z.string(),
  id: z.int(),
  /** Status before, where the hook tells it. */
  from: z.string().nullable(),
  /** Status after, in the words of the hook (`hold`, `approved` and `unapproved` mean what they say). */
  to: z.string().nullable(),
  /** Who did it: a client of the REST API, a person in wp-admin or on a page, or the test through `php`. */
  via: z.enum(['rest', 'web', 'cli']),
  /** ISO date in UTC with milliseconds. */
  at: z.string(),
});

/** Something that happened to a post or a comment on the blog; written by mu-plugins/journal.php. */
export type JournalEntry = z.infer<typeof entrySchema>;

/** What happened so far, oldest first. */
export async function readJournal(file: string): Promise<JournalEntry[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => entrySchema.parse(JSON.parse(line)));
}
