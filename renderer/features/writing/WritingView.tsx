import { useTranslation } from 'react-i18next';
import { Pane } from '../../components/Pane.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import type { ToastContent } from '../../components/Toast.tsx';
import { useCall } from '../../data/use-call.ts';
import { useKeptToast } from '../../frame/kept-toast.ts';
import { usePlace } from '../../frame/place.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { LostPostHere } from '../revisions/LostPostHere.tsx';
import { useLostPosts } from '../revisions/use-lost-posts.ts';
import { NoPost } from './NoPost.tsx';
import { PostDesk } from './PostDesk.tsx';
import { PostListPane } from './PostListPane.tsx';
import './writing.css';

/** Posts: the list, the words, and publishing. */
export function WritingView() {
  const { place } = usePlace();
  const { toast, keep } = useKeptToast();
  const { postId } = place;
  return (
    <main className={postId === null ? 'main posts' : 'main list-work-panel'}>
      <PostListPane toast={toast} />
      {postId === null ? <NoPost /> : <OpenPost key={postId} postId={postId} onToast={keep} />}
    </main>
  );
}

interface OpenPostProps {
  postId: string;
  onToast: (toast: ToastContent | null) => void;
}

function OpenPost({ postId, onToast }: OpenPostProps) {
  const { t } = useTranslation('writing');
  const textOf = useErrorText();
  const { posts } = useLostPosts();
  const { data: post, error } = useCall('posts', 'get', { postId }, { keepPrevious: false });
  if (post !== undefined) return <PostDesk post={post} onToast={onToast} />;
  const lost = error === null ? undefined : posts.find((one) => one.postId === postId);
  const text = error === null || lost !== undefined ? null : textOf(error);
  return (
    <>
      <Pane label={t('editor.label')} surface="paper" className="editor">
        {lost !== undefined && <LostPostHere post={lost} />}
        {text !== null && <ProblemNotice what={text.what} kept={text.safe} next={text.todo} />}
      </Pane>
      <Pane label={t('publish.title')} surface="tray" aside className="publishing">
        {null}
      </Pane>
    </>
  );
}
