import { Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { Keycaps } from '../components/Keycaps.tsx';
import { ariaShortcut } from '../components/keycap-labels.ts';
import { BarNote } from './BarNote.tsx';
import { useDesk } from './desk.ts';

/** The top of the window: the name, the way to everything, a new post. */
export function Bar() {
  const { t } = useTranslation();
  const { t: frame } = useTranslation('frame');
  const { open, newPost } = useDesk();
  return (
    <header className="bar">
      <div className="brand">{t('appName')}</div>
      <button
        type="button"
        className="goto"
        aria-haspopup="dialog"
        aria-keyshortcuts={ariaShortcut(['Mod', 'K'])}
        onClick={() => open({ kind: 'palette' })}
      >
        <Icon of={Search} />
        <span className="grow cut">{frame('palette.label')}</span>
        <Keycaps keys={['Mod', 'K']} />
      </button>
      <BarNote />
      <Button icon={Plus} keys={['Mod', 'N']} onClick={newPost}>
        {t('bar.newPost')}
      </Button>
    </header>
  );
}
