import { type RefObject, useEffect, useRef } from 'react';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import type { VirtualListHandle } from '../../components/VirtualList.tsx';
import { CommentListPane } from './CommentListPane.tsx';
import { CommentPane } from './CommentPane.tsx';
import { type CommentDeskProps, type CommentDeskState, useCommentDesk } from './use-comment-desk.ts';

/** One list of comments with the comment under the cursor, and the keys that work on both. */
export function CommentDesk(props: CommentDeskProps) {
  const listRef = useRef<VirtualListHandle>(null);
  const focusList = () => listRef.current?.focus();
  const desk = useCommentDesk(props, focusList);
  useListFocus(listRef, !desk.list.loading);
  useDeskKeys(desk, focusList);
  return (
    <>
      <CommentListPane
        {...props}
        order={desk.order}
        onOrder={desk.setOrder}
        sites={desk.sites}
        list={desk.list}
        cursor={desk.index ?? -1}
        onCursor={desk.goTo}
        onOpen={() => document.querySelector<HTMLElement>('.reading')?.focus()}
        listRef={listRef}
      />
      <CommentPane
        desk={desk}
        onDecide={(decision) => {
          desk.decide(decision);
          focusList();
        }}
        onOpenPost={props.onOpenPost}
      />
    </>
  );
}

/** The keys of wp-admin. `?` belongs to the window: it lists the keys of every view. */
function useDeskKeys(desk: CommentDeskState, focusList: () => void): void {
  const step = (by: number) => () => {
    focusList();
    desk.step(by);
  };
  useHotkeys({
    j: { run: step(1), repeat: true },
    k: { run: step(-1), repeat: true },
    a: () => desk.decide('approve'),
    u: () => desk.decide('hold'),
    s: () => desk.decide('spam'),
    d: () => desk.decide('trash'),
    r: desk.reply.write,
    z: desk.undo,
    t: desk.toggleThread,
  });
}

/** A list that was just chosen has the focus, unless the person is already somewhere in the view or in a dialog. */
function useListFocus(list: RefObject<VirtualListHandle | null>, ready: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !ready) return;
    done.current = true;
    if (document.activeElement?.closest('.main, [role="dialog"], [role="alertdialog"]')) return;
    list.current?.focus();
  }, [ready, list]);
}
