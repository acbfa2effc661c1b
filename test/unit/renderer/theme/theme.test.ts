import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = `${import.meta.dirname}/../../../../renderer/theme`;
const files = readdirSync(folder).filter((name) => name.endsWith('.css'));
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
/** All style sheets of the page: those of the theme, and those of its views. */
const all = globSync(`${folder}/../**/*.css`)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const [normal = '', contrast = ''] = read('tokens.css').split('@media (prefers-contrast: more)');

/** Colours of the tokens as `name → [light, dark]`, hex only. */
function colours(css: string): Map<string, readonly [string, string]> {
  const found = css.matchAll(/--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]));
}

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['desk', 'desk-hover', 'tray', 'tray-hover', 'paper', 'raised', 'well', 'accent-tint'];
const states = ['pending', 'approved', 'spam', 'trash', 'conflict', 'waiting', 'failed'];
const tiles = [1, 2, 3, 4, 5, 6].map((tile) => `tile-${tile}`);

/** [text, surface, least ratio]: 4.5 for words, 3 for borders that must be seen. */
const pairs: [string, string, number][] = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) =>
    surfaces.map((on): [string, string, number] => [ink, on, 4.5]),
  ),
  ...states.flatMap((state) =>
    [...surfaces, `${state}-tint`].map((on): [string, string, number] => [state, on, 4.5]),
  ),
  ...[...tiles, 'mark', 'ins-tint', 'del-tint'].map((on): [string, string, number] => ['ink', on, 4.5]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['paper', 'ink', 4.5],
  ...['paper', 'raised', 'well', 'tray'].map((on): [string, string, number] => ['control', on, 3]),
  ...surfaces.map((on): [string, string, number] => ['focus', on, 3]),
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_theme, index) => {
  const tokens = colours(normal);
  const more = new Map([...tokens, ...colours(contrast)]);
  const value = (from: typeof tokens, name: string) => from.get(name)?.[index] ?? `missing ${name}`;

  test('every text colour can be read on every surface it may stand on', () => {
    for (const [text, surface, least] of pairs) {
      expect([text, surface, ratio(value(tokens, text), value(tokens, surface)) >= least]).toEqual([
        text,
        surface,
        true,
      ]);
    }
  });

  test('more contrast is more', () => {
    for (const surface of ['desk', 'tray', 'paper']) {
      expect(ratio(value(more, 'ink-3'), value(more, surface))).toBeGreaterThan(
        ratio(value(tokens, 'ink-3'), value(tokens, surface)),
      );
    }
  });
});

test('every token that is used exists', () => {
  const defined = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  // Set by the primitives library on what it positions.
  const foreign = ['--available-height', '--anchor-width'];
  const used = [...all.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);
  expect(used.length).toBeGreaterThan(500);
  expect(used.filter((name) => !defined.has(name) && !foreign.includes(name))).toEqual([]);
});

test('every file is part of the theme, and each in a layer except fonts', () => {
  const imports = [...read('index.css').matchAll(/@import url\("\.\/([\w-]+\.css)"\)( layer\(\w+\))?;/g)];
  expect(imports.map(([, name]) => name).sort()).toEqual(files.filter((name) => name !== 'index.css').sort());
  expect(imports.filter(([, , layer]) => layer === undefined).map(([, name]) => name)).toEqual(['fonts.css']);
});

test('nothing comes from elsewhere, and the theme follows the system without a switch', () => {
  expect(all).not.toMatch(/https?:|url\(["']?(data:|\/\/)/);
  expect(all).not.toContain('data-theme');
});

/** Numbers of classes, attributes and pseudo-classes in a selector, those within `:not()` counted, too. */
const weight = (selector: string): number => (selector.match(/\.[\w-]+|\[|:(?!not)[a-z-]+/g) ?? []).length;

test('a button that is off looks so under the pointer, too', () => {
  const selectors = [...read('controls.css').matchAll(/([^{}]+)\{/g)]
    .flatMap(([, list = '']) => list.split(/,(?![^(]*\))/))
    .map((one) => one.replace(/\/\*[\s\S]*?\*\//g, '').trim())
    .filter((one) => one.startsWith('.button'));
  const off = selectors.indexOf('.button[disabled]');
  const under = selectors.map((one, index) => ({ one, index })).filter(({ one }) => one.includes(':hover'));
  expect(under.map(({ one }) => one)).toContain('.button:hover');
  for (const { one, index } of under) {
    const yields = one.includes(':not([disabled]') || (weight(one) <= 2 && index < off);
    expect([one, yields]).toEqual([one, true]);
  }
});
