import { Archive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useNow } from '../../components/use-now.ts';
import { useCall } from '../../data/use-call.ts';
import { useDesk } from '../../frame/desk.ts';
import { formatDate } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { useHealth } from '../library/use-health.ts';
import { offeredBackup, restoreName } from './offered-backup.ts';

/**
 * On the first screen, where backups are left of a library that is gone: the way back. Nobody is shown a new library in
 * its place without a word.
 */
export function BackupsHere() {
  const { t } = useTranslation('backups');
  const { data } = useCall('backups', 'overview', {});
  const { open } = useDesk();
  const now = useNow(false);
  const { data: state } = useCall('app', 'state', {});
  const { damage } = useHealth();
  const { backups = [], libraryGone = false } = data ?? {};
  const [newest] = backups;
  const offered = offeredBackup(backups);
  if (offered === undefined) return null;
  const context = { language: currentLanguage(), now };
  const date = formatDate(offered.createdAt, context, { weekday: true, time: true });
  const left = t(offered === newest ? 'here' : 'hereDaily', { count: backups.length, date });
  const restore = (
    <Button
      icon={Archive}
      aria-label={restoreName(t, offered, date)}
      onClick={() => open({ kind: 'restore', backupId: offered.id })}
    >
      {t('restore')}
    </Button>
  );
  // What was damaged is told above all this, and is in its place.
  if (!libraryGone || damage !== null)
    return (
      <p className="row left-here">
        {left} {restore}
      </p>
    );
  return (
    <div className="left-here">
      <ProblemNotice
        what={t('gone.what')}
        kept={`${t('gone.why')} ${left}`}
        next={t('gone.todo', { folder: state?.dataFolder ?? '' })}
        actions={restore}
      />
    </div>
  );
}
