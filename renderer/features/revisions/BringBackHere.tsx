import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useDesk } from '../../frame/desk.ts';
import { useHealth } from '../library/use-health.ts';
import { lostCount } from './lost-words.ts';
import { useLostPosts } from './use-lost-posts.ts';

/** On the first screen, where damage took every post: the way to what can be brought back, once the notice is gone. */
export function BringBackHere() {
  const { t } = useTranslation('revisions');
  const { t: library } = useTranslation('library');
  const { open } = useDesk();
  const lost = useLostPosts();
  const isTold = useHealth().damage !== null;
  if (lost.total === 0 || isTold) return null;
  return (
    <p className="row left-here">
      {lostCount(t, lost)}
      <Button icon={History} onClick={() => open({ kind: 'lostPosts' })}>
        {library('left.action')}
      </Button>
    </p>
  );
}
