import type { PostState } from '../../components/StateBadge.tsx';
import type { CallOutput } from '../../data/request.ts';

type Row = Pick<CallOutput<'posts', 'list'>['rows'][number], 'status' | 'sync'>;

const BY_STATUS: Record<Row['status'], PostState> = {
  draft: 'draft',
  pending: 'pendingReview',
  private: 'private',
  future: 'scheduled',
  publish: 'published',
  trash: 'trash',
};

/** The state shown for a post: what needs the eye first, else its status. */
export function postState({ status, sync }: Row): PostState {
  switch (sync) {
    case 'conflict':
    case 'failed':
    case 'waiting':
    case 'unconfirmed':
      return sync;
    case 'local':
    case 'same':
    case 'changed':
      return BY_STATUS[status];
  }
}

/** Whether a post that the site has holds words that were not sent there yet. */
export const hasUnsentWords = ({ status, sync }: Row): boolean => sync === 'changed' && status !== 'trash';
