import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSiteNames } from '../features/sites/use-sites.ts';
import { usePlace } from './place.tsx';
import type { Place } from './place-memory.ts';

const LISTS = {
  pending: 'view.pending',
  approved: 'view.approved',
  spam: 'view.spam',
  trash: 'view.trash',
  drafts: 'view.drafts',
  scheduled: 'view.scheduled',
  published: 'view.published',
} as const;

/** The text that names what a place shows; null for the first screen, which is the app itself. */
export function titleKey({ view, filter }: Pick<Place, 'view' | 'filter'>) {
  switch (view) {
    case 'welcome':
      return null;
    case 'search':
      return 'view.search';
    case 'outbox':
      return 'view.outbox';
    case 'settings':
      return 'view.settings';
    default:
      if (Object.hasOwn(LISTS, filter)) return LISTS[filter as keyof typeof LISTS];
      return view === 'comments' ? 'view.pending' : 'view.allPosts';
  }
}

/** Names the window after what it shows and of which site, for the task switcher and screen readers. */
export function useWindowTitle(): void {
  const { t } = useTranslation('frame');
  const { place, siteId } = usePlace();
  const key = titleKey(place);
  const isList = place.view === 'posts' || place.view === 'comments';
  const site = useSiteNames()(isList ? siteId : null)?.line ?? '';
  const title = [key === null ? '' : t(key), site, 'Copydesk'].filter(Boolean).join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
