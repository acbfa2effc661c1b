import { FolderOpen, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import { Button } from '../../components/Button.tsx';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useCommand } from '../../data/use-command.ts';
import { useShowFolder } from '../../frame/use-show-folder.ts';
import { useErrorText } from '../../i18n/error-text.ts';

interface UnreadableBackupsProps {
  error: AppError;
  /** Reads them again; true if they can be read now. */
  onAgain: () => Promise<boolean>;
}

/** In the place of the backups that are kept: why they cannot be listed, and where they are. */
export function UnreadableBackups({ error, onAgain }: UnreadableBackupsProps) {
  const { t } = useTranslation('backups');
  const { t: settings } = useTranslation('settings');
  const textOf = useErrorText();
  const announce = useAnnounce();
  const show = useShowFolder(useCommand('backups', 'showFolder').run);
  const again = async () => {
    // A notice that stays as it is would not be read again.
    if (!(await onAgain())) announce(t('unreadable'), 'assertive');
  };
  return (
    <ProblemNotice
      what={t('unreadable')}
      kept={textOf(error).what}
      next={
        <>
          {t('unreadableTodo')}
          {error.kind === 'backup' && (
            <span className="slug" translate="no">
              {error.file}
            </span>
          )}
        </>
      }
      actions={
        <>
          <Button icon={RefreshCw} onClick={() => void again()}>
            {t('again')}
          </Button>
          <Button icon={FolderOpen} onClick={show}>
            {settings('library.show')}
          </Button>
        </>
      }
    />
  );
}
