import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { OptionGroup } from '../../components/OptionGroup.tsx';
import { HitRow } from './HitRow.tsx';
import { type AnyHit, hitKey } from './hits.ts';
import { searchSession } from './search-session.ts';
import './hits.css';

interface HitListProps {
  id: string;
  hits: readonly AnyHit[];
  /** Index of the hit under the cursor. */
  cursor: number;
  /** Posts that were found, and how many of them are shown among everything; null elsewhere. */
  morePosts: number | null;
  hasMore: boolean;
  onOpen: (found: AnyHit) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Element id of a hit. */
export const hitId = (listId: string, index: number): string => `${listId}-${index}`;

/** What was found: posts, then comments. The field keeps the focus; the list may have it, too, with the same keys. */
export function HitList({ id, hits, cursor, morePosts, hasMore, onOpen, onKeyDown }: HitListProps) {
  const { t } = useTranslation('search');
  const posts = hits.filter(({ kind }) => kind === 'post').length;
  const rows = (kind: AnyHit['kind'], from: number) =>
    hits
      .slice(from, kind === 'post' ? posts : undefined)
      .map((found, at) => (
        <HitRow
          key={hitKey(found)}
          id={hitId(id, from + at)}
          found={found}
          isCursor={from + at === cursor}
          onOpen={onOpen}
        />
      ));
  return (
    <div className="hits">
      <div
        className="list"
        id={id}
        role="listbox"
        tabIndex={hits.length === 0 ? -1 : 0}
        aria-label={t('results')}
        aria-activedescendant={cursor < 0 ? undefined : hitId(id, cursor)}
        onKeyDown={onKeyDown}
      >
        {posts > 0 && <OptionGroup label={t('tab.posts')}>{rows('post', 0)}</OptionGroup>}
        {posts < hits.length && <OptionGroup label={t('tab.comments')}>{rows('comment', posts)}</OptionGroup>}
      </div>
      {morePosts !== null && (
        <Button variant="link" onClick={() => searchSession.show('posts')}>
          {t('allPosts', { count: morePosts })}
        </Button>
      )}
      {hasMore && (
        <Button className="more" onClick={() => searchSession.showMore()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
