import { KeyRound, type LucideIcon, RefreshCw, TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnTime } from '../components/OwnTime.tsx';
import { StatusMenu, StatusPart } from '../components/StatusLine.tsx';
import { useCommand } from '../data/use-command.ts';
import { type Site, siteIcon, useSiteNames } from '../features/sites/use-sites.ts';
import { useErrorText } from '../i18n/error-text.ts';
import { type Opened, useDesk } from './desk.ts';

interface SitesProps {
  /** At least one. */
  sites: readonly Site[];
}

const problemOf = ({ sync }: Site): Opened =>
  sync.error === null ? { kind: 'nothing' } : { kind: 'problem', error: sync.error };

/** How long ago everything was known. */
export function SyncedPart({ at, sites }: SitesProps & { at: string | null }) {
  const { t } = useTranslation('status');
  if (at === null) return <StatusPart>{t('line.neverSynced')}</StatusPart>;
  return (
    <StatusPart>
      {t('line.synced')} <OwnTime at={at} as="relative" zones={sites.map(({ timeZone }) => timeZone)} />
    </StatusPart>
  );
}

/** What is coming from the sites now, and a way to stop it. */
export function PullPart({ sites }: SitesProps) {
  const { t } = useTranslation('status');
  const { run } = useCommand('sync', 'cancelPull');
  const stop = () => {
    for (const { id } of sites) void run({ siteId: id });
  };
  return (
    <>
      <StatusPart icon={RefreshCw}>
        <Progress sites={sites} />
      </StatusPart>
      <button type="button" className="link" onClick={stop}>
        {t('line.stop')}
      </button>
    </>
  );
}

function Progress({ sites: [first, ...others] }: SitesProps) {
  const { t } = useTranslation('status');
  if (others.length > 0) return t('line.syncingSites', { count: others.length + 1 });
  if (first === undefined || first.sync.total === 0) return t('line.syncing');
  const { what, done, total } = first.sync;
  return t(`line.pulling.${what === 'comments' ? 'comments' : 'posts'}`, { done, total });
}

/** Sites that do not answer, and since when. */
export function OfflinePart({ sites, total }: SitesProps & { total: number }) {
  const { t } = useTranslation('status');
  const since = ({ sync, timeZone }: Site) => (
    <>
      {t('line.offlineSince')} <OwnTime at={sync.offlineSince ?? ''} zones={[timeZone]} />
    </>
  );
  const [longest] = sites;
  return (
    <SitesPart
      icon={WifiOff}
      sites={sites}
      one={(site, name) => (
        <>
          {name}: {since(site)}
        </>
      )}
      several={
        <>
          {t('line.sitesSilent', { count: sites.length, total })}: {longest && since(longest)}
        </>
      }
      detail={since}
      opens={problemOf}
    />
  );
}

/** Sites that answer, but not as they should. */
export function FailingPart({ sites }: SitesProps) {
  const { t } = useTranslation('status');
  const textOf = useErrorText();
  const what = ({ sync }: Site) => (sync.error === null ? null : textOf(sync.error).what);
  return (
    <SitesPart
      icon={TriangleAlert}
      tone="alarm"
      sites={sites}
      one={what}
      several={t('line.sitesFailing', { count: sites.length })}
      detail={what}
      opens={problemOf}
    />
  );
}

/** Sites without a password that they accept. */
export function PasswordPart({ sites }: SitesProps) {
  const { t } = useTranslation('status');
  return (
    <SitesPart
      icon={KeyRound}
      tone="alarm"
      sites={sites}
      one={(_site, title) => t('line.needsPassword', { title })}
      several={t('line.needPasswords', { count: sites.length })}
      detail={() => t('line.connectAgain')}
      opens={({ id }) => ({ kind: 'reconnect', siteId: id })}
    />
  );
}

/** Sites with records that could not be read. */
export function SetAsidePart({ sites }: SitesProps) {
  const { t } = useTranslation('status');
  const words = (count: number) => t('line.setAside', { count });
  return (
    <SitesPart
      icon={TriangleAlert}
      sites={sites}
      one={({ setAside }) => words(setAside)}
      several={words(sites.reduce((sum, { setAside }) => sum + setAside, 0))}
      detail={({ setAside }) => words(setAside)}
      opens={({ id }) => ({ kind: 'setAside', siteId: id })}
    />
  );
}

interface SitesPartProps extends SitesProps {
  icon: LucideIcon;
  tone?: 'alarm';
  /** What is said of a single site; `name` is how it is called. */
  one: (site: Site, name: string) => ReactNode;
  /** What is said of several together. */
  several: ReactNode;
  /** What is said of each of several, beside its name. */
  detail: (site: Site) => ReactNode;
  opens: (site: Site) => Opened;
}

/** Something about sites: one is named and acted on at once, several are counted and listed to choose from. */
function SitesPart({ icon, tone, sites, one, several, detail, opens }: SitesPartProps) {
  const { open } = useDesk();
  const names = useSiteNames();
  const look = { icon, long: true, ...(tone && { tone }) };
  const [only] = sites;
  if (sites.length === 1 && only !== undefined) {
    return (
      <StatusPart {...look} onClick={() => open(opens(only))}>
        {one(only, names(only.id)?.line ?? only.title)}
      </StatusPart>
    );
  }
  const choices = sites.map((site) => {
    const { title, mark } = names(site.id) ?? { title: site.title, mark: '' };
    return {
      ...{ id: site.id, icon: siteIcon(site), name: title, mark, lang: site.language },
      ...{ detail: detail(site), onClick: () => open(opens(site)) },
    };
  });
  return (
    <StatusMenu {...look} choices={choices}>
      {several}
    </StatusMenu>
  );
}
