import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Pane } from '../../components/Pane.tsx';
import { useCall } from '../../data/use-call.ts';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import { usePostsGone } from './use-posts-gone.ts';

/** In the place of the words, as long as no post is open. */
export function NoPost() {
  const { t } = useTranslation('writing');
  const { newPost } = useDesk();
  const { siteId } = usePlace();
  const { data: counts } = useCall('posts', 'counts', { siteId });
  const isGone = usePostsGone();
  const start = isGone ? undefined : t('editor.startLead');
  return (
    <Pane label={t('editor.label')} surface="paper">
      <EmptyState title={t('editor.chooseTitle')} lead={counts?.all === 0 ? start : t('editor.chooseLead')}>
        <Button variant="link" onClick={newPost}>
          {t('list.newPost')}
        </Button>
      </EmptyState>
    </Pane>
  );
}
