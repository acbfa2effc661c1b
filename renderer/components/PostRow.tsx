import type { ReactNode } from 'react';
import { Time } from './Time.tsx';

/** Height of a post's row with its hairline, for `VirtualList`. */
export const postRowHeight = 57;

type PostRowProps = {
  /** The title, or the words for a missing one. */
  title: string;
  /** BCP 47 tag of the post. */
  lang: string;
  /** One `StateBadge` or several; the first gives way where there is no room. */
  badge: ReactNode;
  /** ISO date of the last change. */
  at: string;
  /** Whose clock shows it; this computer's when left out. */
  timeZone?: string | undefined;
};

/** One post in a list. Goes inside a row of `VirtualList`. */
export function PostRow({ title, lang, badge, at, timeZone }: PostRowProps) {
  return (
    <div className="post-row">
      <div className="title" lang={lang} title={title}>
        {title}
      </div>
      <div className="line">
        {badge}
        <Time at={at} timeZone={timeZone} />
      </div>
    </div>
  );
}
