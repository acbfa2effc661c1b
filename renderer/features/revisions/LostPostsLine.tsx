import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useDesk } from '../../frame/desk.ts';
import { lostCount } from './lost-words.ts';
import { useLostPosts } from './use-lost-posts.ts';
import './lost-posts.css';

/** Above the list of posts: how many can be brought back. It stays until somebody has said what becomes of them. */
export function LostPostsLine() {
  const { t } = useTranslation('revisions');
  const { open } = useDesk();
  const lost = useLostPosts();
  if (lost.total === 0) return null;
  return (
    <div className="lost-line">
      <Button variant="plain" icon={History} onClick={() => open({ kind: 'lostPosts' })}>
        {lostCount(t, lost)}
      </Button>
    </div>
  );
}
