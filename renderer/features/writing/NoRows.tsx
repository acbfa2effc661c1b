import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import type { CallInput } from '../../data/request.ts';
import { usePostsGone } from './use-posts-gone.ts';

interface NoRowsProps {
  filter: CallInput<'posts', 'list'>['filter'];
  /** The posts of a new site are on their way. */
  isComing: boolean;
}

/** In the place of a list of posts without any. */
export function NoRows({ filter, isComing }: NoRowsProps) {
  const { t } = useTranslation('writing');
  const isGone = usePostsGone();
  if (isComing) return <EmptyState title={t('list.comingTitle')} lead={t('list.comingLead')} />;
  if (filter === 'all' && isGone) return <EmptyState title={t('list.lostTitle')} />;
  if (filter === 'all') return <EmptyState title={t('list.emptyTitle')} lead={t('list.emptyLead')} />;
  return <EmptyState title={t(`list.${filter}EmptyTitle`)} lead={t(`list.${filter}EmptyLead`)} />;
}
