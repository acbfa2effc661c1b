import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { nameOf, useLostPosts } from '../revisions/use-lost-posts.ts';
import type { Damage } from './use-health.ts';

/** Enough to see what it is about: the dialog lists all of them. */
const MOST_NAMED = 3;

interface Left {
  id: string;
  name: string;
  language: string | undefined;
  versions: number;
  /** Since when the post had the words of the newest version (ISO). */
  at: string;
}

/** Whether there is anything that {@link LeftVersions} would tell. */
export const isAnythingLeft = ({ posts }: Damage, lost: number): boolean =>
  lost > 0 || posts.some(({ versions }) => versions > 0);

/** Of which posts earlier versions are left, and what to do: of those that are gone, and of those with a damaged text. */
export function LeftVersions({ damage: { posts } }: { damage: Damage }) {
  const { t } = useTranslation('library');
  const { t: writing } = useTranslation('writing');
  const lost = useLostPosts();
  const untitled = writing('list.noTitle');
  const left = (joins: boolean) =>
    lost.posts
      .filter((post) => post.joins === joins)
      .map((post) => ({
        ...{ id: post.postId, versions: post.versions, at: post.at, name: nameOf(post, untitled) },
        language: post.title.trim() === '' && post.excerpt === '' ? undefined : post.language,
      }));
  const gone = left(false);
  const joining = left(true);
  const damaged = posts.flatMap(({ id, title, language, versions, at }) =>
    at === null
      ? []
      : {
          ...{ id, versions, at },
          name: title.trim() || untitled,
          language: title.trim() ? language : undefined,
        },
  );
  return (
    <>
      {gone.length > 0 && (
        <span className="left">
          {t('left.lost')} <Names left={gone} total={lost.total - lost.joining} />. {t('left.bringBack')}
        </span>
      )}
      {joining.length > 0 && (
        <span className="left">
          {t('left.joining')} <Names left={joining} total={lost.joining} />. {t('left.putBack')}
        </span>
      )}
      {damaged.length > 0 && (
        <span className="left">
          {t('left.damaged')} <Names left={damaged} total={damaged.length} />. {t('left.open')}
        </span>
      )}
    </>
  );
}

function Names({ left, total }: { left: readonly Left[]; total: number }) {
  const { t } = useTranslation('library');
  const context = { language: currentLanguage(), now: Date.now() };
  const named = left.slice(0, MOST_NAMED);
  const more = total - named.length;
  return (
    <>
      {named.map(({ id, name, language, versions, at }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <bdi lang={language}>{t('left.title', { title: name })}</bdi>{' '}
          {versions > 0
            ? `(${t('left.versions', { count: versions, date: formatDate(at, context, { time: true }) })})`
            : `(${t('left.damagedText')})`}
        </span>
      ))}
      {more > 0 && ` ${t('left.more', { count: more })}`}
    </>
  );
}
