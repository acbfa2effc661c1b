import { ArrowUpFromLine, Check, PencilLine, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusLine, StatusPart } from '../components/StatusLine.tsx';
import { useCall } from '../data/use-call.ts';
import { type Site, useSites } from '../features/sites/use-sites.ts';
import { useSaving } from '../features/writing/sessions.ts';
import { useErrorText } from '../i18n/error-text.ts';
import { usePlace } from './place.tsx';
import { FailingPart, OfflinePart, PasswordPart, PullPart, SetAsidePart, SyncedPart } from './SyncStatus.tsx';
import { summarise } from './sync-summary.ts';

/** The line at the foot of the window: whether words are saved, what waits, how the sites stand. */
export function FrameStatus() {
  const sites = useSites();
  const parts = [<SavePart key="save" />, ...useOutboxParts(sites.length > 0), ...syncParts(sites)];
  return <StatusLine>{parts}</StatusLine>;
}

/** "Saved" only when the newest words of every open post are on disk. */
function SavePart() {
  const { t } = useTranslation('status');
  const { phase, error } = useSaving();
  const textOf = useErrorText();
  switch (phase) {
    case 'saved':
      return <StatusPart icon={Check}>{t('line.saved')}</StatusPart>;
    case 'typing':
      return <StatusPart icon={PencilLine}>{t('line.typing')}</StatusPart>;
    case 'saving':
      return <StatusPart icon={PencilLine}>{t('line.saving')}</StatusPart>;
    case 'failed':
      return (
        <span role="alert">
          <StatusPart icon={TriangleAlert} tone="alarm">
            {error?.kind === 'storage' && error.reason === 'full'
              ? t('line.notSavedFull')
              : t('line.notSaved', { reason: error === null ? '' : textOf(error).what })}
          </StatusPart>
        </span>
      );
  }
}

/** What was not sent and what waits, as ways to the outbox; nothing while there is nothing to send to. */
function useOutboxParts(hasSites: boolean): ReactNode[] {
  const { t } = useTranslation('status');
  const { go } = usePlace();
  const { data } = useCall('outbox', 'counts', {});
  const { waiting = 0, needsYou = 0 } = data ?? {};
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
