import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/setup.ts';
import { useSeconds } from './use-seconds.ts';
import { formatUntil } from './waiting-time.ts';

/** "Next try in 40 sec", counted down. */
export function NextTry({ at }: { at: string }) {
  const { t } = useTranslation('outbox');
  return t('why.nextTry', { when: formatUntil(at, useSeconds(), currentLanguage()) });
}
