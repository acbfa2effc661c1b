import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { PostFields } from '../../../main/domain/post.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useCall } from '../../data/use-call.ts';
import { useErrorText } from '../../i18n/error-text.ts';
import { ComparedLine, ComparedText, Same } from '../writing/ComparedFields.tsx';
import type { Comparison, Sides } from '../writing/compare-versions.ts';
import { useRested } from './use-rested.ts';

/** How long the list has to rest on a version before that is fetched and compared, ms. */
const REST = 120;

export type PresentWords = Pick<PostFields, 'title' | 'body' | 'excerpt'>;

interface VersionCompareProps {
  revisionId: string;
  /** Ids of those whose texts are, of which what is left is shown; undefined: not known yet. */
  damaged: readonly string[] | undefined;
  present: PresentWords;
  /** BCP 47 tag of the post. */
  language: string;
}

/** What lies between an earlier version and the present one: at the left what is gone, at the right what has come. */
export function VersionCompare({ revisionId, damaged, present, language }: VersionCompareProps) {
  const { t } = useTranslation(['revisions', 'writing']);
  const { data, error } = useCall('revisions', 'get', { revisionId: useRested(revisionId, REST) });
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return null;
  // The list may be at another version already than the one that is shown still.
  const isDamaged = damaged?.includes(data.id);
  if (isDamaged && data.fields.body.trim() === '') return <Problem error={damagedText} />;
  const then = data.fields;
  const of = (field: keyof PresentWords): Comparison => ({
    mine: then[field],
    theirs: present[field],
    base: then[field],
    language,
  });
  const fields = ['title', 'body', 'excerpt'] as const;
  if (isDamaged !== true && fields.every((field) => then[field] === present[field]))
    return isDamaged === undefined ? null : <Same>{t('sameAsNow')}</Same>;
  const shown = { same: t('same'), shown: apart };
  return (
    <div key={data.id}>
      {isDamaged && <Problem error={damagedText} />}
      <ComparedLine name={t('writing:conflict.fieldTitle')} comparison={of('title')} isTitle {...shown} />
      <ComparedText name={t('writing:conflict.fieldBody')} comparison={of('body')} {...shown} />
      {then.excerpt !== present.excerpt && (
        <ComparedLine name={t('writing:conflict.fieldExcerpt')} comparison={of('excerpt')} {...shown} />
      )}
    </div>
  );
}

/** As main says it of one that somebody wants to restore. */
const damagedText: AppError = { kind: 'validation', field: 'revisionId', reason: 'damaged-text', detail: '' };

/** What went wrong, if anything did. */
export function Problem({ error }: { error: AppError | null }) {
  const textOf = useErrorText();
  if (error === null) return null;
  const { what, safe, todo } = textOf(error);
  return <ProblemNotice what={what} kept={safe} next={todo} />;
}

/** All changes were made on one side, since the earlier version: what it lost is marked there, what came here. */
const apart = ({ theirs }: Sides): Sides => ({
  mine: theirs.filter(({ kind }) => kind !== 'ins'),
  theirs: theirs.filter(({ kind }) => kind !== 'del'),
});
