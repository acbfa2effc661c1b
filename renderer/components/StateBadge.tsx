import {
  ArrowUpFromLine,
  CalendarClock,
  Check,
  CircleDot,
  Globe,
  Hourglass,
  Lock,
  type LucideIcon,
  OctagonX,
  PencilLine,
  Split,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SourceTexts } from '../i18n/resources.ts';
import { classNames } from './class-names.ts';
import { Icon, type Tone } from './Icon.tsx';

/** The states of a comment and of a post, by the names of the texts in `status`. */
export type CommentState = keyof SourceTexts['status']['comment'];
export type PostState = keyof SourceTexts['status']['post'];

const looks: Record<CommentState | PostState, readonly [LucideIcon, Tone | null]> = {
  pending: [CircleDot, 'pending'],
  approved: [Check, 'approved'],
  sent: [Check, 'approved'],
  spam: [OctagonX, 'spam'],
  trash: [Trash2, 'trash'],
  conflict: [Split, 'conflict'],
  waiting: [ArrowUpFromLine, 'waiting'],
  unconfirmed: [ArrowUpFromLine, 'waiting'],
  failed: [TriangleAlert, 'failed'],
  draft: [PencilLine, null],
  published: [Globe, null],
  scheduled: [CalendarClock, null],
  private: [Lock, null],
  pendingReview: [Hourglass, null],
};

type StateBadgeProps = {
  /** Boxed only where it must stop the eye. */
  boxed?: boolean;
  /** Other words than the usual ones, such as "3 links" or a date. */
  label?: string | undefined;
} & ({ of: 'comment'; state: CommentState } | { of: 'post'; state: PostState });

/** A state as icon, word and colour: never by colour alone. */
export function StateBadge({ boxed = false, label, ...is }: StateBadgeProps) {
  const { t } = useTranslation('status');
  const [icon, tone] = looks[is.state];
  const word = is.of === 'comment' ? t(`comment.${is.state}`) : t(`post.${is.state}`);
  return (
    <span className={classNames('state', tone ?? 'plain-state', boxed && 'boxed')}>
      <Icon of={icon} />
      {label ?? word}
    </span>
  );
}
