import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { isComing, type Site } from '../sites/use-sites.ts';
import type { CommentFilter } from './desk-words.ts';

interface NothingHereProps {
  filter: CommentFilter;
  sites: readonly Site[];
  siteId: string | null;
}

/** An empty list says what is true: nothing waits, nothing has come yet, or there is no blog to come from. */
export function NothingHere({ filter, sites, siteId }: NothingHereProps) {
  const { t } = useTranslation('comments');
  const chosen = sites.filter((site) => siteId === null || site.id === siteId);
  const reason = chosen.length === 0 ? 'none' : chosen.some(isComing) ? 'coming' : filter;
  return <EmptyState title={t(`empty.${reason}.title`)} lead={t(`empty.${reason}.lead`)} />;
}
