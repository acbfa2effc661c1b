import { Check, TriangleAlert } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../data/use-call.ts';
import { useNotes } from '../../frame/notes.tsx';
import { usePlace } from '../../frame/place.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { useErrorText } from '../../i18n/error-text.ts';
import { currentLanguage } from '../../i18n/setup.ts';

/** Says once that a library was restored, and once of each reason why the daily backup could not be made. */
export function useBackupNews(): void {
  const { t } = useTranslation('backups');
  const textOf = useErrorText();
  const { say } = useNotes();
  const { go } = usePlace();
  const { data } = useCall('backups', 'overview', {});
  const restoredFrom = data?.restoredFrom ?? null;
  const error = data?.error ?? null;
  const failed = error === null ? null : textOf(error).what;
  const tellRestored = useEffectEvent((at: string) => {
    const date = formatDate(
      at,
      { language: currentLanguage(), now: Date.now() },
      { weekday: true, time: true },
    );
    say({ kind: 'said', icon: Check, text: t('restored', { date }) });
  });
  const tellFailed = useEffectEvent((why: string) => {
    const action = { label: t('title'), run: () => go({ view: 'settings' }) };
    say({ kind: 'said', icon: TriangleAlert, text: `${t('failed')} ${why}`, action });
  });
  useEffect(() => {
    if (restoredFrom !== null) tellRestored(restoredFrom);
  }, [restoredFrom]);
  useEffect(() => {
    if (failed !== null) tellFailed(failed);
  }, [failed]);
}
