import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useDesk } from '../../frame/desk.ts';
import { useHealth } from '../library/use-health.ts';
import { useLostPosts } from './use-lost-posts.ts';

/** On the first screen, where damage took every post: the way to what can be brought back, once the notice is gone. */
export function BringBackHere() {
  const { t } = useTranslation('revisions');
  const { t: library } = useTranslation('library');
  const { open } = useDesk();
  const { total } = useLostPosts();
  const isTold = useHealth().damage !== null;
  if (total === 0 || isTold) return null;
  return (
    <p className="row left-here">
      {t('lost.count', { count: total })}
      <Button icon={History} onClick={() => open({ kind: 'lostPosts' })}>
        {library('left.action')}
      </Button>
    </p>
  );
}
