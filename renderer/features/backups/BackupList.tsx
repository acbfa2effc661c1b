import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Time } from '../../components/Time.tsx';
import { useNow } from '../../components/use-now.ts';
import type { CallOutput } from '../../data/request.ts';
import { formatBytes } from '../../i18n/bytes.ts';
import { formatDate } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { restoreName } from './offered-backup.ts';

type Backup = CallOutput<'backups', 'overview'>['backups'][number];

interface BackupListProps {
  backups: readonly Backup[];
  /** Something is under way: nothing else begins. */
  busy: boolean;
  onRestore: (backupId: string) => void;
}

/** The backups that are kept: of when, of how much, and the way back to each. */
export function BackupList({ backups, busy, onRestore }: BackupListProps) {
  return (
    <ul className="thing-list">
      {backups.map((backup) => (
        <Row key={backup.id} backup={backup} busy={busy} onRestore={onRestore} />
      ))}
    </ul>
  );
}

function Row({ backup, busy, onRestore }: Omit<BackupListProps, 'backups'> & { backup: Backup }) {
  const { t } = useTranslation('backups');
  const { t: sites } = useTranslation('sites');
  const now = useNow(false);
  const { id, kind, createdAt, bytes, counts, damagedTexts } = backup;
  const language = currentLanguage();
  const date = formatDate(createdAt, { language, now }, { weekday: true, time: true });
  const facts = [
    sites('count.posts', { count: counts.posts }),
    sites('count.comments', { count: counts.comments }),
    ...(counts.waiting > 0 ? [t('waiting', { count: counts.waiting })] : []),
    formatBytes(bytes, language),
    ...(kind === 'before-restore' ? [t('beforeRestore')] : []),
    ...(damagedTexts > 0 ? [t('damagedTexts', { count: damagedTexts })] : []),
  ];
  return (
    <li>
      <div>
        <b>
          <Time at={createdAt} as="weekday" />
        </b>
        <p className="quiet facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <Button
        aria-label={restoreName(t, backup, date)}
        aria-disabled={busy}
        onClick={() => (busy ? undefined : onRestore(id))}
      >
        {t('restore')}
      </Button>
    </li>
  );
}
