import { type Item, itemsOf } from './search-items.ts';
import { operatorNamed } from './search-operators.ts';
import { asksNothing, parseQuery } from './search-query.ts';

/** A query as it stands in the field: finished operators as chips, the rest as text. Joined, they are the query. */
export interface SplitQuery {
  operators: readonly string[];
  rest: string;
}

/** An operator as it is shown: its name with the colon, and its value without quotes. */
export interface Chip {
  name: string;
  value: string;
}

/**
 * Takes the operators out of a query that are finished and understood.
 *
 * @param ended also one that nothing follows: the query comes from elsewhere and is not being typed
 */
export function splitQuery(text: string, ended = false): SplitQuery {
  const operators: string[] = [];
  let rest = '';
  let at = 0;
  for (const item of itemsOf(text)) {
    const source = text.slice(item.from, item.to);
    if ((item.open && !ended) || !isUnderstood(item, source)) continue;
    operators.push(item.open && item.quoted ? `${source}"` : source);
    rest += text.slice(at, item.from);
    at = item.to;
  }
  rest += text.slice(at);
  return { operators, rest: operators.length === 0 ? text : rest.replace(/\s{2,}/gu, ' ').trimStart() };
}

/** The query that a field shows. */
export const joinQuery = ({ operators, rest }: SplitQuery): string => [...operators, rest].join(' ').trim();

/** The parts of a chip. */
export function chipOf(operator: string): Chip {
  const colon = operator.indexOf(':') + 1;
  const value = operator.slice(colon).replace(/^["„“”«»]|["„“”«»]$/gu, '');
  return { name: operator.slice(0, colon), value };
}

function isUnderstood({ name, value }: Item, source: string): boolean {
  if (name === null || value.trim() === '' || operatorNamed(name) === undefined) return false;
  const query = parseQuery(`${source} `);
  return query.notes.length === 0 && !asksNothing(query);
}
