import type { PostFields } from '../domain/post.ts';
import { confirmUpload } from '../domain/reconcile.ts';
import { ok, type Result } from '../domain/result.ts';
import { keepPublished } from '../revisions/keep-revision.ts';
import type { RemotePost } from '../sites/site-client.ts';
import { type Checked, failed, laterTasks, type OperationOf, type SendContext } from './send-context.ts';

type CreatePost = OperationOf<'create-post'>;

/** Pages of a listing after which nobody believes any more that it ends. */
const MOST_PAGES = 1_000;

/**
 * Whether a new post that is doubtful has reached the site already. Once it is finished there it no
 * longer has the slug under which a lost answer is found, so all posts are gone through: the same words are the same
 * post; a post that is like it is asked about; without either it may be sent.
 */
export async function checkNewPost(operation: CreatePost, context: SendContext): Promise<Checked> {
  const { task } = operation;
  const { client, library, site } = context;
  const found = task.remoteId === null ? await everyPost(context) : await onlyPost(task.remoteId, context);
  if (!found.ok) return failed(found.error);
  const { posts, unread } = found.value;
  if (posts.some(({ fields }) => fields.slug.startsWith(task.lookupSlug))) return { kind: 'half' };
  const [own] = posts;
  if (own && task.remoteId !== null && own.fields.status !== 'trash') return arrived(operation, own, context);
  const wanted = [task, ...laterTasks(operation, library)].flatMap((each) =>
    'fields' in each ? each.fields : [],
  );
  const known = new Set(
    library.all('posts').flatMap((post) => (post.siteId === site.id ? (post.remoteId ?? []) : [])),
  );
  const same = posts.find(
    ({ remoteId, fields }) =>
      !known.has(remoteId) && fields.status !== 'trash' && wanted.some((words) => sameWords(words, fields)),
  );
  if (same) {
    // The listing may have brought it for reading only, without its source.
    const whole = await client.getPost(same.remoteId);
    return whole.ok ? arrived(operation, whole.value, context) : failed(whole.error);
  }
  const doubtful = unread || posts.some(({ fields }) => wanted.some((words) => alike(words, fields)));
  if (!doubtful) return { kind: 'absent' };
  return failed({ kind: 'after-restore', what: 'post', host: new URL(site.url).host });
}

/** WordPress trims titles; slug, status and excerpt may have been changed there without making it another post. */
export const sameWords = (sent: PostFields, there: PostFields): boolean =>
  sent.body !== '' && there.body === sent.body && there.title.trim() === sent.title.trim();

/** Enough in common for it to be the same post after somebody has gone on writing. */
function alike(sent: PostFields, there: PostFields): boolean {
  const title = sent.title.trim();
  const slug = there.slug.replace(/(-\d+)?(__trashed)?$/, '');
  return (
    (title !== '' && there.title.trim() === title) ||
    (sent.body !== '' && there.body === sent.body) ||
    (sent.slug !== '' && (slug === sent.slug || there.slug === sent.slug))
  );
}

interface Found {
  posts: RemotePost[];
  /** Whether there are posts that cannot be read: one of them might be it. */
  unread: boolean;
}

async function onlyPost(remoteId: number, { client }: SendContext): Promise<Result<Found>> {
  const post = await client.getPost(remoteId);
  return post.ok ? ok({ posts: [post.value], unread: false }) : post;
}

async function everyPost({ client }: SendContext): Promise<Result<Found>> {
  const found: Found = { posts: [], unread: false };
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const page = await client.listPosts(number);
    if (!page.ok) return page;
    found.posts.push(...page.value.records);
    found.unread ||= page.value.rejected.length > 0;
    if (number >= page.value.pages) break;
  }
  return ok(found);
}

function arrived({ task }: CreatePost, remote: RemotePost, { clock, site }: SendContext): Checked {
  return {
    kind: 'arrived',
    record: (tx) => {
      const post = tx.get('posts', task.postId);
      if (!post) return;
      const kept = keepPublished(tx, post, remote.fields, task.revision, clock);
      tx.put('posts', confirmUpload(kept, task.fields, task.revision, remote, site.user.name));
    },
  };
}
