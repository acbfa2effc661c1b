import { expect, test } from 'vitest';
import { linkTarget } from '../../../../renderer/components/link-target.ts';

test.each([
  ['https://gari.example/126', 'gari.example/126'],
  ['https://www.gari.example/', 'gari.example'],
  ['http://gari.example:8080/a?b=c', 'gari.example:8080/a?b=c'],
  ['https://gari.example/%D0%B2%D0%BB%D0%B0%D0%BA', 'gari.example/влак'],
  ['https://gari.example/%FF', 'gari.example/%FF'],
  ['https://user:pass@gari.example/', 'gari.example'],
  ['https://bank.example@evil.example/login', 'evil.example/login'],
  ['mailto:mila@poshta.example', 'mila@poshta.example'],
])('%s leads to %s', (href, text) => {
  expect(linkTarget(href)).toEqual({ text, unusual: false });
});

test('a name with letters outside Latin is shown as the network knows it, and marked', () => {
  // The first letter is a Cyrillic "а".
  expect(linkTarget('https://\u0430pple.example/')).toEqual({ text: 'xn--pple-43d.example', unusual: true });
  expect(linkTarget('https://пример.бг/')?.unusual).toBe(true);
});

test('a long path is cut', () => {
  const target = linkTarget(`https://gari.example/${'a'.repeat(200)}`);
  expect(target?.text).toHaveLength(48);
  expect(target?.text.endsWith('…')).toBe(true);
});

test.each(['javascript:alert(1)', '#comment-7', '/relative', 'data:text/html,x', 'file:///etc/passwd', ''])(
  '%j leads to no site',
  (href) => {
    expect(linkTarget(href)).toBeNull();
  },
);
