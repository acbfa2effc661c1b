import { describe, expect, test } from 'vitest';
import { languages } from '../../../../renderer/i18n/language.ts';
import { resources } from '../../../../renderer/i18n/resources.ts';

type Texts = { [key: string]: string | Texts };

/** All texts of a tree as `path → text`. */
function flatten(tree: Texts, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') texts.set(path, value);
    else for (const [inner, text] of flatten(value, path)) texts.set(inner, text);
  }
  return texts;
}

/** The placeholders of a text with their formats, sorted; "one" may leave out its count. */
function placeholders(path: string, text: string): string[] {
  const found = [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map((match) => match[1] ?? '').sort();
  return path.endsWith('_one') ? found.filter((name) => !name.startsWith('count')) : found;
}

const texts = Object.fromEntries(languages.map((language) => [language, flatten(resources[language])]));
const english = flatten(resources.en);

describe.each(languages)('texts in %s', (language) => {
  const own = texts[language] ?? new Map<string, string>();

  test('has the keys of the English texts, in the same order', () => {
    expect([...own.keys()]).toEqual([...english.keys()]);
  });

  test('has the placeholders of the English texts', () => {
    for (const [path, text] of english) {
      expect([path, placeholders(path, own.get(path) ?? '')]).toEqual([path, placeholders(path, text)]);
    }
  });

  test('has no empty text, no stray space, no exclamation mark, no typewriter quotes', () => {
    for (const [path, text] of own) {
      expect(text, path).toMatch(/\S/);
      expect(text, path).toBe(text.trim());
      expect(text, path).not.toMatch(/[!"']/);
    }
  });

  test('has every plural form its grammar needs', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const bases = [...own.keys()].filter((path) => path.endsWith('_other'));
    expect(bases.length).toBeGreaterThan(10);
    for (const base of bases) {
      for (const form of forms) expect([...own.keys()]).toContain(base.replace(/_other$/, `_${form}`));
    }
  });
});

test('the Bulgarian texts are in Cyrillic, except for names', () => {
  // A date, say, has no letters.
  const latinOnly = [...flatten(resources.bg)].filter(
    ([, text]) => /\p{Script=Latin}/u.test(text) && !/\p{Script=Cyrillic}/u.test(text),
  );
  const allowed = /^(Copydesk|IP|\W*\{\{.*\}\}\W*)$/;
  expect(latinOnly.filter(([, text]) => !allowed.test(text))).toEqual([]);
});

test('the English texts hold no Cyrillic', () => {
  for (const [path, text] of english) expect(text, path).not.toMatch(/\p{Script=Cyrillic}/u);
});
