import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import type { Thread } from './desk-words.ts';

interface FolioProps {
  thread: Thread;
  onOpenPost?: (postId: string) => void;
}

/** The post that a thread belongs to, and how many comments its readers see. */
export function Folio({ thread, onOpenPost }: FolioProps) {
  const { t } = useTranslation('comments');
  const { postId, postTitle } = thread;
  const title = postTitle.trim() === '' ? t('thread.noTitle') : postTitle;
  return (
    <div className="folio">
      <h2 className="cut" lang={thread.postLanguage}>
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
      <span>{t('thread.count', { count: thread.total })}</span>
    </div>
  );
}
