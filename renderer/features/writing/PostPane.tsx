import { PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Pane } from '../../components/Pane.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import type { ToastContent } from '../../components/Toast.tsx';
import { PostVersions } from '../revisions/PostVersions.tsx';
import type { Site } from '../sites/use-sites.ts';
import type { EditorFacts } from './editor-state.ts';
import { PostReading } from './PostReading.tsx';
import { PostWriting } from './PostWriting.tsx';
import type { PostDetail, Session } from './sessions.ts';

type Mode = 'write' | 'read';

interface PostPaneProps {
  post: PostDetail;
  site: Site | undefined;
  session: Session;
  facts: EditorFacts;
  mode: Mode;
  onMode: (mode: Mode) => void;
  /** In a narrow window the publishing panel opens over the sheet. */
  panelOpen: boolean;
  onPanel: (open: boolean) => void;
  onToast: (toast: ToastContent | null) => void;
}

/** The words of a post, to be written or to be read as readers see them. */
export function PostPane(props: PostPaneProps) {
  const { post, site, session, facts, mode, onMode, panelOpen, onPanel, onToast } = props;
  const { t } = useTranslation('writing');
  return (
    <Pane label={t('editor.label')} surface="paper" className="editor">
      <div className="editor-head">
        <Segmented<Mode>
          label={t('editor.mode')}
          value={mode}
          onChange={onMode}
          options={[
            { value: 'write', label: t('editor.write') },
            { value: 'read', label: t('editor.read') },
          ]}
        />
        <span className="grow" />
        {post.remoteId !== null && post.comments > 0 && mode === 'write' && (
          <Button variant="plain" onClick={() => onMode('read')}>
            {t('editor.comments', { count: post.comments })}
          </Button>
        )}
        <PostVersions {...{ post, site, session, facts, onToast }} />
        <Button
          className="narrow-only"
          icon={PanelRight}
          pressed={panelOpen}
          aria-expanded={panelOpen}
          onClick={() => onPanel(!panelOpen)}
        >
          {t('editor.publishing')}
        </Button>
      </div>
      {mode === 'write' ? (
        <PostWriting post={post} site={site} session={session} facts={facts} />
      ) : (
        <PostReading post={post} session={session} lang={facts.lang} />
      )}
    </Pane>
  );
}
