import * as z from 'zod';
import { here } from './paths.ts';
import type { WordPress } from './server.ts';
import { type ThreadComment, threadComments, threadPost } from './thread-bg.ts';

/** A comment of a seeded thread with the id the blog gave it. */
interface SeededComment extends ThreadComment {
  readonly id: number;
  /** Id of the comment this one answers, or 0. */
  readonly parent: number;
}

export interface SeededThread {
  readonly postId: number;
  /** The public page. */
  readonly url: string;
  readonly title: string;
  readonly slug: string;
  /** All, oldest first. */
  readonly comments: readonly SeededComment[];
  /** Those that wait for approval, oldest first. */
  readonly pending: readonly SeededComment[];
}

interface ThreadOptions {
  readonly title?: string;
  readonly slug?: string;
  readonly content?: string;
  /** The blog's time, `YYYY-MM-DD HH:MM:SS`. */
  readonly date?: string;
  readonly comments?: readonly ThreadComment[];
}

const insertedSchema = z.object({ postId: z.int(), url: z.string(), commentIds: z.array(z.int()) });

/** Puts a published Bulgarian post with its fourteen comments on the blog, two of them pending; about 0.1 s. */
export async function seedThread(wp: WordPress, options: ThreadOptions = {}): Promise<SeededThread> {
  const { comments: given = threadComments, ...changes } = options;
  const post = { ...threadPost, ...changes };
  const script = `require '${here('php', 'seed-thread.php')}';`;
  const printed = await wp.seed(script, { post, comments: given });
  const { postId, url, commentIds } = insertedSchema.parse(JSON.parse(printed));
  const comments = given.map((comment, index) => ({
    ...comment,
    id: commentIds[index] ?? 0,
    parent: commentIds[comment.answers - 1] ?? 0,
  }));
  const pending = comments.filter(({ status }) => status === 'hold');
  return { postId, url, title: post.title, slug: post.slug, comments, pending };
}

interface BulkCounts {
  readonly posts: number;
  readonly approved: number;
  readonly hold: number;
  readonly spam: number;
}

/**
 * Puts many comments on the blog, spread over posts of their own, a minute apart and the last one now:
 * of twenty, sixteen are approved, three pending, one spam. 10,000 take about half a second.
 */
export async function seedComments(wp: WordPress, count: number, posts = 50): Promise<BulkCounts> {
  const [row] = await wp.sql(bulkSql(Math.trunc(count), Math.trunc(posts)));
  return z
    .object({
      posts: z.coerce.number(),
      approved: z.coerce.number(),
      hold: z.coerce.number(),
      spam: z.coerce.number(),
    })
    .parse(row);
}

/** MariaDB's tables `seq_1_to_N` make the rows; Sofia's time is taken as UTC+3, all that matters is the order. */
function bulkSql(count: number, posts: number): string {
  return `
    START TRANSACTION;
    INSERT INTO wp_posts (post_author, post_date, post_date_gmt, post_modified, post_modified_gmt, post_title,
      post_name, post_content, post_status, post_excerpt, to_ping, pinged, post_content_filtered)
    SELECT 1, d + INTERVAL 3 HOUR, d, d + INTERVAL 3 HOUR, d, CONCAT('Бележка ', seq), CONCAT('belezhka-', seq),
      CONCAT('<!-- wp:paragraph -->\\n<p>Бележка номер ', seq, '.</p>\\n<!-- /wp:paragraph -->'), 'publish',
      '', '', '', ''
    FROM (SELECT seq, UTC_TIMESTAMP() - INTERVAL (${count} + seq) MINUTE AS d FROM seq_1_to_${posts}) AS many;
    SET @first_post = LAST_INSERT_ID();
    INSERT INTO wp_term_relationships (object_id, term_taxonomy_id, term_order)
    SELECT @first_post + seq - 1, 1, 0 FROM seq_1_to_${posts};
    UPDATE wp_term_taxonomy SET count = count + ${posts} WHERE term_taxonomy_id = 1;

    INSERT INTO wp_comments (comment_post_ID, comment_author, comment_author_email, comment_author_url,
      comment_author_IP, comment_agent, comment_date, comment_date_gmt, comment_content, comment_approved,
      comment_type, comment_parent, user_id)
    SELECT @first_post + seq % ${posts}, CONCAT('Читател ', seq % 700), CONCAT('chitatel', seq % 700, '@example.test'),
      IF(seq % 5 = 0, 'https://sayt.example.test/', ''), CONCAT('198.51.100.', seq % 250),
      'Mozilla/5.0 (X11; Linux x86_64; rv:138.0) Gecko/20100101 Firefox/138.0', d + INTERVAL 3 HOUR, d,
      CONCAT('Коментар ', seq, '. ', REPEAT('Едно изречение за дължина. ', 3 + seq % 12)),
      CASE WHEN seq % 20 < 16 THEN '1' WHEN seq % 20 < 19 THEN '0' ELSE 'spam' END, 'comment', 0, 0
    FROM (SELECT seq, UTC_TIMESTAMP() - INTERVAL (${count} - seq) MINUTE AS d FROM seq_1_to_${count}) AS many;
    SET @first_comment = LAST_INSERT_ID();
    UPDATE wp_posts SET comment_count = (
      SELECT COUNT(*) FROM wp_comments WHERE comment_post_ID = wp_posts.ID AND comment_approved = '1'
    ) WHERE ID >= @first_post;
    COMMIT;
    SELECT ${posts} AS posts, SUM(comment_approved = '1') AS approved, SUM(comment_approved = '0') AS hold,
      SUM(comment_approved = 'spam') AS spam
    FROM wp_comments WHERE comment_ID >= @first_comment;`;
}
