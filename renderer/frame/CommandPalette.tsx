import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../components/Hint.tsx';
import { Icon } from '../components/Icon.tsx';
import { Keycaps } from '../components/Keycaps.tsx';
import { useDesk } from './desk.ts';
import { PaletteList } from './PaletteList.tsx';
import { optionId, usePalette } from './use-palette.ts';

/** Finds commands, views and posts by name. Opens with Ctrl/Cmd+K; arrows choose, Enter does it. */
export function CommandPalette() {
  const { opened, close } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={opened.kind === 'palette'} onOpenChange={(next) => (next ? undefined : close())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="palette float" initialFocus={input} data-owns-keys="">
          <Palette inputRef={input} onDone={close} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface PaletteProps {
  inputRef: React.RefObject<HTMLInputElement | null>;
  onDone: () => void;
}

function Palette({ inputRef, onDone }: PaletteProps) {
  const { t } = useTranslation('frame');
  const { asked, ask, groups, cursor, total, onKeyDown, choose } = usePalette(onDone);
  return (
    <>
      <Dialog.Title className="sr">{t('palette.label')}</Dialog.Title>
      <div className="ask">
        <Icon of={Search} />
        <input
          ref={inputRef}
          role="combobox"
          aria-label={t('palette.label')}
          placeholder={t('palette.label')}
          aria-expanded={total > 0}
          aria-controls="palette-results"
          aria-autocomplete="list"
          aria-activedescendant={total > 0 ? optionId(cursor) : undefined}
          autoComplete="off"
          spellCheck={false}
          value={asked}
          onChange={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Keycaps keys={['Esc']} />
      </div>
      <PaletteList groups={groups} cursor={cursor} onChoose={choose} />
      <div className="sr" role="status">
        {asked.trim() === '' ? '' : t('palette.found', { count: total })}
      </div>
      {total === 0 && (
        <p className="none">
          {t('palette.nothing', { text: asked.trim() })}{' '}
          <span className="quiet">{t('palette.nothingHint')}</span>
        </p>
      )}
      <div className="hint">
        <Hint keys={['↑', '↓']}>{t('palette.move')}</Hint>
        <Hint keys={['Enter']}>{t('palette.doIt')}</Hint>
        <Hint keys={['Esc']}>{t('palette.close')}</Hint>
      </div>
    </>
  );
}
