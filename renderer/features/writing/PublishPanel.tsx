import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../components/class-names.ts';
import { Pane, PaneHead } from '../../components/Pane.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import type { ToastContent } from '../../components/Toast.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { type Site, useSiteNames } from '../sites/use-sites.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { ConflictNotice, PostFacts } from './PostFacts.tsx';
import { SendBar } from './SendBar.tsx';
import type { PostDetail, Session } from './sessions.ts';
import { usePublishing } from './use-publishing.ts';

interface PublishPanelProps {
  post: PostDetail;
  site: Site | undefined;
  session: Session;
  /** In a narrow window, where it covers the sheet. */
  isOpen: boolean;
  onRead: () => void;
  onToast: (toast: ToastContent | null) => void;
}

/** Where the post stands between here and its site, and the buttons that send it there. */
export function PublishPanel({ post, site, session, isOpen, onRead, onToast }: PublishPanelProps) {
  const { t } = useTranslation('writing');
  const siteName = useSiteNames()(post.siteId)?.line ?? site?.title;
  const textOf = useErrorText();
  const [comparing, setComparing] = useState(false);
  const publishing = usePublishing(post, session, onToast);
  const text = publishing.error === null ? null : textOf(publishing.error);
  const resolve = (keep: 'mine' | 'theirs') => {
    setComparing(false);
    publishing.resolve(keep);
  };
  return (
    <Pane
      label={t('publish.title')}
      surface="tray"
      aside
      className={classNames('publishing', isOpen && 'is-open')}
    >
      <PaneHead title={t('publish.title')}>
        {site !== undefined && (
          <span className="quiet cut" lang={site.language} title={siteName}>
            {siteName}
          </span>
        )}
      </PaneHead>
      <div className="panel">
        {text !== null && <ProblemNotice what={text.what} kept={text.safe} next={text.todo} />}
        {post.conflict !== null && <ConflictNotice onCompare={() => setComparing(true)} />}
        <PostFacts post={post} site={site} session={session} publishing={publishing} onRead={onRead} />
      </div>
      <SendBar post={post} session={session} busy={publishing.busy} onSend={publishing.send} />
      {post.conflict !== null && (
        <ConflictDialog
          open={comparing}
          post={post}
          conflict={post.conflict}
          site={site}
          onClose={() => setComparing(false)}
          onResolve={resolve}
        />
      )}
    </Pane>
  );
}
