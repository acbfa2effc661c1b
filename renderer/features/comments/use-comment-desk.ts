import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionKind } from '../../../main/domain/decision.ts';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import type { ToastContent } from '../../components/Toast.tsx';
import { useSites } from '../sites/use-sites.ts';
import { type CommentFilter, type CommentOrder, firstOrder } from './desk-words.ts';
import { useCommentDetail, usePrefetchedDetails } from './use-comment-detail.ts';
import { useCommentList } from './use-comment-list.ts';
import { type Target, useDecisions } from './use-decisions.tsx';
import { useDeskCursor } from './use-desk-cursor.ts';
import { useReplyBox } from './use-reply-box.ts';

export interface CommentDeskProps {
  /** The blog whose comments are listed; null for all. */
  siteId: string | null;
  filter: CommentFilter;
  /** Where to begin: the comment of the last time, or one that another view points to. */
  commentId: string | null;
  /** The cursor came to another comment. */
  onComment: (commentId: string | null) => void;
  onOpenPost: (postId: string) => void;
  /** Shows the list of all keys. */
  onKeys: () => void;
  toast: ToastContent | null;
  onToast: (toast: ToastContent) => void;
}

export type CommentDeskState = ReturnType<typeof useCommentDesk>;

/**
 * Everything the desk knows and can do: the list, the cursor in it, the comment under the cursor, decisions, replies.
 *
 * @param onDone called when a command has been carried out, to bring the focus back to the list
 */
export function useCommentDesk(props: CommentDeskProps, onDone: () => void) {
  const { siteId, filter, onToast } = props;
  const { t } = useTranslation('comments');
  const announce = useAnnounce();
  const [order, setOrder] = useState<CommentOrder>(() => firstOrder(filter));
  const [openThread, setOpenThread] = useState<string | null>(null);
  const sites = useSites();
  const list = useCommentList({ siteId, filter, order });
  const at = useDeskCursor(list.rows, props.commentId, props.onComment);
  const { shown, error } = useCommentDetail(at.id, list.loading || list.rows.total > 0);
  const { index, visiting } = at.cursor;
  useEffect(() => list.keep(index), [list.keep, index]);
  usePrefetchedDetails([list.rows.row(index + 1)?.id, list.rows.row(index - 1)?.id]);
  const decisions = useDecisions({
    filter,
    list,
    onLeave: at.stay,
    onReturn: (id) => {
      at.visit(id);
      // The words of a reply may have come back with it.
      reply.forget();
    },
    onToast,
    onDone,
  });

  const rowHere = list.rows.row(index);
  const row = rowHere?.id === at.id ? rowHere : undefined;
  const detail = shown !== null && shown.id === at.id ? shown.detail : undefined;
  const target = targetOf(
    row,
    detail?.thread.comments.find(({ id }) => id === at.id),
  );
  const homeId = row?.siteId ?? detail?.thread.siteId;
  const mayDecide = sites.find((site) => site.id === homeId)?.capabilities.moderateComments ?? false;
  const reply = useReplyBox({ id: at.id, target, detail, reply: decisions.reply, onDone });

  return {
    sites,
    order,
    setOrder: (next: CommentOrder) => {
      setOrder(next);
      at.goTo(0);
    },
    list,
    goTo: at.goTo,
    step: at.step,
    /** Index of the comment in the list; null for one that is only visited. */
    index: visiting === null ? index : null,
    shown,
    error,
    links: row?.links ?? 0,
    /** The comment that keys act on. */
    target,
    mayDecide,
    reply,
    threadOpen: openThread !== null && openThread === at.id,
    toggleThread: () => setOpenThread(openThread === at.id ? null : at.id),
    undo: decisions.undo,
    decide: (decision: DecisionKind) => {
      if (target === null) return;
      if (mayDecide) decisions.decide(target, decision);
      else announce(t('mayNot'));
    },
  };
}

/** The comment that keys act on: known from its row at once, or from its thread when it is not in the list. */
function targetOf(
  row: { id: string; status: Target['status']; authorName: string } | undefined,
  comment: { id: string; status: Target['status']; author: { name: string } } | undefined,
): Target | null {
  if (row !== undefined) return { id: row.id, status: row.status, authorName: row.authorName };
  if (comment === undefined) return null;
  return { id: comment.id, status: comment.status, authorName: comment.author.name };
}
