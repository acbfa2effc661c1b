import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useDesk } from '../../frame/desk.ts';
import { type LostPost, nameOf } from './use-lost-posts.ts';

/** In the place of a post that damage took: somebody has come back to where they were writing. */
export function LostPostHere({ post }: { post: LostPost }) {
  const { t } = useTranslation('revisions');
  const { t: writing } = useTranslation('writing');
  const { open } = useDesk();
  return (
    <EmptyState
      title={t(post.joins ? 'lost.again' : 'lost.gone', { title: nameOf(post, writing('list.noTitle')) })}
      lead={leadOf(t, post)}
    >
      <Button variant="link" onClick={() => open({ kind: 'lostPosts' })}>
        {t('lost.see')}
      </Button>
    </EmptyState>
  );
}

/** What is left of it. */
function leadOf(t: TFunction<'revisions'>, { joins, versions }: LostPost): string {
  if (versions === 0) return t(joins ? 'lost.againDamaged' : 'lost.goneDamaged');
  return t(joins ? 'lost.againLead' : 'lost.goneLead', { count: versions });
}
