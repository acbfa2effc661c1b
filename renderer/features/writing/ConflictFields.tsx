import { useTranslation } from 'react-i18next';
import type { PostFields } from '../../../main/domain/post.ts';
import { ComparedLine, ComparedText } from './ComparedFields.tsx';
import type { Comparison, Piece } from './compare-versions.ts';
import { MarkedText } from './MarkedText.tsx';
import { stateOf } from './post-state.ts';
import type { PostDetail } from './sessions.ts';

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
  const same = t('conflict.same');
  const hasExcerpt = post.fields.excerpt !== theirs.excerpt;
  return (
    <>
      <ComparedLine name={t('conflict.fieldTitle')} comparison={of('title')} same={same} isTitle />
      <ComparedText name={t('conflict.fieldBody')} comparison={of('body')} same={same} />
      {hasExcerpt && (
        <ComparedLine name={t('conflict.fieldExcerpt')} comparison={of('excerpt')} same={same} />
      )}
      {base !== null && (
        <>
          <StaysTheirs name={t('conflict.fieldAddress')} base={base.slug} theirs={theirs.slug} />
          <StaysTheirs name={t('conflict.fieldStatus')} base={status(base)} theirs={status(theirs)} />
        </>
      )}
    </>
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
