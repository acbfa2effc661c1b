/** One piece of what was typed: a word, a phrase in quotes, or an operator with its value. */
export interface Item {
  /** `-` stood before it. */
  not: boolean;
  /** What stood before the colon, as typed; null for words and phrases. */
  name: string | null;
  /** Without quotes. */
  value: string;
  quoted: boolean;
  /** Nothing follows, and no closing quote says that this is all: more may be typed. */
  open: boolean;
  /** Where it stands in what was typed, end excluded. */
  from: number;
  to: number;
}

/** English, Bulgarian and French quotes: any of them opens, any closes. */
const QUOTES = '"„“”«»';
const NAME = /(\p{L}+):/uy;
const BARE = new RegExp(`[^\\s${QUOTES}]+`, 'uy');
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)`, 'uy');
const SPACE = /\s*/uy;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readItem(text: string, from: number): Item {
  const not = text[from] === '-' && /[^\s-]/u.test(text[from + 1] ?? '');
  const afterMinus = not ? from + 1 : from;
  const named = matchAt(NAME, text, afterMinus);
  const at = afterMinus + (named?.[0].length ?? 0);
  const name = named?.[1] ?? null;
  const quoted = matchAt(QUOTED, text, at);
  if (quoted !== null) {
    const to = at + quoted[0].length;
    return { not, name, value: quoted[1] ?? '', quoted: true, open: quoted[2] === '', from, to };
  }
  const value = matchAt(BARE, text, at)?.[0] ?? '';
  const to = at + value.length;
  return { not, name, value, quoted: false, open: to === text.length, from, to };
}

/** What was typed, piece by piece. Every text has a reading: an unclosed quote goes to the end. */
export function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  let at = matchAt(SPACE, text, 0)?.[0].length ?? 0;
  while (at < text.length) {
    const item = readItem(text, at);
    items.push(item);
    at = item.to + (matchAt(SPACE, text, item.to)?.[0].length ?? 0);
  }
  return items;
}
