import type { Segments } from './hits.ts';

/** A text with what was looked for marked: by colour and by a line under it. */
export function MarkedText({ segments }: { segments: Segments }) {
  let at = 0;
  return segments.map(({ text, marked }) => {
    const key = at;
    at += text.length;
    return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
