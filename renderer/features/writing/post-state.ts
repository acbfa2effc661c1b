import type { PostState } from '../../components/StateBadge.tsx';
import type { CallOutput } from '../../data/request.ts';
import type { SourceTexts } from '../../i18n/resources.ts';

type Row = Pick<CallOutput<'posts', 'list'>['rows'][number], 'status' | 'sync' | 'becomes' | 'remoteId'>;

/** What is going on with a post; `says` names the text where the usual words for the state would say too little. */
export interface PostNews {
  state: Extract<PostState, 'conflict' | 'failed' | 'unconfirmed' | 'waiting'>;
  says: keyof SourceTexts['writing']['news'] | null;
}

const BY_STATUS: Record<Row['status'], PostState> = {
  draft: 'draft',
  pending: 'pendingReview',
  private: 'private',
  future: 'scheduled',
  publish: 'published',
  trash: 'trash',
};

/** The state shown for a status. */
export const stateOf = (status: Row['status']): PostState => BY_STATUS[status];

/** What comes on top of what is true on the site: trouble, something on its way, words that were not sent. */
export function newsOf({ status, sync, becomes, remoteId }: Row): PostNews | null {
  switch (sync) {
    case 'conflict':
    case 'failed':
    case 'unconfirmed':
      return { state: sync, says: null };
    case 'waiting':
      return { state: 'waiting', says: whatWaits({ status, becomes, remoteId }) };
    case 'changed':
      return status === 'trash' ? null : { state: 'waiting', says: 'changed' };
    case 'local':
    case 'same':
      return null;
  }
}

function whatWaits({ status, becomes, remoteId }: Omit<Row, 'sync'>): PostNews['says'] {
  if (becomes === status) return remoteId === null ? null : 'changesWait';
  if (becomes === 'pending') return 'toReview';
  return becomes === 'draft' ? null : 'toPublish';
}
