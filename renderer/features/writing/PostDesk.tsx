import { BookOpenText, PencilLine } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToastContent } from '../../components/Toast.tsx';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { useCommands } from '../../frame/commands.ts';
import { useOtherWords } from '../../frame/use-other-words.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { useSites } from '../sites/use-sites.ts';
import type { EditorFacts } from './editor-state.ts';
import { PostPane } from './PostPane.tsx';
import { PublishPanel } from './PublishPanel.tsx';
import { learnPost, type PostDetail, sessionOf, useReplaced } from './sessions.ts';

interface PostDeskProps {
  post: PostDetail;
  onToast: (toast: ToastContent | null) => void;
}

/** One post: its words in the middle, publishing at the right. */
export function PostDesk({ post, onToast }: PostDeskProps) {
  const { t } = useTranslation('writing');
  const site = useSites().find((one) => one.id === post.siteId);
  const [mode, setMode] = useState<'write' | 'read'>(post.editable ? 'write' : 'read');
  const [panelOpen, setPanelOpen] = useState(false);
  const isEmpty = post.fields.title === '' && post.fields.body === '';
  const label = t('editor.body');
  const lang = isEmpty ? (site?.language ?? currentLanguage()) : post.language;
  const readOnly = !post.editable;
  const facts = useMemo<EditorFacts>(() => ({ label, lang, readOnly }), [label, lang, readOnly]);
  const session = useMemo(() => sessionOf(post, facts), [post, facts]);
  useEffect(() => learnPost(session, post, facts), [session, post, facts]);
  useReplaced(session);
  const toggle = useCallback(() => setMode((before) => (before === 'write' ? 'read' : 'write')), []);
  useHotkeys({ 'mod+shift+p': toggle });
  const toggleName = mode === 'write' ? 'editor.readIt' : 'editor.writeIt';
  const otherWords = useOtherWords('writing');
  useCommands(
    [
      {
        id: 'write-or-read',
        label: t(toggleName),
        also: otherWords((other) => other(toggleName)),
        icon: mode === 'write' ? BookOpenText : PencilLine,
        group: 'do',
        keys: ['Mod', 'Shift', 'P'],
        run: toggle,
      },
    ],
    1,
  );
  return (
    <>
      <PostPane
        post={post}
        site={site}
        session={session}
        facts={facts}
        mode={mode}
        onMode={setMode}
        panelOpen={panelOpen}
        onPanel={setPanelOpen}
        onToast={onToast}
      />
      <PublishPanel
        post={post}
        site={site}
        session={session}
        isOpen={panelOpen}
        onRead={() => setMode('read')}
        onToast={onToast}
      />
    </>
  );
}
