import type { ReactNode } from 'react';
import { Time } from './Time.tsx';

/** Height of a post's row with its hairline, for `VirtualList`. */
export const postRowHeight = 57;

type PostRowProps = {
  /** The title, or the words for a missing one. */
  title: string;
  /** BCP 47 tag of the post. */
  lang: string;
  /** A `StateBadge`. */
  badge: ReactNode;
  /** ISO date of the last change. */
  at: string;
  timeZone?: string | undefined;
};

/** One post in a list. Goes inside a row of `VirtualList`. */
export function PostRow({ title, lang, badge, at, timeZone }: PostRowProps) {
  return (
    <div className="post-row">
      <div className="title" lang={lang}>
        {title}
      </div>
      <div className="line">
        {badge}
        <Time at={at} timeZone={timeZone} />
      </div>
    </div>
  );
}
