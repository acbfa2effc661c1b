import { ChevronRight } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { Keycaps } from '../../components/Keycaps.tsx';
import type { Thread } from './desk-words.ts';
import { Folio } from './Folio.tsx';
import { foldThread, type ThreadPart } from './fold-thread.ts';
import { ThreadArticle } from './ThreadArticle.tsx';
import { useNarrow } from './use-narrow.ts';
import { useOpenLink } from './use-open-link.tsx';

interface ThreadReadingProps {
  thread: Thread;
  /** The comment that the keys act on. */
  currentId: string;
  /** The whole thread rather than what stands around the current comment. */
  open: boolean;
  onToggle: () => void;
  onOpenPost: (postId: string) => void;
  /** The reply box, which stands right under the comment it answers. */
  reply: ReactNode;
}

/** The current comment in its thread: post title, what was said before and after it, the reply. */
export function ThreadReading({ thread, currentId, open, onToggle, onOpenPost, reply }: ThreadReadingProps) {
  const { t } = useTranslation('comments');
  const { open: openLink, question } = useOpenLink();
  const scroller = useRef<HTMLElement>(null);
  const { articles, jump } = useJumps(open, onToggle);
  useKeptInPlace(scroller, articles, currentId, open);
  const folded = foldThread(thread.comments, currentId, useNarrow() ? 1 : 2);
  const foldable = folded.some(({ kind }) => kind === 'fold');
  const parts = open ? foldThread(thread.comments, currentId, 'all') : folded;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the keys that scroll.
    <section className="reading scrolls" ref={scroller} tabIndex={0} aria-label={t('thread.label')}>
      <Folio thread={thread} onOpenPost={onOpenPost} />
      {open && foldable && (
        <FoldLine side="open" hidden={thread.comments.length} onToggle={onToggle} withKey />
      )}
      {parts.map((part) =>
        part.kind === 'fold' ? (
          <FoldLine
            key={part.first}
            side={part.side}
            hidden={part.hidden}
            onToggle={onToggle}
            withKey={part === firstFold(parts)}
          />
        ) : (
          <div key={part.comment.id} className="thread-part">
            <ThreadArticle
              comment={part.comment}
              thread={thread}
              as={part.place === 'current' ? 'current' : 'context'}
              onJump={jump}
              onOpenLink={openLink}
              ref={(element) => {
                if (element === null) articles.current.delete(part.comment.id);
                else articles.current.set(part.comment.id, element);
              }}
            />
            {part.place === 'current' && reply}
          </div>
        ),
      )}
      {question}
    </section>
  );
}

const firstFold = (parts: readonly ThreadPart[]): ThreadPart | undefined =>
  parts.find(({ kind }) => kind === 'fold');

interface FoldLineProps {
  side: 'earlier' | 'later' | 'open';
  hidden: number;
  withKey: boolean;
  onToggle: () => void;
}

function FoldLine({ side, hidden, withKey, onToggle }: FoldLineProps) {
  const { t } = useTranslation('comments');
  return (
    <button
      type="button"
      className="fold"
      aria-expanded={side === 'open'}
      aria-keyshortcuts="T"
      onClick={onToggle}
    >
      <Icon of={ChevronRight} small /> {t(`thread.${side}`, { count: hidden })}
      {withKey && <Keycaps keys={['T']} />}
    </button>
  );
}

/** Goes to a comment of the thread, opening the fold that hides it. */
function useJumps(open: boolean, onToggle: () => void) {
  const articles = useRef(new Map<string, HTMLElement>());
  const wanted = useRef<string | null>(null);
  const arrive = (): boolean => {
    const article = wanted.current === null ? undefined : articles.current.get(wanted.current);
    if (article === undefined) return false;
    wanted.current = null;
    article.scrollIntoView({ block: 'nearest' });
    article.focus({ preventScroll: true });
    return true;
  };
  const jump = (id: string) => {
    wanted.current = id;
    if (!arrive()) onToggle();
  };
  const arriveLater = useEffectEvent(arrive);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the fold brings the article that was missing.
  useEffect(() => void arriveLater(), [open]);
  return { articles, jump };
}

/**
 * A newly chosen comment is shown with as much before it as fits; opening the fold leaves the current comment where it
 * is on screen.
 */
function useKeptInPlace(
  scroller: RefObject<HTMLElement | null>,
  articles: RefObject<ReadonlyMap<string, HTMLElement>>,
  currentId: string,
  open: boolean,
): void {
  const place = useRef<{ id: string; top: number } | null>(null);
  const keep = useEffectEvent(() => {
    const box = scroller.current;
    const article = articles.current.get(currentId);
    if (box === null || article === undefined) return;
    const topOnScreen = () => article.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (place.current?.id === currentId) box.scrollTop += topOnScreen() - place.current.top;
    else {
      box.scrollTop = 0;
      article.scrollIntoView({ block: 'nearest' });
    }
    place.current = { id: currentId, top: topOnScreen() };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again exactly when one of these has changed.
  useLayoutEffect(() => keep(), [currentId, open]);
}
