import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { RowSite, type RowSiteName } from '../../components/RowSite.tsx';
import type { Thread } from './desk-words.ts';

interface FolioProps {
  thread: Thread;
  /** Whose it is, where there are several sites. */
  site?: RowSiteName | undefined;
  onOpenPost?: (postId: string) => void;
}

/**
 * The post that a thread belongs to, and how many comments are in the thread: each that is shown or counted on a fold,
 * so that they can be counted on screen. Its tip tells how many of them the blog numbers. Damage may have taken the post
 * and left its thread.
 */
export function Folio({ thread, site, onOpenPost }: FolioProps) {
  const { t } = useTranslation('comments');
  const { postId, postTitle, comments } = thread;
  const numbered = comments.filter(({ number }) => number !== null).length;
  const tip = numbered === comments.length ? undefined : t('thread.countNumbered', { count: numbered });
  const isNamed = postTitle.trim() !== '';
  const title = isNamed ? postTitle : t(postId === null ? 'thread.noPost' : 'thread.noTitle');
  return (
    <div className="folio">
      <h2 className="cut" lang={isNamed ? thread.postLanguage : undefined}>
        {postId === null || onOpenPost === undefined ? (
          title
        ) : (
          <Button
            variant="link"
            className="bare"
            title={t('thread.openPost')}
            onClick={() => onOpenPost(postId)}
          >
            {title}
          </Button>
        )}
      </h2>
      {site !== undefined && <RowSite site={site} />}
      <span className="how-many" title={tip}>
        {t('thread.count', { count: comments.length })}
      </span>
    </div>
  );
}
