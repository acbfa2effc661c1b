import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { hostOf } from '../../../main/domain/host.ts';
import { Icon } from '../../components/Icon.tsx';
import { useCall } from '../../data/use-call.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import type { OperationRow } from './outbox-words.ts';
import { useSeconds } from './use-seconds.ts';
import { formatUntil } from './waiting-time.ts';

/** Which site does not answer, and when it is tried again. Nothing while all of them answer. */
export function OfflineNote({ waiting }: { waiting: readonly OperationRow[] }) {
  const { t } = useTranslation('outbox');
  const { data: sites = [] } = useCall('sites', 'list', {});
  const silent = sites.find(
    ({ id, sync }) => sync.offlineSince !== null && waiting.some(({ siteId }) => siteId === id),
  );
  const next =
    silent?.sync.nextTryAt ?? waiting.find(({ siteId }) => siteId === silent?.id)?.nextTryAt ?? null;
  const now = useSeconds(next !== null);
  if (silent === undefined) return null;
  return (
    <>
      <Icon of={WifiOff} /> {t('why.hostSilent', { host: hostOf(silent.url) })}{' '}
      {next !== null && t('why.nextTry', { when: formatUntil(next, now, currentLanguage()) })}
    </>
  );
}
