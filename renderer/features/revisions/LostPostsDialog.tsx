import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useDesk } from '../../frame/desk.ts';
import { LostPostRow } from './LostPostRow.tsx';
import { allAction, backAction, lostLead, lostTitle } from './lost-words.ts';
import { type Said, useBringBack } from './use-bring-back.ts';
import { useLostPosts } from './use-lost-posts.ts';
import './lost-posts.css';

/**
 * What had the focus when the dialog was opened goes with the last of them. Then the list of posts has it, or, before
 * there is any post to list, the name of that list.
 */
const firstBehind = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('.lost-line button') ??
  document.querySelector<HTMLElement>('main [role="listbox"]') ??
  document.querySelector<HTMLElement>('.nav [aria-current]');

/** Who leaves the dialog is back where they came from, if that is still there. */
function useFocusBehind(isOpen: boolean) {
  const opener = useRef<Element | null>(null);
  const isLeft = useRef(false);
  useLayoutEffect(() => {
    if (!isOpen) return;
    opener.current = document.activeElement;
    isLeft.current = false;
  }, [isOpen]);
  return {
    leave: () => {
      isLeft.current = true;
    },
    focusBehind: () => {
      const { current } = opener;
      // The palette goes as the dialog comes.
      const isThere = current instanceof HTMLElement && current.isConnected && !current.closest('.float');
      return isLeft.current && isThere && current !== document.body ? current : firstBehind();
    },
  };
}

/** The posts that damage took: each can be brought back or deleted, or all are brought back at once. */
export function LostPostsDialog() {
  const { t } = useTranslation('revisions');
  const { t: common } = useTranslation();
  const { opened } = useDesk();
  const lost = useLostPosts();
  const { total, posts } = lost;
  const { busy, said, bringBack, bringAll, discard, close } = useBringBack();
  const isOpen = opened.kind === 'lostPosts';
  const { leave, focusBehind } = useFocusBehind(isOpen);
  const onClose = () => {
    leave();
    close();
  };
  const main = useRef<HTMLButtonElement>(null);
  const shut = useRef<HTMLButtonElement>(null);
  const several = total > 1;
  // The button that was pressed goes away with its row, and with the last of these the other one, too.
  const stay = (done: Promise<void>) => void done.then(() => (several ? main : shut).current?.focus());
  const [only] = posts;
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      width="wide"
      title={lostTitle(t, lost)}
      lead={lostLead(t, lost)}
      initialFocus={main}
      finalFocus={focusBehind}
      footer={
        <>
          <Report said={said} focus={shut} />
          <span className="grow" />
          <Button ref={shut} keys={['Esc']} onClick={onClose}>
            {common('action.close')}
          </Button>
          {only !== undefined && (
            <Button
              ref={main}
              variant="primary"
              aria-disabled={busy}
              onClick={() => void (busy ? undefined : several ? bringAll() : bringBack(only))}
            >
              {several ? allAction(t, lost) : backAction(t, only)}
            </Button>
          )}
        </>
      }
    >
      {total > 0 && (
        <ul className="thing-list">
          {posts.map((post) => (
            <LostPostRow
              key={post.postId}
              post={post}
              {...(several ? { onBringBack: () => stay(bringBack(post)) } : {})}
              onDiscard={() => stay(discard(post))}
            />
          ))}
          {total > posts.length && <li>{t('lost.more', { count: total - posts.length })}</li>}
        </ul>
      )}
    </Dialog>
  );
}

/** What was done last, and the way back. */
function Report({ said, focus }: { said: Said | null; focus: RefObject<HTMLElement | null> }) {
  const { t: common } = useTranslation();
  const { text, undo } = said ?? {};
  return (
    <div className="row report" role="status">
      {text}
      {undo !== undefined && (
        <Button
          onClick={() => {
            focus.current?.focus();
            undo();
          }}
        >
          {common('action.undo')}
        </Button>
      )}
    </div>
  );
}
