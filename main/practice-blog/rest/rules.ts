import { parseRestDate } from '../site-time.ts';
import type { Params } from './call.ts';
import { type Reply, refuseParams } from './reply.ts';

interface Problem {
  code: string;
  message: string;
}

/** Reads one parameter; undefined means it was not sent. */
export type Rule<T> = (raw: unknown, name: string) => { value: T } | { problem: Problem };

type Values<R> = { [K in keyof R]: R[K] extends Rule<infer T> ? T : never };

/** Reads every named parameter, or refuses with all that were wrong. Unknown ones are ignored, as WordPress does. */
export function read<R extends Record<string, Rule<unknown>>>(
  params: Params,
  rules: R,
): { values: Values<R> } | { refused: Reply } {
  const values: Record<string, unknown> = {};
  const problems: Record<string, Problem> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const result = rule(params.get(name), name);
    if ('problem' in result) problems[name] = result.problem;
    else values[name] = result.value;
  }
  if (Object.keys(problems).length > 0) return { refused: refuseParams(problems) };
  return { values: values as Values<R> };
}

/** Makes a parameter optional with a value for "not sent". */
export function or<T, D>(fallback: D, rule: Rule<T>): Rule<T | D> {
  return (raw, name) => (raw === undefined ? { value: fallback } : rule(raw, name));
}

/** Lets `null` through, which says "none" where an empty text would be a wrong value. */
export function orNull<T>(rule: Rule<T>): Rule<T | null> {
  return (raw, name) => (raw === null ? { value: null } : rule(raw, name));
}

/** A whole number within bounds. */
export function integer(min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): Rule<number> {
  return (raw, name) => {
    const value = typeof raw === 'string' && /^-?\d+$/.test(raw.trim()) ? Number(raw) : raw;
    if (typeof value !== 'number' || !Number.isInteger(value))
      return wrong('rest_invalid_type', `${name} is not of type integer.`);
    if (value < min || value > max)
      return wrong('rest_out_of_bounds', `${name} must be between ${min} and ${max}.`);
    return { value };
  };
}

/** `1,2`, `[]=1&[]=2` or a JSON list of whole numbers. */
export const integers: Rule<number[]> = (raw, name) => {
  const items = toList(raw).map((item, index) => integer()(item, `${name}[${index}]`));
  const bad = items.find((item) => 'problem' in item);
  if (bad !== undefined) return bad;
  return { value: items.flatMap((item) => ('value' in item ? [item.value] : [])) };
};

/** `a,b` or a list of texts. */
export const texts: Rule<string[]> = (raw) => ({ value: toList(raw).map(String) });

/** Any text; numbers become text. */
export const text: Rule<string> = (raw, name) =>
  typeof raw === 'string' || typeof raw === 'number'
    ? { value: String(raw) }
    : wrong('rest_invalid_type', `${name} is not of type string.`);

/** Text given as it is or as `{ raw }`, which is how posts and comments take theirs. */
export const rawText: Rule<string> = (raw, name) =>
  typeof raw === 'object' && raw !== null && 'raw' in raw ? text(raw.raw, name) : text(raw, name);

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[]): Rule<T> {
  return (raw, name) => {
    const found = words.find((word) => word === raw);
    return found === undefined
      ? wrong('rest_not_in_enum', `${name} is not one of ${words.join(', ')}.`)
      : { value: found };
  };
}

/** True or false, also in the forms an address can carry. */
export const flag: Rule<boolean> = (raw, name) => {
  if (raw === true || raw === 'true' || raw === '1' || raw === 1) return { value: true };
  if (raw === false || raw === 'false' || raw === '0' || raw === 0 || raw === '') return { value: false };
  return wrong('rest_invalid_type', `${name} is not of type boolean.`);
};

/** A date as a GMT stamp; without a zone in the text it is read in `zone`. */
export function date(zone: 'site' | 'gmt'): Rule<string> {
  return (raw) => {
    const stamp = typeof raw === 'string' ? parseRestDate(raw, zone) : null;
    return stamp === null ? wrong('rest_invalid_date', 'Invalid date.') : { value: stamp };
  };
}

/** A date, or null for "forget it". */
export function dateOrNull(zone: 'site' | 'gmt'): Rule<string | null> {
  return (raw, name) => (raw === null ? { value: null } : date(zone)(raw, name));
}

function wrong(code: string, message: string): { problem: Problem } {
  return { problem: { code, message } };
}

function toList(raw: unknown): unknown[] {
  if (Array.isArray(raw)) return raw;
  return String(raw)
    .split(/[\s,]+/)
    .filter((item) => item !== '');
}
