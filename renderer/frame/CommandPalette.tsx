import { Search } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../components/Hint.tsx';
import { Icon } from '../components/Icon.tsx';
import { Keycaps } from '../components/Keycaps.tsx';
import { VisuallyHidden } from '../components/VisuallyHidden.tsx';
import { useDesk } from './desk.ts';
import { PaletteList } from './PaletteList.tsx';
import { optionId, usePalette } from './use-palette.ts';

/** Finds commands, views and posts by name. Opens with Ctrl/Cmd+K; arrows choose, Enter does it. */
export function CommandPalette() {
  const { opened, close } = useDesk();
  return opened.kind === 'palette' && <PaletteDialog onClose={close} />;
}

/**
 * The browser's own modal dialog: the input gets the focus, the rest is inert, Esc and a click beside it ask to close
 * it, the focus returns to where it was.
 */
function PaletteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('frame');
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="palette float"
      aria-label={t('palette.label')}
      data-owns-keys=""
      closedby="any"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Palette onDone={onClose} />
    </dialog>
  );
}

function Palette({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('frame');
  const { asked, ask, groups, cursor, total, onKeyDown, choose } = usePalette(onDone);
  return (
    <>
      <div className="ask">
        <Icon of={Search} />
        <input
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
      <VisuallyHidden role="status">
        {asked.trim() === '' ? '' : t('palette.found', { count: total })}
      </VisuallyHidden>
      {groups.every(({ kind }) => kind === 'search') && (
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
