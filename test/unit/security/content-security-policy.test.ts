import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../main/security/content-security-policy.ts';

/** Directives of a policy, read as CSP 3 says (§ 2.2.1): the first of two of the same name counts. */
function directivesOf(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const token of policy.split(';')) {
    const [name = '', ...values] = token.trim().split(/\s+/u);
    if (name && !directives.has(name)) directives.set(name.toLowerCase(), values);
  }
  return directives;
}

test('the policy lets the app use its own files and nothing else', () => {
  expect(Object.fromEntries(directivesOf(CONTENT_SECURITY_POLICY))).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'frame-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default', 'dompurify'],
  });
});

test('nothing in it opens a door', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(
    /unsafe|\*|https?:|nonce|sha\d|allow-duplicates|strict-dynamic/,
  );
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/[^\x20-\x7e]/);
});
