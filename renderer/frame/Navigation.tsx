import {
  ArrowUpFromLine,
  CalendarClock,
  Check,
  CircleDot,
  FileText,
  Globe,
  OctagonX,
  PencilLine,
  Settings,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavGroup, NavItem } from '../components/NavItem.tsx';
import { useCall } from '../data/use-call.ts';
import { SavedSearches } from '../features/search/SavedSearches.tsx';
import { SiteList } from '../features/sites/SiteList.tsx';
import { usePlace } from './place.tsx';
import { listsSites, type Place } from './place-memory.ts';

/** The column (a rail in a narrow window) that leads to every list. */
export function Navigation() {
  const { t } = useTranslation();
  const { place, go } = usePlace();
  const { data: outbox } = useCall('outbox', 'counts', {});
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <CommentLists />
      <PostLists />
      <SavedSearches />
      <SiteList />
      <div className="foot">
        <NavItem
          icon={ArrowUpFromLine}
          label={t('nav.outbox')}
          count={(outbox?.waiting ?? 0) + (outbox?.needsYou ?? 0)}
          due
          current={place.view === 'outbox'}
          onClick={() => go({ view: 'outbox' })}
        />
        <NavItem
          icon={Settings}
          label={t('nav.settings')}
          current={place.view === 'settings'}
          onClick={() => go({ view: 'settings' })}
        />
      </div>
    </nav>
  );
}

/** Wires a line to the list it leads to. */
function useListLinks(view: Place['view']) {
  const { place, go } = usePlace();
  return (filter: string) => ({
    current: place.view === view && place.filter === filter,
    onClick: () => go({ view, filter }),
  });
}

/** The site that the lists are narrowed to, in the views that say so; counts of all sites elsewhere. */
function useShownSite(): string | null {
  const { place, siteId } = usePlace();
  return listsSites(place) ? siteId : null;
}

function CommentLists() {
  const { t } = useTranslation();
  const siteId = useShownSite();
  const to = useListLinks('comments');
  const { data } = useCall('comments', 'counts', { siteId });
  return (
    <NavGroup label={t('nav.comments')}>
      <NavItem icon={CircleDot} label={t('nav.pending')} count={data?.pending} due {...to('pending')} />
      <NavItem icon={Check} label={t('nav.approved')} count={data?.approved} {...to('approved')} />
      <NavItem icon={OctagonX} label={t('nav.spam')} count={data?.spam} {...to('spam')} />
      <NavItem icon={Trash2} label={t('nav.trash')} count={data?.trash} {...to('trash')} />
    </NavGroup>
  );
}

function PostLists() {
  const { t } = useTranslation();
  const siteId = useShownSite();
  const to = useListLinks('posts');
  const { data } = useCall('posts', 'counts', { siteId });
  return (
    <NavGroup label={t('nav.posts')}>
      <NavItem icon={FileText} label={t('nav.allPosts')} count={data?.all} {...to('all')} />
      <NavItem icon={PencilLine} label={t('nav.drafts')} count={data?.drafts} {...to('drafts')} />
      <NavItem icon={CalendarClock} label={t('nav.scheduled')} count={data?.scheduled} {...to('scheduled')} />
      <NavItem icon={Globe} label={t('nav.published')} count={data?.published} {...to('published')} />
    </NavGroup>
  );
}
