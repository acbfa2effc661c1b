import type { DecisionKind } from '../../../main/domain/decision.ts';
import { statusAfter } from '../../../main/domain/status-after.ts';
import type { CallInput, CallOutput } from '../../data/request.ts';

export type CommentFilter = CallInput<'comments', 'list'>['filter'];
export type CommentOrder = CallInput<'comments', 'list'>['order'];
export type CommentRowData = CallOutput<'comments', 'list'>['rows'][number];
export type CommentDetail = CallOutput<'comments', 'get'>;
export type Thread = CallOutput<'comments', 'thread'>;
export type ThreadComment = Thread['comments'][number];
export type Person = CallOutput<'comments', 'get'>['person'];
export type CommentStatus = CommentRowData['status'];

const filters: readonly CommentFilter[] = ['pending', 'approved', 'spam', 'trash', 'all'];

/** The list that a place names; what it cannot name is the list of what waits. */
export const asFilter = (name: string): CommentFilter =>
  filters.find((filter) => filter === name) ?? 'pending';

/** What waits is taken oldest first, so that nobody waits forever; everything else is read newest first. */
export const firstOrder = (filter: CommentFilter): CommentOrder =>
  filter === 'pending' ? 'oldest' : 'newest';

/** Decisions in the order of their buttons. */
const decisions: readonly DecisionKind[] = ['approve', 'hold', 'spam', 'trash'];

/** The key of each decision, as in wp-admin. */
export const decisionKeys: Record<DecisionKind, string> = { approve: 'A', hold: 'U', spam: 'S', trash: 'D' };

/** What a decision is called for a comment of this status: from spam or trash, a comment is restored. */
export const decisionText = (decision: DecisionKind, status: CommentStatus): DecisionKind | 'restore' =>
  decision === 'hold' && !takesReplies(status) ? 'restore' : decision;

/** The decisions that change something for a comment of this status. */
export const fittingDecisions = (status: CommentStatus): readonly DecisionKind[] =>
  decisions.filter((decision) => statusAfter(decision) !== status);

/** Whether a comment that gets this status leaves the list. `all` holds what readers see or may come to see. */
export const leavesList = (filter: CommentFilter, after: CommentStatus): boolean =>
  filter === 'all' ? after === 'spam' || after === 'trash' : after !== filter;

/** WordPress takes no answers to what is in its spam or trash. */
export const takesReplies = (status: CommentStatus): boolean => status === 'pending' || status === 'approved';
