import { Check } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostFields } from '../../../main/domain/post.ts';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/Icon.tsx';
import { type Comparison, compareLines, type Piece, type Sides } from './compare-versions.ts';
import { MarkedText } from './MarkedText.tsx';
import { stateOf } from './post-state.ts';
import type { PostDetail } from './sessions.ts';
import { useStretches } from './use-stretches.ts';

interface ConflictFieldsProps {
  post: PostDetail;
  conflict: NonNullable<PostDetail['conflict']>;
}

/** What differs between the two versions, field by field; what is the same steps back. */
export function ConflictFields({ post, conflict }: ConflictFieldsProps) {
  const { t } = useTranslation(['writing', 'status']);
  const { theirs, base } = conflict;
  const of = (field: 'title' | 'body' | 'excerpt'): Comparison => ({
    mine: post.fields[field],
    theirs: theirs[field],
    base: base?.[field] ?? null,
    language: post.language,
  });
  const status = (fields: PostFields) => t(`status:post.${stateOf(fields.status)}`);
  const hasExcerpt = post.fields.excerpt !== theirs.excerpt;
  return (
    <>
      <Line name={t('conflict.fieldTitle')} comparison={of('title')} isTitle />
      <Body comparison={of('body')} />
      {hasExcerpt && <Line name={t('conflict.fieldExcerpt')} comparison={of('excerpt')} />}
      {base !== null && (
        <>
          <StaysTheirs name={t('conflict.fieldAddress')} base={base.slug} theirs={theirs.slug} />
          <StaysTheirs name={t('conflict.fieldStatus')} base={status(base)} theirs={status(theirs)} />
        </>
      )}
    </>
  );
}

interface LineProps {
  name: string;
  comparison: Comparison;
  isTitle?: boolean;
}

function Line({ name, comparison, isTitle = false }: LineProps) {
  const { t } = useTranslation('writing');
  const { mine, theirs, base, language } = comparison;
  const sides = useMemo(() => compareLines({ mine, theirs, base, language }), [mine, theirs, base, language]);
  if (mine === theirs) {
    return (
      <Same>
        {name}: {t('conflict.same')}
      </Same>
    );
  }
  return (
    <TwoSides
      names={{ mine: name, theirs: name }}
      sides={sides}
      lang={language}
      className={isTitle ? 'title' : ''}
    />
  );
}

function Body({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('writing');
  const stretches = useStretches(comparison);
  const { language } = comparison;
  if (comparison.mine === comparison.theirs) {
    return (
      <Same>
        {t('conflict.fieldBody')}: {t('conflict.same')}
      </Same>
    );
  }
  if (stretches === null) return <p className="same">{t('conflict.comparing')}</p>;
  return stretches.map((stretch) => {
    const key = `${stretch.at.mine} ${stretch.at.theirs}`;
    if (stretch.kind === 'same') return <SameLines key={key} {...stretch} lang={language} />;
    const name = (line: number) => t('conflict.fieldLine', { line });
    const names = { mine: name(stretch.at.mine), theirs: name(stretch.at.theirs) };
    return <TwoSides key={key} names={names} sides={stretch} lang={language} className="source-text" />;
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

function Same({ children }: { children: ReactNode }) {
  return (
    <p className="same">
      <Icon of={Check} small />
      <span>{children}</span>
    </p>
  );
}

/** The whole as it was and as it is: addresses and states have no words to compare. */
const piecesOf = (was: string, is: string): Piece[] => [
  { kind: 'del', text: was },
  { kind: 'ins', text: is },
];

/** What the site changed beside the words. Nobody can change it here yet, so that there is nothing to choose. */
function StaysTheirs({ name, base, theirs }: { name: string; base: string; theirs: string }) {
  const { t } = useTranslation('writing');
  if (base === theirs) return null;
  return (
    <p className="same">
      <span>
        {name}: <MarkedText pieces={piecesOf(base, theirs)} /> {t('conflict.staysTheirs')}
      </span>
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
