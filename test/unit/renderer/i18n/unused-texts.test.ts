import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { resources } from '../../../../renderer/i18n/resources.ts';

type Texts = { [key: string]: string | Texts };

const root = path.resolve(import.meta.dirname, '../../../..');

interface Source {
  /** Everything in quotes: whole keys are found here, and the values that stand for a part of one. */
  quoted: ReadonlySet<string>;
  /** Names of properties: keys of records, and the parts of `texts.file.save` in the native menu. */
  properties: ReadonlySet<string>;
  /** Keys with a part that is known only at run time, such as `action.${decision}`. */
  patterns: readonly RegExp[];
  /** The areas whose texts the file asks for, the one it asks first for each translator; none if it hands keys on. */
  areas: ReadonlySet<string>;
  /** Those where a translator looks when the first area has no such key. */
  further: ReadonlySet<string>;
}

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** `action.${decision}` as a pattern whose groups are the parts known at run time. */
const keyPattern = (template: string) =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '([\\w-]+)')}$`);

function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const quoted = new Set(found(text, /'([\w.:-]+)'/g));
  const areas = found(text, /(?:useTranslation|TFunction|getFixedT)\w*[(<](?:[\w.]+, )?\[?'(\w+)'/g);
  if (/useTranslation\(\)/.test(text)) areas.push('common');
  return {
    quoted,
    properties: new Set([...found(text, /\b(\w+)\??:/g), ...found(text, /\b(\w+(?:\.\w+)+)\b/g)]),
    patterns: found(text, /`((?:[\w:-]+\.)+\$\{[^`]+?)`/g).map(keyPattern),
    areas: new Set(areas),
    further: new Set(found(text, /useTranslation\(\['\w+', '(\w+)'\]\)/g)),
  };
}

/** Every key with its area; forms of the plural are one key. */
function keysOf(tree: Texts, prefix: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [prefix + key.replace(/_(one|other)$/, '')]
      : keysOf(value, `${prefix}${key}.`),
  );
}

const files = globSync('{renderer,main}/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/^renderer\/i18n\/(en|bg)\//.test(file),
);
const sources = files.map(readSource);

/** The value of a part that is known at run time must be written somewhere too. */
const isWritten = (part: string) =>
  sources.some(({ quoted, properties }) => quoted.has(part) || properties.has(part));

function isUsed(area: string, key: string): boolean {
  // The native menu takes its texts as properties, because main has no translator.
  if (area === 'menu') return sources.some(({ properties }) => properties.has(`texts.${key}`));
  return sources.some((source) => {
    if (source.quoted.has(`${area}:${key}`)) return true;
    const isFirst = source.areas.size === 0 || source.areas.has(area);
    if (source.quoted.has(key)) return isFirst || source.further.has(area);
    return isFirst && source.patterns.some((pattern) => pattern.exec(key)?.slice(1).every(isWritten));
  });
}

test('every text is used somewhere', () => {
  const keys = Object.entries(resources.en).flatMap(([area, tree]) =>
    [...new Set(keysOf(tree, ''))].map((key) => [area, key] as const),
  );
  expect(keys.length).toBeGreaterThan(300);
  expect(keys.filter(([area, key]) => !isUsed(area, key)).map((key) => key.join(':'))).toEqual([]);
});

test('a text that nothing asks for is noticed', () => {
  expect(isUsed('comments', 'action.label')).toBe(true);
  expect(isUsed('comments', 'action.approve')).toBe(true);
  expect(isUsed('comments', 'action.abolish')).toBe(false);
  expect(isUsed('menu', 'file.save')).toBe(true);
  expect(isUsed('menu', 'file.forget')).toBe(false);
});
