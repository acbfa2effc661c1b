import { expect, test } from 'vitest';
import { installTrustedTypes, isOwnScript } from '../../../../renderer/security/trusted-types.ts';

test.each([
  ['./assets/search-1a2b.js', 'app://ui/index.html', true],
  ['app://ui/assets/search.js', 'app://ui/index.html', true],
  ['http://127.0.0.1:5173/worker.js', 'http://127.0.0.1:5173/', true],
  ['app://other/assets/search.js', 'app://ui/index.html', false],
  ['https://evil.example/a.js', 'app://ui/index.html', false],
  ['http://127.0.0.1:5174/worker.js', 'http://127.0.0.1:5173/', false],
  ['data:text/javascript,alert(1).js', 'app://ui/index.html', false],
  ['blob:app://ui/1234.js', 'app://ui/index.html', false],
  ['javascript:alert(1)//.js', 'app://ui/index.html', false],
  ['./media/picture.png', 'app://ui/index.html', false],
  ['', 'app://ui/index.html', false],
])('script %s on %s: %s', (url, page, own) => {
  expect(isOwnScript(url, page)).toBe(own);
});

test('one default policy, which makes no scripts out of text', () => {
  const made: [string, string[]][] = [];
  installTrustedTypes({
    trustedTypes: { createPolicy: (name, rules) => made.push([name, Object.keys(rules)]) },
    location: { href: 'app://ui/index.html' },
  });
  expect(made).toEqual([['default', ['createHTML', 'createScriptURL']]]);
});

test('a host without trusted types is left alone', () => {
  expect(() => installTrustedTypes({ location: { href: 'app://ui/index.html' } })).not.toThrow();
});
