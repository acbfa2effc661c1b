import { useCallback, useMemo, useState } from 'react';
import type { AppError } from '../../main/domain/app-error.ts';
import type { Result } from '../../main/domain/result.ts';
import type { ToastContent } from '../components/Toast.tsx';
import { useCommand } from '../data/use-command.ts';
import { RestoreDialog } from '../features/backups/RestoreDialog.tsx';
import { SaveDialog } from '../features/backups/SaveDialog.tsx';
import { useBackupNews } from '../features/backups/use-backup-news.ts';
import { LibraryNotice } from '../features/library/LibraryNotice.tsx';
import { LostPostsDialog } from '../features/revisions/LostPostsDialog.tsx';
import { useLostPostsCommand } from '../features/revisions/use-lost-posts.ts';
import { ConnectDialog } from '../features/sites/ConnectDialog.tsx';
import { ReconnectDialog } from '../features/sites/ReconnectDialog.tsx';
import { SetAsideDialog } from '../features/sites/SetAsideDialog.tsx';
import { WelcomeView } from '../features/sites/WelcomeView.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { type Desk, DeskProvider, type Opened } from './desk.ts';
import { Frame } from './Frame.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { KeptToastProvider } from './kept-toast.ts';
import { NotesProvider } from './notes.tsx';
import { ProblemDialog } from './ProblemDialog.tsx';
import { usePlace } from './place.tsx';
import { useAppLook } from './use-app-look.ts';
import { useNewPost } from './use-new-post.ts';
import { useWindowCommands } from './use-window-commands.ts';
import { useWindowTitle } from './use-window-title.ts';
import './palette.css';

const nothing: Opened = { kind: 'nothing' };

/** The window: the view of the place, and what can open above it. */
export function Shell() {
  const [opened, open] = useState<Opened>(nothing);
  const [toast, keep] = useState<ToastContent | null>(null);
  const kept = useMemo(() => ({ toast, keep }), [toast]);
  const desk = useDeskState(opened, open);
  useAppLook();
  return (
    <DeskProvider value={desk}>
      <NotesProvider>
        <KeptToastProvider value={kept}>
          <Window />
        </KeptToastProvider>
      </NotesProvider>
    </DeskProvider>
  );
}

function useDeskState(opened: Opened, open: (what: Opened) => void): Desk {
  const { go, chooseSite } = usePlace();
  const fail = useCallback((error: AppError) => open({ kind: 'problem', error }), [open]);
  const newPost = useNewPost(fail);
  const { run: openPractice } = useCommand('sites', 'openPractice');
  const { run: pull } = useCommand('sync', 'pull');
  const { run: send } = useCommand('outbox', 'sendNow');
  return useMemo<Desk>(() => {
    const tell = (answer: Result<unknown, AppError>) => (answer.ok ? undefined : fail(answer.error));
    return {
      opened,
      open,
      close: () => open(nothing),
      fail,
      newPost,
      pullAll: () => void pull({ siteId: null }).then(tell),
      sendNow: () => void send({}).then(tell),
      openPractice: () =>
        void openPractice({}).then((answer) => {
          if (!answer.ok) return fail(answer.error);
          chooseSite(null);
          go({ view: 'comments', filter: 'pending' });
        }),
    };
  }, [opened, open, fail, newPost, pull, send, openPractice, chooseSite, go]);
}

/** The first screen; should it be the first because the library was damaged, that is said above it. */
const Welcome = () => (
  <>
    <LibraryNotice />
    <WelcomeView />
  </>
);

/** Inside the desk's context, so that its own keys can use it. */
function Window() {
  const { place } = usePlace();
  useWindowCommands();
  useWindowTitle();
  useBackupNews();
  useLostPostsCommand();
  return (
    <>
      {place.view === 'welcome' ? <Welcome /> : <Frame />}
      <CommandPalette />
      <KeysDialog />
      <ConnectDialog />
      <ReconnectDialog />
      <SetAsideDialog />
      <SaveDialog />
      <RestoreDialog />
      <LostPostsDialog />
      <ProblemDialog />
    </>
  );
}
