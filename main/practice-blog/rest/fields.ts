import type { Params } from './call.ts';

/**
 * Keeps only the fields asked for by `_fields`, in lists and in single records. Nested names (`content.raw`)
 * reach into records, except where `flat` says that the route does not know them: there WordPress leaves the
 * whole field out. Links are chosen by name in lists only; a single record gives all of them or none, because
 * WordPress adds them after the choice. An answer with nothing left is an empty list: PHP cannot tell it from a record.
 */
export function keepFields(body: unknown, params: Params, flat: boolean): unknown {
  const wanted = fieldNames(params.get('_fields'));
  if (wanted.length === 0) return body;
  const known = wanted.filter((name) => !flat || !name.includes('.') || name.startsWith('_links.'));
  if (Array.isArray(body)) return body.map((item) => pick(item, toPaths(known)));
  return pick(body, toPaths(known.map((name) => name.replace(/^_links\..*/, '_links'))));
}

function toPaths(names: string[]): string[][] {
  return names.map((name) => name.split('.'));
}

function fieldNames(raw: unknown): string[] {
  const list = Array.isArray(raw) ? raw.map(String) : String(raw ?? '').split(',');
  return list.map((name) => name.trim()).filter((name) => name !== '');
}

function pick(item: unknown, paths: string[][]): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const kept = Object.entries(item).flatMap(([key, value]) => {
    const here = paths.filter((path) => path[0] === key);
    if (here.length === 0) return [];
    const whole = here.some((path) => path.length === 1);
    return [
      [
        key,
        whole
          ? value
          : pick(
              value,
              here.map((path) => path.slice(1)),
            ),
      ],
    ];
  });
  return kept.length === 0 ? [] : Object.fromEntries(kept);
}
