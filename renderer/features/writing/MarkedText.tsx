import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { currentLanguage } from '../../i18n/setup.ts';
import type { Piece } from './compare-versions.ts';

/** Longest piece that is shown whole, in characters: nobody compares more by eye, and the window must not stop. */
const LONGEST_SHOWN = 20_000;

/** Comments and tags: quiet, as in the editor. */
const MARKUP = /(<!--[\s\S]*?-->|<\/?[a-zA-Z][^<>]*>)/;

/** A version with what was put in and taken out: by line, by tint, and in words for screen readers. */
export function MarkedText({ pieces }: { pieces: readonly Piece[] }) {
  const { t } = useTranslation('writing');
  const own = currentLanguage();
  return withPlaces(pieces).map(({ at, kind, text }) => {
    const words = <Source text={text} />;
    if (kind === 'same') return <span key={at}>{words}</span>;
    const Mark = kind;
    return (
      <Mark key={at}>
        <VisuallyHidden lang={own}>
          {kind === 'ins' ? t('conflict.added') : t('conflict.deleted')}{' '}
        </VisuallyHidden>
        {words}
      </Mark>
    );
  });
}

/** Where each piece begins. */
function withPlaces(pieces: readonly Piece[]): (Piece & { at: number })[] {
  let next = 0;
  return pieces.map((piece) => {
    const at = next;
    next += piece.text.length;
    return { ...piece, at };
  });
}

function Source({ text }: { text: string }) {
  const { t } = useTranslation('writing');
  const left = text.length - LONGEST_SHOWN;
  const parts = text.slice(0, LONGEST_SHOWN).split(MARKUP);
  return (
    <>
      {parts.map((part, index) =>
        // Every other part is what the pattern found.
        index % 2 === 0 ? part : createElement('span', { key: index, className: 'markup' }, part),
      )}
      {left > 0 && (
        <span className="quiet" lang={currentLanguage()}>
          {t('conflict.more', { count: left })}
        </span>
      )}
    </>
  );
}
