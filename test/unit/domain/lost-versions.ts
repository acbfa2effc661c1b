// Versions and uploads of a post that is not here.
import { type LostPost, lostPosts, type Surroundings, type Upload } from '../../../main/domain/lost-post.ts';
import type { Revision } from '../../../main/domain/revision.ts';
import { anOperation, aRevision, someFields } from '../../support/builders.ts';

export const at = (minute: number) => new Date(Date.UTC(2026, 10, 9, 10, minute)).toISOString();
export const version = (minute: number, body: string, over: Partial<Revision> = {}): Revision =>
  aRevision({
    id: `v${minute}`,
    at: at(minute),
    keptAt: at(minute + 5),
    fields: someFields({ body }),
    ...over,
  });

export const ALONE: Surroundings = {
  hasSite: (siteId) => siteId === 'site-1',
  postAt: () => undefined,
  postsNamed: () => [],
  uploads: [],
};
export const HERE = { siteId: 'site-1', remoteId: null };
export const THERE = { siteId: 'site-1', remoteId: 5 };

export const lost = (...versions: Revision[]): LostPost => {
  const [found] = lostPosts(versions, () => false);
  if (!found) throw new Error('Nothing is lost');
  return found;
};

export const upload = (over: Partial<Upload> & { body?: string; remoteId?: number | null } = {}): Upload => {
  const { body = 'Пратено', remoteId = null, ...operation } = over;
  const fields = someFields({ body, status: 'publish' });
  const task = {
    kind: 'create-post' as const,
    postId: 'post-1',
    revision: 7,
    fields,
    lookupSlug: 'x',
    remoteId,
  };
  return { ...anOperation({ createdAt: at(40), ...operation }), task };
};
