import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { useSites } from '../sites/use-sites.ts';
import { NextTry } from './NextTry.tsx';
import type { OperationRow } from './outbox-words.ts';
import { silentSites } from './silent-sites.ts';

/** Which sites do not answer, and when they are tried again. Nothing while all of them answer. */
export function SilentNote({ waiting }: { waiting: readonly OperationRow[] }) {
  const { t } = useTranslation('outbox');
  const textOf = useErrorText();
  const silent = silentSites(useSites(), waiting);
  if (silent === null) return null;
  const { hosts, error, nextTryAt } = silent;
  const [host = ''] = hosts;
  const hasNoNetwork = error?.kind === 'offline' && error.reason === 'no-network';
  const who =
    hosts.length === 1 ? t('why.hostSilent', { host }) : t('why.hostsSilent', { count: hosts.length });
  return (
    <>
      <Icon of={WifiOff} /> {hasNoNetwork ? textOf(error).what : who}{' '}
      {nextTryAt !== null && <NextTry at={nextTryAt} />}
    </>
  );
}
