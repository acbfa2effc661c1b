import { firstDayOf, isHalfADate } from './search-dates.ts';
import { type Item, itemsOf } from './search-items.ts';
import {
  type Feature,
  featureNamed,
  isHalfAName,
  operatorNamed,
  type SearchState,
  stateNamed,
} from './search-operators.ts';
import { wordsOf } from './search-words.ts';

/** Words that stand side by side. One word is the usual case. */
export interface Phrase {
  words: readonly string[];
  /** The last word matches any ending. */
  prefix: boolean;
  /** In quotes: only these forms of the words, no others of the same stem. */
  exact: boolean;
}

/** What one operator allows: any of `any` (if there is one), none of `none`. */
export interface Choice<T> {
  any: readonly T[];
  none: readonly T[];
}

/** Something in a query that could not be used, told gently beside the results. */
export interface QueryNote {
  kind: 'unknown-operator' | 'unknown-value' | 'shortened';
  /** As typed. */
  text: string;
}

/** A query as the index understands it. Different operators narrow, several values of one widen. */
export interface SearchQuery {
  all: readonly Phrase[];
  none: readonly Phrase[];
  author: Choice<Phrase>;
  /** Parts of an address, lower case. */
  email: Choice<string>;
  post: Choice<Phrase>;
  /** Part of a site's name or address, as typed. */
  site: Choice<string>;
  is: Choice<SearchState>;
  /** All of `any`, unlike the others: one thing excludes no other. */
  has: Choice<Feature>;
  /** First day that counts and first day that does not any more, `YYYY-MM-DD`, in the reader's own zone. */
  from: string | null;
  until: string | null;
  notes: readonly QueryNote[];
}

/** More pieces than anybody types; the rest of a pasted page is left out, and said to be. */
const MOST_ITEMS = 24;

type Lists<T> = { any: T[]; none: T[] };
interface Draft {
  all: Phrase[];
  none: Phrase[];
  author: Lists<Phrase>;
  email: Lists<string>;
  post: Lists<Phrase>;
  site: Lists<string>;
  is: Lists<SearchState>;
  has: Lists<Feature>;
  from: string | null;
  until: string | null;
  notes: QueryNote[];
}

const lists = <T>(): Lists<T> => ({ any: [], none: [] });

const emptyDraft = (): Draft => ({
  ...{
    all: [],
    none: [],
    author: lists(),
    email: lists(),
    post: lists(),
    site: lists(),
    is: lists(),
    has: lists(),
  },
  ...{ from: null, until: null, notes: [] },
});

/**
 * Reads whatever was typed; there is no wrong query. An operator or value that is not known is taken as words, with a
 * note, unless it may still be in the middle of being typed.
 */
export function parseQuery(text: string): SearchQuery {
  const draft = emptyDraft();
  const items = itemsOf(text);
  for (const item of items.slice(0, MOST_ITEMS)) take(draft, item);
  if (items.length > MOST_ITEMS) draft.notes.push({ kind: 'shortened', text: '' });
  return draft;
}

/** Whether nothing in the query narrows anything: there is nothing to look for (yet). */
export const asksNothing = (query: SearchQuery): boolean =>
  [
    query.all,
    query.none,
    ...[query.author, query.email, query.post, query.site, query.is, query.has].map(both),
  ].every((list) => list.length === 0) &&
  query.from === null &&
  query.until === null;

const both = ({ any, none }: Choice<unknown>): readonly unknown[] => [...any, ...none];

function take(draft: Draft, item: Item): void {
  const operator = item.name === null ? undefined : operatorNamed(item.name);
  const side = item.not ? 'none' : 'any';
  const value = item.value.trim();
  if (operator === undefined) takeWords(draft, item);
  else if (value === '') return;
  else if (operator === 'author' || operator === 'post') draft[operator][side].push(...namesOf(item));
  else if (operator === 'email' || operator === 'site') draft[operator][side].push(value.toLowerCase());
  else if (operator === 'is' || operator === 'has') takeNamed(draft, operator, item, side);
  else takeDate(draft, item, (operator === 'before') !== item.not);
}

function takeWords(draft: Draft, item: Item): void {
  const { name, value } = item;
  // `https://…` and `18:40` are no operators that somebody meant.
  const looksMeant = name !== null && name.length > 1 && value !== '' && !value.startsWith('/');
  if (looksMeant) draft.notes.push({ kind: 'unknown-operator', text: `${name}:` });
  const side = item.not ? draft.none : draft.all;
  if (name !== null && looksMeant)
    side.push(...phrasesOf({ ...item, value: name, quoted: false, open: false }));
  side.push(...phrasesOf(name === null || looksMeant ? item : { ...item, value: `${name}:${value}` }));
}

/** A piece as words side by side, or nothing where it holds none. Left out words match any ending, except in quotes. */
function phrasesOf({ value, quoted, open, not }: Item): Phrase[] {
  const words = wordsOf(value);
  if (words.length === 0) return [];
  const starred = /\*\s*$/u.test(value);
  return [{ words, prefix: starred || (quoted ? open : !not), exact: quoted }];
}

/** Names and titles match by their beginning, also in quotes: those only hold the words together. */
const namesOf = (item: Item): Phrase[] => phrasesOf(item).map((phrase) => ({ ...phrase, prefix: true }));

function takeNamed(draft: Draft, operator: 'is' | 'has', item: Item, side: 'any' | 'none'): void {
  for (const part of item.value.split(',').filter((one) => one.trim() !== '')) {
    const name = part.trim();
    const [state, feature] = operator === 'is' ? [stateNamed(name)] : [undefined, featureNamed(name)];
    if (state !== undefined) draft.is[side].push(state);
    else if (feature !== undefined) draft.has[side].push(feature);
    else takeUnknown(draft, { ...item, value: part }, isHalfAName(operator, part));
  }
}

function takeDate(draft: Draft, item: Item, isEnd: boolean): void {
  const day = firstDayOf(item.value);
  // `-before:` is exactly what `before:` leaves out, and the other way round. The narrowest of several counts.
  if (day === null) takeUnknown(draft, item, isHalfADate(item.value));
  else if (isEnd) draft.until = draft.until === null || day < draft.until ? day : draft.until;
  else draft.from = draft.from === null || day > draft.from ? day : draft.from;
}

/** A value that the operator does not know is looked for as words; half a value waits for its rest. */
function takeUnknown(draft: Draft, item: Item, isHalf: boolean): void {
  if (item.open && isHalf) return;
  draft.notes.push({ kind: 'unknown-value', text: `${item.name}:${item.value}` });
  (item.not ? draft.none : draft.all).push(...phrasesOf(item));
}
