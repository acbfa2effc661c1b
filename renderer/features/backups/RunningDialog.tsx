import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import type { CallOutput } from '../../data/request.ts';
import { useCommand } from '../../data/use-command.ts';
import { BackupProgress } from './BackupProgress.tsx';
import './backups.css';

/** How far something is that the window waits for; it can be stopped. */
export function RunningDialog({ running }: Pick<CallOutput<'backups', 'overview'>, 'running'>) {
  const { t } = useTranslation('backups');
  const { run } = useCommand('backups', 'cancel');
  const stop = useRef<HTMLButtonElement>(null);
  const cancel = () => void run({});
  return (
    <Dialog
      open={running !== null}
      onClose={cancel}
      initialFocus={stop}
      title={running === null ? '' : t(`running.${running.what}`)}
      footer={
        <>
          <span className="grow" />
          <Button ref={stop} keys={['Esc']} onClick={cancel}>
            {t('stop')}
          </Button>
        </>
      }
    >
      {running !== null && <BackupProgress running={running} />}
    </Dialog>
  );
}
