import { ArrowUpFromLine, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusLine, StatusPart } from '../components/StatusLine.tsx';
import { useCall } from '../data/use-call.ts';
import { useHealth } from '../features/library/use-health.ts';
import { type Site, useSites } from '../features/sites/use-sites.ts';
import { usePlace } from './place.tsx';
import { LoadingPart, SavePart, TidyingPart } from './SaveStatus.tsx';
import { FailingPart, OfflinePart, PasswordPart, PullPart, SetAsidePart, SyncedPart } from './SyncStatus.tsx';
import { summarise } from './sync-summary.ts';

/** The line at the foot of the window: whether words are saved, what waits, how the sites stand. */
export function FrameStatus() {
  const sites = useSites();
  const { loading, saving, tidying } = useHealth();
  const parts = [
    <SavePart key="save" />,
    loading && <LoadingPart key="loading" />,
    // A disk that takes nothing at all has been reported already.
    tidying !== null && saving === null && <TidyingPart key="tidying" />,
    ...useOutboxParts(sites.length > 0),
    ...syncParts(sites),
  ];
  return <StatusLine>{parts}</StatusLine>;
}

/** What was not sent and what waits, as ways to the outbox; nothing while it is not known or there is nothing to send to. */
function useOutboxParts(hasSites: boolean): ReactNode[] {
  const { t } = useTranslation('status');
  const { go } = usePlace();
  const { data } = useCall('outbox', 'counts', {});
  if (data === undefined) return [];
  const { waiting, needsYou } = data;
  const open = () => go({ view: 'outbox' });
  return [
    needsYou > 0 && (
      <StatusPart key="needs-you" icon={TriangleAlert} tone="alarm" onClick={open}>
        {t('line.needYou', { count: needsYou })}
      </StatusPart>
    ),
    waiting > 0 && (
      <StatusPart key="waiting" icon={ArrowUpFromLine} tone="yours" onClick={open}>
        {t('line.waiting', { count: waiting })}
      </StatusPart>
    ),
    hasSites && needsYou + waiting === 0 && <StatusPart key="sent">{t('line.allSent')}</StatusPart>,
  ];
}

/** How the sites stand, as parts of the line. */
function syncParts(sites: readonly Site[]): ReactNode[] {
  const { pulling, offline, failing, locked, damaged, syncedAt } = summarise(sites);
  if (sites.length === 0) return [];
  const isUpToDate = pulling.length + offline.length + failing.length === 0;
  return [
    pulling.length > 0 && <PullPart key="pull" sites={pulling} />,
    isUpToDate && <SyncedPart key="synced" at={syncedAt} sites={sites} />,
    offline.length > 0 && <OfflinePart key="offline" sites={offline} total={sites.length} />,
    failing.length > 0 && <FailingPart key="failing" sites={failing} />,
    locked.length > 0 && <PasswordPart key="password" sites={locked} />,
    damaged.length > 0 && <SetAsidePart key="aside" sites={damaged} />,
  ];
}
