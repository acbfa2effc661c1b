import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';

/** Colours an icon may take: a state's, or none. */
export type Tone = 'pending' | 'approved' | 'spam' | 'trash' | 'conflict' | 'waiting' | 'failed';

type IconProps = {
  /** An icon imported from lucide-react. */
  of: LucideIcon;
  /** 13 px instead of 16. */
  small?: boolean;
  tone?: Tone | undefined;
  className?: string;
};

/** A decorative icon at the design's size and stroke: the words beside it carry the meaning. */
export function Icon({ of: Drawing, small = false, tone, className }: IconProps) {
  return <Drawing className={classNames('icon', small && 'small', tone, className)} aria-hidden />;
}
