import { mentionOf } from './mention.ts';

/** Text between tags of a WordPress comment. */
const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text with the words after which the caret goes. */
export interface Edited {
  text: string;
  caret: number;
}

/**
 * Puts words of the other person into a reply at the caret, as the quotation that WordPress allows in comments, on
 * lines of its own.
 */
export function insertQuote(text: string, caret: number, quoted: string): Edited {
  const before = text.slice(0, caret).trimEnd();
  const after = text.slice(caret).trimStart();
  const quote = `<blockquote>${escapeText(quoted.trim())}</blockquote>`;
  const head = `${before}${before === '' ? '' : '\n\n'}${quote}\n\n`;
  return { text: head + after, caret: head.length };
}

/** Greets the person at the start of the reply, unless it already does. */
export function insertMention(text: string, caret: number, name: string): Edited {
  const mention = mentionOf(name);
  if (text.trimStart().toLowerCase().startsWith(mention.toLowerCase())) return { text, caret };
  const greeting = `${mention}, `;
  return { text: greeting + text.trimStart(), caret: caret + greeting.length };
}
