import { attackStrings } from './attack-strings.ts';

/** A comment that carries one attack in every field that a stranger can fill in, cut to what the database holds. */
export interface HostileComment {
  author: string;
  email: string;
  url: string;
  agent: string;
  text: string;
  /** GMT, `YYYY-MM-DD HH:MM:SS`, a minute after the one before. */
  date: string;
}

const encoder = new TextEncoder();

/** The start of a text that fits into so many bytes of UTF-8. */
function cut(text: string, bytes: number): string {
  let kept = text;
  while (encoder.encode(kept).length > bytes) kept = kept.slice(0, -1);
  return kept.toWellFormed();
}

/** All attacks as comments; the last one is harmless and shows that the way there was gone to its end. */
export const hostileComments: readonly HostileComment[] = [
  ...attackStrings.map(({ html }) => html),
  'Мир вам.',
].map((html, index) => ({
  author: cut(html, 245),
  email: cut(html, 100),
  url: cut(html, 200),
  agent: cut(html, 254),
  text: html,
  date: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString().slice(0, 19).replace('T', ' '),
}));
