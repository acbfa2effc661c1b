import { Archive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useNow } from '../../components/use-now.ts';
import { useCall } from '../../data/use-call.ts';
import { useDesk } from '../../frame/desk.ts';
import { formatDate } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/setup.ts';

/** On the first screen, where backups are left of a library that is gone: the way back to the newest. */
export function BackupsHere() {
  const { t } = useTranslation('backups');
  const { data } = useCall('backups', 'overview', {});
  const { open } = useDesk();
  const now = useNow(false);
  const { backups = [] } = data ?? {};
  const [newest] = backups;
  if (newest === undefined) return null;
  const context = { language: currentLanguage(), now };
  const date = formatDate(newest.createdAt, context, { weekday: true, time: true });
  return (
    <p className="row left-here">
      {t('here', { count: backups.length, date })}
      <Button
        icon={Archive}
        aria-label={t('restoreOf', { date })}
        onClick={() => open({ kind: 'restore', backupId: newest.id })}
      >
        {t('restore')}
      </Button>
    </p>
  );
}
