import { ChevronRight } from 'lucide-react';
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { Keycaps } from '../../components/Keycaps.tsx';
import type { RowSiteName } from '../../components/RowSite.tsx';
import type { Thread } from './desk-words.ts';
import { Folio } from './Folio.tsx';
import { foldThread, type ThreadPart } from './fold-thread.ts';
import { ThreadArticle } from './ThreadArticle.tsx';
import { type Articles, useArticles } from './use-articles.ts';
import { useNarrow } from './use-narrow.ts';
import { useOpenLink } from './use-open-link.tsx';

interface ThreadReadingProps {
  thread: Thread;
  /** Whose it is, where there are several sites. */
  site: RowSiteName | undefined;
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
export function ThreadReading(props: ThreadReadingProps) {
  const { thread, site, currentId, open, onToggle, onOpenPost, reply } = props;
  const { t } = useTranslation('comments');
  const { open: openLink, question } = useOpenLink();
  const scroller = useRef<HTMLElement>(null);
  const articles = useArticles();
  const folded = foldThread(thread.comments, currentId, useNarrow() ? 1 : 2);
  const foldable = folded.some(({ kind }) => kind === 'fold');
  const parts = open ? foldThread(thread.comments, currentId, 'all') : folded;
  const jump = useJumps(articles, parts, onToggle);
  useKeptInPlace(scroller, articles, currentId, open);
  return (
    <section className="reading scrolls" ref={scroller} aria-label={t('thread.label')}>
      <Folio thread={thread} site={site} onOpenPost={onOpenPost} />
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
              paneFocus={part.place === 'current' && !reply}
              onJump={jump}
              onOpenLink={openLink}
              ref={articles.refOf(part.comment.id)}
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
  side: 'earlier' | 'between' | 'later' | 'open';
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
function useJumps({ goTo }: Articles, parts: readonly ThreadPart[], onToggle: () => void) {
  const [wanted, setWanted] = useState<string | null>(null);
  const shows = (id: string) => parts.some((part) => part.kind === 'comment' && part.comment.id === id);
  const arrived = wanted !== null && shows(wanted) ? wanted : null;
  const arrive = useEffectEvent((id: string) => {
    goTo(id);
    setWanted(null);
  });
  useEffect(() => {
    if (arrived !== null) arrive(arrived);
  }, [arrived]);
  return (id: string) => {
    setWanted(id);
    if (!shows(id)) onToggle();
  };
}

/**
 * A newly chosen comment is shown with as much before it as fits; opening and closing the fold leaves the current
 * comment where it is on screen.
 */
function useKeptInPlace(
  scroller: RefObject<HTMLElement | null>,
  articles: Articles,
  currentId: string,
  open: boolean,
): void {
  const last = useRef<{ id: string; open: boolean; top: number } | null>(null);
  const keep = useEffectEvent((id: string, isOpen: boolean) => {
    const box = scroller.current;
    const article = articles.get(id);
    if (box === null || article === undefined) return;
    const topOnScreen = () => article.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (last.current?.id !== id) {
      box.scrollTop = 0;
      article.scrollIntoView({ block: 'nearest' });
    } else if (last.current.open !== isOpen) box.scrollTop += topOnScreen() - last.current.top;
    last.current = { id, open: isOpen, top: topOnScreen() };
  });
  useLayoutEffect(() => keep(currentId, open), [currentId, open]);
}
