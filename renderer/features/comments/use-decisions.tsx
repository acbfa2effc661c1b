import { useQueryClient } from '@tanstack/react-query';
import {
  Check,
  CircleDot,
  CornerUpLeft,
  type LucideIcon,
  OctagonX,
  Trash2,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { DecisionKind } from '../../../main/domain/decision.ts';
import { statusAfter } from '../../../main/domain/status-after.ts';
import type { ToastContent } from '../../components/Toast.tsx';
import { useCommand } from '../../data/use-command.ts';
import { useErrorText } from '../../i18n/error-text.ts';
import { type CommentFilter, type CommentStatus, leavesList } from './desk-words.ts';
import { giveBack } from './reply-sessions.ts';
import { saidOf } from './said-of.tsx';
import type { CommentList } from './use-comment-list.ts';

export const decisionIcons: Record<DecisionKind, LucideIcon> = {
  approve: Check,
  hold: CircleDot,
  spam: OctagonX,
  trash: Trash2,
};

/** A comment that a decision is about. */
export interface Target {
  id: string;
  status: CommentStatus;
  authorName: string;
}

interface DeskPorts {
  filter: CommentFilter;
  list: CommentList;
  /** The comment leaves: the cursor keeps its place. */
  onLeave: () => void;
  /** A comment has come back: the cursor goes there. */
  onReturn: (id: string) => void;
  onToast: (toast: ToastContent) => void;
  /** A button that did its work goes away: the focus needs a place. */
  onDone: () => void;
}

export interface Decisions {
  decide: (target: Target, decision: DecisionKind) => void;
  undo: () => void;
  reply: (target: Target, content: string, approve: boolean) => Promise<boolean>;
}

/** What can be said of a person when something was done. */
type DoneKey =
  | `done.${DecisionKind | 'reply' | 'approveAndReply'}`
  | `done.${'undone' | 'undoneWithReply' | 'undoneReplyToTrash'}`;

/** What the keys and buttons of the desk do. Each says what it did, and the newest can be taken back. */
export function useDecisions(ports: DeskPorts): Decisions {
  const { filter, list, onLeave, onToast, onDone } = ports;
  const { t } = useTranslation('comments');
  const say = useSay(onToast);
  const decideCall = useCommand('comments', 'decide');
  const replyCall = useCommand('comments', 'reply');
  const client = useQueryClient();
  const about = useAbout();
  const undo = useUndo(ports, say);
  const takeBack = {
    label: t('action.undo'),
    keys: ['Z'],
    onUndo: () => {
      onDone();
      void undo();
    },
  };

  const decide = async (target: Target, decision: DecisionKind) => {
    const after = statusAfter(decision);
    if (target.status === after) return;
    const leaves = leavesList(filter, after);
    if (leaves) {
      list.leave(target.id);
      onLeave();
    }
    const answer = await decideCall.run({ commentIds: [target.id], decision });
    if (!answer.ok) {
      list.stay(target.id);
      return say.failed(answer.error);
    }
    const text = about(`done.${decision}`, target.authorName);
    if (answer.value.decided.length > 0) say.done(decisionIcons[decision], text, takeBack);
    await list.refresh(target.id);
  };

  const reply = async (target: Target, content: string, approve: boolean) => {
    const answer = await replyCall.run({ commentId: target.id, content, approve });
    if (!answer.ok) {
      say.failed(answer.error);
      return false;
    }
    const { approved } = answer.value;
    if (approved && leavesList(filter, 'approved')) {
      list.leave(target.id);
      onLeave();
    }
    const text = about(approved ? 'done.approveAndReply' : 'done.reply', target.authorName);
    say.done(CornerUpLeft, text, approved ? takeBack : undefined);
    await client.invalidateQueries({ queryKey: ['comments', 'get'] });
    await list.refresh(target.id);
    return true;
  };
  return { decide: (target, decision) => void decide(target, decision), undo: () => void undo(), reply };
}

/** Takes the newest decision or reply back; its comment and the words of the reply return. */
function useUndo({ list, onReturn }: DeskPorts, say: ReturnType<typeof useSay>) {
  const { t } = useTranslation('comments');
  const about = useAbout();
  const { run } = useCommand('comments', 'undo');
  return async () => {
    const answer = await run({});
    if (!answer.ok) return say.failed(answer.error);
    const { undone } = answer.value;
    if (undone === null) return say.done(Undo2, t('done.nothingToUndo'));
    const words = { withdrawn: 'done.undoneWithReply', trashed: 'done.undoneReplyToTrash' } as const;
    const { reply: taken, commentId } = undone;
    if (taken !== null) giveBack(commentId, taken.words);
    const text = taken === null ? 'done.undone' : words[taken.became];
    say.done(Undo2, about(text, undone.authorName));
    onReturn(commentId);
    await list.refresh();
  };
}

/** What was done, said of a person by name. */
function useAbout() {
  const { t } = useTranslation('comments');
  return (key: DoneKey, name: string) =>
    saidOf((shown) => t(key, { name: shown }), name.trim() === '' ? t('thread.anonymous') : name);
}

/** Puts words into the toast. A new element each time, so that the same words twice are read aloud twice. */
function useSay(onToast: DeskPorts['onToast']) {
  const errorText = useErrorText();
  const turn = useRef(0);
  const words = (text: ReactNode) => {
    turn.current += 1;
    return <span key={turn.current}>{text}</span>;
  };
  return {
    done: (icon: LucideIcon, text: ReactNode, undo?: NonNullable<ToastContent['undo']>) =>
      onToast({ icon, text: words(text), ...(undo === undefined ? {} : { undo }) }),
    failed: (error: AppError) => {
      const { what, safe } = errorText(error);
      onToast({ icon: TriangleAlert, text: words(`${what} ${safe}`) });
    },
  };
}
