import { Check } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/Icon.tsx';
import { type Comparison, compareLines, type Piece, type Sides } from './compare-versions.ts';
import { MarkedText } from './MarkedText.tsx';
import { useStretches } from './use-stretches.ts';

interface ComparedProps {
  name: string;
  comparison: Comparison;
  /** What is said where nothing differs. */
  same: string;
  /** Which words stand on which side, where it is not simply each side's own. */
  shown?: (sides: Sides) => Sides;
}

const asTheyAre = (sides: Sides): Sides => sides;

/** One line of two versions beside each other, such as the title. */
export function ComparedLine(props: ComparedProps & { isTitle?: boolean }) {
  const { name, comparison, same, shown = asTheyAre, isTitle = false } = props;
  const { mine, theirs, base, language } = comparison;
  const sides = useMemo(() => compareLines({ mine, theirs, base, language }), [mine, theirs, base, language]);
  if (mine === theirs) {
    return (
      <Same>
        {name}: {same}
      </Same>
    );
  }
  return (
    <TwoSides
      names={{ mine: name, theirs: name }}
      sides={shown(sides)}
      lang={language}
      className={isTitle ? 'title' : ''}
    />
  );
}

/** A text of two versions: what differs beside each other, with what is the same folded away between. */
export function ComparedText({ name, comparison, same, shown = asTheyAre }: ComparedProps) {
  const { t } = useTranslation('writing');
  const stretches = useStretches(comparison);
  const { language } = comparison;
  if (comparison.mine === comparison.theirs) {
    return (
      <Same>
        {name}: {same}
      </Same>
    );
  }
  if (stretches === null) return <p className="same">{t('conflict.comparing')}</p>;
  return stretches.map((stretch) => {
    const key = `${stretch.at.mine} ${stretch.at.theirs}`;
    if (stretch.kind === 'same') return <SameLines key={key} {...stretch} lang={language} />;
    const line = (number: number) => t('conflict.fieldLine', { line: number });
    const names = { mine: line(stretch.at.mine), theirs: line(stretch.at.theirs) };
    return (
      <TwoSides key={key} names={names} sides={shown(stretch)} lang={language} className="source-text" />
    );
  });
}

/** Lines that need no choice; those without a word, such as the marks between two paragraphs, are not worth a line. */
function SameLines({ text, lines, lang }: { text: string; lines: number; lang: string }) {
  const { t } = useTranslation('writing');
  const piece: Piece = { kind: 'same', text };
  if (text.replace(/<!--[\s\S]*?-->|<[^<>]*>/g, '').trim() === '') return null;
  return (
    <details className="same-lines">
      <summary className="same">
        <Icon of={Check} small /> {t('conflict.sameLines', { count: lines })}
        <span className="link when-closed">{t('conflict.show')}</span>
        <span className="link when-open">{t('conflict.hide')}</span>
      </summary>
      <div className="words source-text" lang={lang}>
        <MarkedText pieces={[piece]} />
      </div>
    </details>
  );
}

/** Says that something is no different. */
export function Same({ children }: { children: ReactNode }) {
  return (
    <p className="same">
      <Icon of={Check} small />
      <span>{children}</span>
    </p>
  );
}

interface TwoSidesProps {
  /** Headings. */
  names: { mine: string; theirs: string };
  sides: Sides;
  lang: string;
  className: string;
}

function TwoSides({ names, sides, lang, className }: TwoSidesProps) {
  return (
    <div className="versus two block">
      <Side name={names.mine} pieces={sides.mine} lang={lang} className={className} />
      <Side name={names.theirs} pieces={sides.theirs} lang={lang} className={className} />
    </div>
  );
}

interface SideProps {
  name: string;
  pieces: readonly Piece[];
  lang: string;
  className: string;
}

function Side({ name, pieces, lang, className }: SideProps) {
  const { t } = useTranslation('writing');
  return (
    <div>
      <h3>{name}</h3>
      {pieces.length === 0 ? (
        <p className="quiet">{t('conflict.nothing')}</p>
      ) : (
        <div className={classNames('words', className)} lang={lang}>
          <MarkedText pieces={pieces} />
        </div>
      )}
    </div>
  );
}
