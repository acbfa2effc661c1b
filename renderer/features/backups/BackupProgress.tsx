import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../data/request.ts';

type Running = NonNullable<CallOutput<'backups', 'overview'>['running']>;

/** What is under way and how far: in words and as a line. */
export function BackupProgress({ running: { what, done, total } }: { running: Running }) {
  const { t } = useTranslation('backups');
  const id = useId();
  const percent = total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total));
  return (
    <div className="progress">
      <div className="words">
        <span id={id}>{t(`running.${what}`)}</span>
        <span className="num">{t('share', { percent })}</span>
      </div>
      <div className="track" role="progressbar" aria-labelledby={id} aria-valuenow={percent} tabIndex={-1}>
        <div className="done" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
