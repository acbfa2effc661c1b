import { Layers, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { initialsAmong } from '../../components/initials.ts';
import { NavGroup, NavItem } from '../../components/NavItem.tsx';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import { listsSites } from '../../frame/place-memory.ts';
import { useChooseSite } from '../../frame/use-site-commands.ts';
import { type Site, siteIcon, useSiteNames, useSites } from './use-sites.ts';

/** The sites in the navigation: choosing one narrows every list to it. */
export function SiteList() {
  const { t } = useTranslation();
  const { t: sitesText } = useTranslation('sites');
  const { siteId, place } = usePlace();
  const { open } = useDesk();
  const choose = useChooseSite();
  const sites = useSites();
  return (
    <NavGroup label={t('nav.sites')}>
      {sites.length > 1 && (
        <NavItem
          icon={Layers}
          label={t('list.allSites')}
          current={siteId === null && listsSites(place)}
          onClick={() => choose(null)}
        />
      )}
      {sites.map((site) => (
        <SiteItem key={site.id} site={site} isOnly={sites.length === 1} />
      ))}
      <NavItem
        icon={Plus}
        label={sitesText(sites.length === 0 ? 'connect.first' : 'connect.another')}
        onClick={() => open({ kind: 'connect' })}
      />
    </NavGroup>
  );
}

function SiteItem({ site, isOnly }: { site: Site; isOnly: boolean }) {
  const { siteId, place } = usePlace();
  const chooseSite = useChooseSite();
  const { open } = useDesk();
  const nameOf = useSiteNames();
  const sites = useSites();
  const name = nameOf(site.id);
  const titles = sites.map(({ id }) => nameOf(id)?.title ?? '');
  const short = initialsAmong(titles, sites.indexOf(site));
  const isPlain = !site.needsPassword && site.platform !== 'practice';
  const choose = () =>
    site.needsPassword ? open({ kind: 'reconnect', siteId: site.id }) : chooseSite(isOnly ? null : site.id);
  return (
    <>
      <NavItem
        icon={siteIcon(site)}
        label={name?.title ?? site.title}
        detail={name?.mark}
        short={isPlain ? short : undefined}
        lang={site.language}
        count={site.counts.pending}
        due
        current={siteId === site.id && listsSites(place)}
        onClick={choose}
      />
      {site.sync.phase === 'pulling' && <PullProgress sync={site.sync} />}
    </>
  );
}

/** A thin bar under the site whose posts or comments are on their way here. */
function PullProgress({ sync }: { sync: Site['sync'] }) {
  const { t } = useTranslation('sites');
  const what = sync.what === 'comments' ? 'comments' : 'posts';
  const label =
    sync.total === 0 ? t('pull.starting') : t(`pull.${what}`, { done: sync.done, total: sync.total });
  return (
    <div className="site-pull">
      <span>{label}</span>
      <progress aria-label={label} max={Math.max(1, sync.total)} value={sync.done} />
    </div>
  );
}
