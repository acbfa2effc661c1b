import type { Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import type { Capabilities } from '../../../main/domain/site.ts';
import type { FileLayer } from '../../../main/library/durable-file.ts';
import { PostService } from '../../../main/services/posts.ts';
import { aPost, aSite, someFields } from '../../support/builders.ts';
import { afterCrash } from '../../support/crash-copy.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export const PUBLISHED = someFields({ slug: 'kafe', status: 'publish' });
export const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };
export const DAY = 24 * 3_600_000;

export const remote = (over: Partial<NonNullable<Post['remote']>> = {}): NonNullable<Post['remote']> => ({
  link: 'https://bavnivlakove.example/kafe/',
  dateGmt: '2026-11-09T09:00:00Z',
  authorId: 1,
  authorName: 'Мила',
  commentsOpen: true,
  rendered: '',
  editable: true,
  ...over,
});

/** A post that the site has, as it is there. */
export const known = (over: Partial<Post> = {}): Post =>
  aPost({
    remoteId: 5,
    fields: PUBLISHED,
    base: { fields: PUBLISHED, token: TOKEN },
    remote: remote(),
    ...over,
  });

/** Posts in a real library, with one site whose user may do what a test says. */
export async function writing(posts: Post[] = [], may: Partial<Capabilities> = {}, files?: FileLayer) {
  const folder = await tempFolder();
  const library = await openedLibrary(folder, files);
  const clock = manualClock();
  const { user, ...site } = aSite();
  await library.transact((tx) => {
    tx.put('sites', { ...site, user: { ...user, capabilities: { ...user.capabilities, ...may } } });
    for (const post of posts) tx.put('posts', post);
    return ok(null);
  });
  return {
    ...{ folder, library, clock },
    posts: new PostService(library, clock),
    post: (id = 'post-1') => library.get('posts', id),
    outbox: () => library.all('operations').map(({ task, state }) => [task.kind, state]),
    reopened: () => afterCrash(folder),
  };
}
