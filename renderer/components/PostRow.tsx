import type { ReactNode } from 'react';
import { RowSite, type RowSiteName } from './RowSite.tsx';

/** Height of a post's row with its hairline, for `VirtualList`. */
export const postRowHeight = 57;

type PostRowProps = {
  /** The title, or the words for a missing one. */
  title: string;
  /** BCP 47 tag of the post. */
  lang: string;
  /** One `StateBadge` or several; the first gives way where there is no room. */
  badge: ReactNode;
  /** Whose it is, in a list of several sites. */
  site?: RowSiteName | undefined;
  /** When it changed: a `Time`, or an `OwnTime`. */
  time: ReactNode;
};

/** One post in a list. Goes inside a row of `VirtualList`. */
export function PostRow({ title, lang, badge, site, time }: PostRowProps) {
  return (
    <div className="post-row">
      <div className="title" lang={lang} title={title}>
        {title}
      </div>
      <div className="line">
        {badge}
        {site !== undefined && <RowSite site={site} />}
        {time}
      </div>
    </div>
  );
}
