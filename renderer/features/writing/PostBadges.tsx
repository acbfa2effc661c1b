import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/StateBadge.tsx';
import { newsOf, stateOf } from './post-state.ts';
import { SetAsideMark } from './SetAside.tsx';
import type { PostDetail } from './sessions.ts';

interface PostBadgesProps {
  post: Parameters<typeof newsOf>[0] & Pick<PostDetail, 'setAsideFrom'>;
  /** The site's zone; the computer's own when left out. */
  timeZone?: string | undefined;
  /** What is going on must stop the eye. */
  boxed?: boolean;
}

/** What is true on the site, and after it what is going on: "Draft", "Will be published". */
export function PostBadges({ post, timeZone, boxed = false }: PostBadgesProps) {
  const { t } = useTranslation('writing');
  const news = newsOf(post);
  return (
    <span className="badges">
      <StateBadge of="post" state={stateOf(post.status)} />
      {news === null && post.setAsideFrom !== null && (
        <SetAsideMark from={post.setAsideFrom} timeZone={timeZone} />
      )}
      {news !== null && (
        <StateBadge
          of="post"
          state={news.state}
          boxed={boxed}
          label={news.says === null ? undefined : t(`news.${news.says}`)}
        />
      )}
    </span>
  );
}
