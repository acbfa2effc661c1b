import { type RefObject, useEffect, useRef } from 'react';
import type { DecisionKind } from '../../../main/domain/decision.ts';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import type { VirtualListHandle } from '../../components/VirtualList.tsx';
import { CommentListPane } from './CommentListPane.tsx';
import { CommentPane } from './CommentPane.tsx';
import { takesReplies } from './desk-words.ts';
import { type CommentDeskProps, type CommentDeskState, useCommentDesk } from './use-comment-desk.ts';
import { useDeskCommands } from './use-desk-commands.ts';

/** One list of comments with the comment under the cursor, and the keys that work on both. */
export function CommentDesk(props: CommentDeskProps) {
  const listRef = useRef<VirtualListHandle>(null);
  const focusList = () => listRef.current?.focus();
  const desk = useCommentDesk(props, focusList);
  useListFocus(listRef, !desk.list.loading);
  const decide = (decision: DecisionKind) => {
    desk.decide(decision);
    // What had the focus may leave with the comment.
    focusList();
  };
  useDeskKeys(desk, decide, focusList);
  useDeskCommands(desk, decide);
  return (
    <>
      <CommentListPane
        {...props}
        order={desk.order}
        onOrder={desk.setOrder}
        sites={desk.sites}
        list={desk.list}
        canReply={desk.target !== null && takesReplies(desk.target.status)}
        cursor={desk.index ?? -1}
        onCursor={desk.goTo}
        onOpen={() => document.querySelector<HTMLElement>('.said.current')?.focus({ preventScroll: true })}
        listRef={listRef}
      />
      <CommentPane desk={desk} onDecide={decide} onOpenPost={props.onOpenPost} />
    </>
  );
}

/** The keys of wp-admin. `?` belongs to the window: it lists the keys of every view. */
function useDeskKeys(
  desk: CommentDeskState,
  decide: (decision: DecisionKind) => void,
  focusList: () => void,
): void {
  const step = (by: number) => () => {
    focusList();
    desk.step(by);
  };
  useHotkeys({
    j: { run: step(1), repeat: true },
    k: { run: step(-1), repeat: true },
    a: () => decide('approve'),
    u: () => decide('hold'),
    s: () => decide('spam'),
    d: () => decide('trash'),
    r: desk.reply.write,
    z: desk.undo,
    'mod+z': desk.undo,
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
