import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { currentLanguage } from '../../i18n/setup.ts';
import { type Site, useSiteNames } from '../sites/use-sites.ts';
import type { PostDetail } from './sessions.ts';

interface ReadOnlyNoteProps {
  post: PostDetail;
  site: Site | undefined;
}

/** Why a post can only be read here: the rights of the user, or the state in which the site keeps it. */
export function ReadOnlyNote({ post, site }: ReadOnlyNoteProps) {
  const { t } = useTranslation('writing');
  const siteName = useSiteNames()(site?.id ?? null)?.line ?? '';
  const rights = site?.capabilities;
  const mayNot = rights !== undefined && (!rights.editOthersPosts || !rights.editPublishedPosts);
  return (
    <p className="read-only" lang={currentLanguage()}>
      <Icon of={Lock} />
      {mayNot && post.status !== 'trash'
        ? t('editor.readOnlyRights', { title: siteName })
        : t('editor.readOnlyStatus')}
    </p>
  );
}
