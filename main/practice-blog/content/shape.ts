/**
 * When a comment was written: `+3 18:20` is the third day after its post, at 18:20 in the blog's zone;
 * `ago 26:10` is so many hours and minutes before the blog was opened for the first time.
 */
export type SeedTime = `+${number} ${number}:${number}` | `ago ${number}:${number}`;

/** Somebody who comments. Mail and web addresses are on `.example`, IPs from the ranges kept for documentation. */
export interface Person {
  name: string;
  email: string;
  url?: string;
  ip: string;
  agent: string;
}

export interface SeedComment {
  who: Person | 'owner';
  at: SeedTime;
  text: string;
  /** Answers the n-th comment of the same list, counted from 1. */
  re?: number;
  status?: 'approved' | 'hold' | 'spam' | 'trash';
  type?: 'comment' | 'pingback';
}

export interface SeedPost {
  slug: string;
  title: string;
  /** How many days before now it came out (or was last written, for drafts); negative lies ahead. */
  daysAgo: number;
  at: `${number}:${number}`;
  status?: 'publish' | 'future' | 'draft' | 'private';
  /** By slug. */
  categories: string[];
  tags?: string[];
  excerpt?: string;
  guest?: boolean;
  sticky?: boolean;
  commentsClosed?: boolean;
  content: string;
  comments?: SeedComment[];
}

export interface SeedTerm {
  slug: string;
  name: string;
  /** Slug of the category above. */
  under?: string;
}

/** Writes one comment of a thread in a line. */
export function say(
  who: Person | 'owner',
  at: SeedTime,
  text: string,
  more: Pick<SeedComment, 're' | 'status' | 'type'> = {},
): SeedComment {
  return { who, at, text, ...more };
}
