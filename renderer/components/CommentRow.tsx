import { Link } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { RowSite, type RowSiteName } from './RowSite.tsx';
import { Time } from './Time.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Height of a comment's row with its hairline, for `VirtualList`. */
export const commentRowHeight = 73;

type CommentRowProps = {
  author: string;
  postTitle: string;
  /** Whose it is, in a list of several sites. */
  site?: RowSiteName | undefined;
  /** Plain text; two lines of it are shown. A leading `@name` is set off. */
  excerpt: string;
  /** ISO date. */
  at: string;
  /** Zone in which to read the date; the computer's when left out. */
  timeZone?: string | undefined;
  /** BCP 47 tag of the comment and the post, for letter forms and speech. */
  lang: string;
  /** How many links the comment holds; 0 shows nothing. */
  links?: number;
  /** A `StateBadge`, or nothing: the list's own state is not repeated in each row. */
  badge?: ReactNode;
};

/** One comment in a list: most are decided from these two lines. Goes inside a row of `VirtualList`. */
export function CommentRow(props: CommentRowProps) {
  const { author, postTitle, site, excerpt, at, timeZone, lang, links = 0, badge } = props;
  const { t } = useTranslation('status');
  const [, name, rest] = /^(@\S+?)([\s,:].*)$/su.exec(excerpt) ?? [];
  return (
    <div className="comment-row">
      <div className="line">
        <b lang={lang}>{author}</b>
        <span className="cut" lang={lang}>
          {postTitle}
        </span>
        {site !== undefined && <RowSite site={site} />}
        {badge}
        {links > 0 && (
          <span className="quiet">
            <Icon of={Link} small />
            <span aria-hidden>{links}</span>
            <VisuallyHidden>{t('links', { count: links })}</VisuallyHidden>
          </span>
        )}
        <Time at={at} timeZone={timeZone} />
      </div>
      <p lang={lang}>
        {name === undefined ? excerpt : <span className="at">{name}</span>}
        {rest}
      </p>
    </div>
  );
}
