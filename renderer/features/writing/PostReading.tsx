import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { request } from '../../data/request.ts';
import { ThreadView } from '../comments/ThreadView.tsx';
import { bodyOf } from './editor-state.ts';
import { endlessClass } from './endless.ts';
import { postFragment } from './post-fragment.ts';
import { readableHtml } from './readable-post.ts';
import { type PostDetail, type Session, useReplaced } from './sessions.ts';

interface PostReadingProps {
  post: PostDetail;
  session: Session;
  lang: string;
}

/** The post as readers see it, with its numbered thread. Works without network: pictures are named, not loaded. */
export function PostReading({ post, session, lang }: PostReadingProps) {
  const { t } = useTranslation('writing');
  const replaced = useReplaced(session);
  const isEmpty = session.title === '' && session.editor.doc.length === 0;
  return (
    <ScrollRegion className="sheet" data-pane-focus="">
      <article className="post" lang={lang}>
        {session.title !== '' && (
          <h1 className={endlessClass(session.title) || undefined}>{session.title}</h1>
        )}
        <ReadingText key={replaced} session={session} link={post.link} />
        {isEmpty && <p className="quiet">{t('editor.empty')}</p>}
      </article>
      {post.remoteId !== null && (
        <div className="post-thread">
          <ThreadView postId={post.id} />
        </div>
      )}
    </ScrollRegion>
  );
}

function ReadingText({ session, link }: { session: Session; link: string }) {
  const { t } = useTranslation('writing');
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const note = (description: string) =>
      description === '' ? t('editor.pictureUnknown') : t('editor.picture', { description });
    body.current?.replaceChildren(postFragment(readableHtml(bodyOf(session.editor)), link, note));
  }, [session, link, t]);
  useLinks(body);
  return <div ref={body} className="reading-text" />;
}

/** Opens the links of a text outside, whichever button or key is used on them. */
function useLinks(text: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = text.current;
    const open = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null) return;
      event.preventDefault();
      // The address was cleaned when the text was shown; main refuses what is not a web or mail address.
      if (link.href !== '') void request('app', 'openLink', { url: link.href });
    };
    element?.addEventListener('click', open);
    element?.addEventListener('auxclick', open);
    return () => {
      element?.removeEventListener('click', open);
      element?.removeEventListener('auxclick', open);
    };
  }, [text]);
}
