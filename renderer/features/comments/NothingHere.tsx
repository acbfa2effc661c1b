import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { mayHaveTakenComments } from '../library/damage-words.ts';
import { useHealth } from '../library/use-health.ts';
import { isComing, type Site } from '../sites/use-sites.ts';
import type { CommentFilter } from './desk-words.ts';

interface NothingHereProps {
  filter: CommentFilter;
  sites: readonly Site[];
  siteId: string | null;
}

/** An empty list says what is true: nothing waits, nothing has come yet, or there is no blog to come from. */
export function NothingHere({ filter, sites, siteId }: NothingHereProps) {
  const chosen = sites.filter((site) => siteId === null || site.id === siteId);
  const reason = chosen.length === 0 ? 'none' : chosen.some(isComing) ? 'coming' : filter;
  return <Nothing reason={reason} />;
}

/** In the place of a thread without comments. */
export const NothingSaid = () => <Nothing reason="thread" />;

/** Where comments may have been lost nobody is told that there were none. */
function Nothing({ reason }: { reason: CommentFilter | 'none' | 'coming' | 'thread' }) {
  const { t } = useTranslation('comments');
  const { damage } = useHealth();
  if (reason === 'coming' || damage === null || !mayHaveTakenComments(damage))
    return <EmptyState title={t(`empty.${reason}.title`)} lead={t(`empty.${reason}.lead`)} />;
  const lead = t(reason === 'none' ? 'empty.none.lead' : 'empty.lost.lead');
  return <EmptyState title={t('empty.lost.title')} lead={lead} />;
}
