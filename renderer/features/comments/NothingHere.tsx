import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import type { CallOutput } from '../../data/request.ts';
import type { CommentFilter } from './desk-words.ts';

interface NothingHereProps {
  filter: CommentFilter;
  sites: CallOutput<'sites', 'list'>;
  siteId: string | null;
}

/** An empty list says what is true: nothing waits, nothing has come yet, or there is no blog to come from. */
export function NothingHere({ filter, sites, siteId }: NothingHereProps) {
  const { t } = useTranslation('comments');
  const chosen = sites.filter((site) => siteId === null || site.id === siteId);
  const reason = chosen.length === 0 ? 'none' : stillComing(chosen) ? 'coming' : filter;
  return <EmptyState title={t(`empty.${reason}.title`)} lead={t(`empty.${reason}.lead`)} />;
}

/** Whether the first pull of one of these blogs has not ended. */
const stillComing = (sites: NothingHereProps['sites']): boolean =>
  sites.some(({ sync }) => sync.pulledAt === null && sync.phase === 'pulling');
