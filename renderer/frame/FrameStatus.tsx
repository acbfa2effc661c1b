import {
  ArrowUpFromLine,
  Check,
  KeyRound,
  PencilLine,
  RefreshCw,
  TriangleAlert,
  WifiOff,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusLine, StatusPart } from '../components/StatusLine.tsx';
import { Time } from '../components/Time.tsx';
import { useCall } from '../data/use-call.ts';
import { useCommand } from '../data/use-command.ts';
import { useSaving } from '../features/writing/sessions.ts';
import { useErrorText } from '../i18n/error-text.ts';
import { useDesk } from './desk.ts';
import { usePlace } from './place.tsx';
import { type SyncSummary, summarise } from './sync-summary.ts';

/** The line at the foot of the window: whether words are saved, what waits, how the sites stand. */
export function FrameStatus() {
  const { data: sites } = useCall('sites', 'list', {});
  const summary = summarise(sites ?? []);
  const parts = [
    <SavePart key="save" />,
    useOutboxPart((sites ?? []).length > 0),
    ...useSyncParts(summary, (sites ?? []).length),
  ];
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

/** What waits or was not sent, as a way to the outbox; null while there is nothing to send to. */
function useOutboxPart(hasSites: boolean): ReactNode {
  const { t } = useTranslation('status');
  const { go } = usePlace();
  const { data } = useCall('outbox', 'counts', {});
  const { waiting = 0, failed = 0 } = data ?? {};
  const open = () => go({ view: 'outbox' });
  if (failed > 0) {
    return (
      <StatusPart key="outbox" icon={TriangleAlert} tone="alarm" onClick={open}>
        {t('line.needYou', { count: failed })}
      </StatusPart>
    );
  }
  if (waiting > 0) {
    return (
      <StatusPart key="outbox" icon={ArrowUpFromLine} tone="yours" onClick={open}>
        {t('line.waiting', { count: waiting })}
      </StatusPart>
    );
  }
  return hasSites ? <StatusPart key="outbox">{t('line.allSent')}</StatusPart> : null;
}

/** How the sites stand, as parts of the line. */
function useSyncParts(summary: SyncSummary, siteCount: number): ReactNode[] {
  const { t } = useTranslation('status');
  const { open } = useDesk();
  const textOf = useErrorText();
  const { offline, failing, needsPassword, setAside, syncedAt, pulling } = summary;
  if (siteCount === 0) return [];
  return [
    pulling !== null && <PullPart key="pull" pulling={pulling} />,
    pulling === null && offline === null && failing === null && (
      <StatusPart key="synced">
        {syncedAt === null ? t('line.neverSynced') : <SyncedAgo at={syncedAt} />}
      </StatusPart>
    ),
    offline !== null && (
      <StatusPart key="offline" icon={WifiOff}>
        {offline.count === 1
          ? offline.title
          : t('line.sitesSilent', { count: offline.count, total: siteCount })}
        {': '}
        {t('line.offlineSince')} <Time at={offline.since} />
      </StatusPart>
    ),
    failing !== null && (
      <StatusPart
        key="failing"
        icon={TriangleAlert}
        tone="alarm"
        onClick={() => open({ kind: 'problem', error: failing.error })}
      >
        {textOf(failing.error).what}
      </StatusPart>
    ),
    needsPassword !== null && (
      <StatusPart
        key="password"
        icon={KeyRound}
        tone="alarm"
        onClick={() => open({ kind: 'reconnect', siteId: needsPassword.siteId })}
      >
        {t('line.needsPassword', { title: needsPassword.title })}
      </StatusPart>
    ),
    setAside !== null && (
      <StatusPart
        key="aside"
        icon={TriangleAlert}
        onClick={() => open({ kind: 'setAside', siteId: setAside.siteId })}
      >
        {t('line.setAside', { count: setAside.count })}
      </StatusPart>
    ),
  ];
}

function SyncedAgo({ at }: { at: string }) {
  const { t } = useTranslation('status');
  return (
    <>
      {t('line.synced')} <Time at={at} as="relative" />
    </>
  );
}

function PullPart({ pulling }: { pulling: NonNullable<SyncSummary['pulling']> }) {
  const { t } = useTranslation('status');
  const { run } = useCommand('sync', 'cancelPull');
  const { siteId, what, done, total } = pulling;
  return (
    <>
      <StatusPart icon={RefreshCw}>
        {total === 0 ? t('line.syncing') : t(`line.pulling.${what}`, { done, total })}
      </StatusPart>
      <button type="button" className="link" onClick={() => void run({ siteId })}>
        {t('line.stop')}
      </button>
    </>
  );
}
