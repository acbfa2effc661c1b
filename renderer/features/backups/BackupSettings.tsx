import { Archive, Check, Download, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import { Button } from '../../components/Button.tsx';
import { ColumnHead } from '../../components/ColumnHead.tsx';
import { OwnTime } from '../../components/OwnTime.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import type { CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { BackupList } from './BackupList.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import { UnreadableBackups } from './UnreadableBackups.tsx';
import './backups.css';

type State = CallOutput<'backups', 'overview'>;

/** In the settings: when the last backup was made, those that are kept, and what can be done with them. */
export function BackupSettings() {
  const { t } = useTranslation('backups');
  const { open } = useDesk();
  const { data, error: failed, refetch } = useCall('backups', 'overview', {});
  const [before, setBefore] = useState<AppError | null>(null);
  const section = useRef<HTMLElement>(null);
  // While it is asked again nobody knows: the notice stays, and its button keeps the focus.
  const error = failed ?? (data === undefined ? before : null);
  const again = async () => {
    setBefore(error);
    const isRead = await refetch();
    if (isRead) section.current?.focus();
    return isRead;
  };
  if (error !== null) {
    return (
      <section ref={section} className="backups" aria-label={t('title')} tabIndex={-1}>
        <ColumnHead title={t('title')} />
        <p className="setting">{t('lead')}</p>
        <UnreadableBackups error={error} onAgain={again} />
        <Actions busy={false} />
      </section>
    );
  }
  if (data === undefined) return null;
  const [newest] = data.backups;
  const busy = data.running !== null;
  return (
    <section ref={section} className="backups" aria-label={t('title')} tabIndex={-1}>
      <ColumnHead title={t('title')}>
        {newest !== undefined && (
          <>
            {t('newest')} <OwnTime at={newest.createdAt} zones={[]} />
          </>
        )}
      </ColumnHead>
      <p className="setting">{t('lead')}</p>
      <Failure error={data.error} />
      {data.backups.length === 0 && <p className="setting quiet">{t('none')}</p>}
      <BackupList
        backups={data.backups}
        busy={busy}
        onRestore={(backupId) => open({ kind: 'restore', backupId })}
      />
      {data.unreadable > 0 && (
        <p className="setting quiet">
          {t('unreadableHere', { count: data.unreadable, folder: data.folder })}
        </p>
      )}
      {data.running?.what === 'daily' && <BackupProgress running={data.running} />}
      <Actions busy={busy} />
    </section>
  );
}

function Failure({ error }: Pick<State, 'error'>) {
  const { t } = useTranslation('backups');
  const textOf = useErrorText();
  if (error === null) return null;
  const { what, todo } = textOf(error);
  return <ProblemNotice what={t('failed')} kept={what} next={todo} />;
}

function Actions({ busy }: { busy: boolean }) {
  const { t } = useTranslation('backups');
  const { open, fail } = useDesk();
  const { say } = useNotes();
  const { run } = useCommand('backups', 'backUpNow');
  // The buttons stay where the focus is: one that is taken away would send it to the top of the page.
  const unlessBusy = (act: () => void) => () => (busy ? undefined : act());
  const backUp = async () => {
    const made = await run({});
    if (made.ok) say({ kind: 'said', icon: Check, text: t('made') });
    else fail(made.error);
  };
  return (
    <p className="setting row">
      <Button icon={Archive} aria-disabled={busy} onClick={unlessBusy(() => void backUp())}>
        {t('now')}
      </Button>
      <Button icon={Download} aria-disabled={busy} onClick={unlessBusy(() => open({ kind: 'backUp' }))}>
        {t('toFile')}
      </Button>
      <Button
        icon={RotateCcw}
        aria-disabled={busy}
        onClick={unlessBusy(() => open({ kind: 'restore', backupId: null }))}
      >
        {t('fromFile')}
      </Button>
    </p>
  );
}
