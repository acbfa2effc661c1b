import { Check, Copy, FolderOpen, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ColumnHead } from '../../components/ColumnHead.tsx';
import { useCommand } from '../../data/use-command.ts';
import { useNotes } from '../../frame/notes.tsx';
import { useShowFolder } from '../../frame/use-show-folder.ts';

/** Where the library lies: to copy, and to open. */
export function LibraryPlace({ folder }: { folder: string }) {
  const { t } = useTranslation('settings');
  const { say } = useNotes();
  const show = useShowFolder(useCommand('app', 'showLibrary').run);
  const copy = () =>
    navigator.clipboard.writeText(folder).then(
      () => say({ kind: 'said', icon: Check, text: t('library.copied') }),
      // The path can be selected, too.
      () => say({ kind: 'said', icon: TriangleAlert, text: t('library.notCopied') }),
    );
  return (
    <section>
      <ColumnHead title={t('library.title')} />
      <p className="setting">{t('library.place')}</p>
      <p className="slug" translate="no">
        {folder}
      </p>
      <p className="row">
        <Button icon={Copy} onClick={() => void copy()}>
          {t('library.copy')}
        </Button>
        <Button icon={FolderOpen} onClick={show}>
          {t('library.show')}
        </Button>
      </p>
    </section>
  );
}
