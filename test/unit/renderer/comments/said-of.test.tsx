import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { saidOf } from '../../../../renderer/features/comments/said-of.tsx';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

const approved = (name: string) => `Approved ${name}.`;

test.each([
  ['Гергана', 'bg'],
  ['Eli Whitmore', 'en'],
])('the name of %s is in its own language, the sentence in that of the app', (name, language) => {
  setupLanguage('en');
  expect(renderToStaticMarkup(saidOf(approved, name))).toBe(
    `<span title="Approved ${name}.">Approved <bdi lang="${language}">${name}</bdi>.</span>`,
  );
});

test('a name stays text', () => {
  expect(renderToStaticMarkup(saidOf(approved, '<img src=x>'))).toContain('&lt;img src=x&gt;</bdi>');
});
