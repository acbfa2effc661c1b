import { describe, expect, test } from 'vitest';
import { cleanHref, describeLink, hostOfSource } from '../../../../renderer/security/link-address.ts';
import { fc, forAll } from '../../../support/property.ts';

const hostile = fc
  .tuple(
    fc.constantFrom(
      'javascript:',
      'data:',
      'https://',
      'http:',
      'mailto:',
      '//',
      '\t',
      '\u0000',
      'jAvA\nscript:',
    ),
    fc.oneof(fc.webUrl(), fc.string()),
  )
  .map(([start, rest]) => start + rest);

describe('cleanHref', () => {
  test.each([
    ['https://gari.example/126', 'https://gari.example/126'],
    ['HTTP://Gari.Example', 'http://gari.example/'],
    [' \thttps://gari.example/a\nb ', 'https://gari.example/ab'],
    ['https://user:secret@gari.example/', 'https://gari.example/'],
    ['mailto:mila@poshta.example', 'mailto:mila@poshta.example'],
    ['https://гари.example/', 'https://xn--80afq5a.example/'],
  ])('%j may be opened as %s', (raw, cleaned) => {
    expect(cleanHref(raw)).toBe(cleaned);
  });

  test.each([
    '',
    '   ',
    '#',
    '/local',
    '//gari.example',
    'javascript:alert(1)',
    'JaVa\tScript\n:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://gari.example/1',
    'copydesk://auth',
    'https://',
  ])('%j leads nowhere', (raw) => {
    expect(cleanHref(raw)).toBeNull();
  });

  test('an address too long to be opened leads nowhere', () => {
    expect(cleanHref(`https://gari.example/${'a'.repeat(4000)}`)).toBeNull();
  });

  test('links within the post need its address', () => {
    expect(cleanHref('#comment-12', 'https://blog.example/post/')).toBe(
      'https://blog.example/post/#comment-12',
    );
    expect(cleanHref('', 'https://blog.example/post/')).toBeNull();
    expect(cleanHref('javascript:alert(1)', 'https://blog.example/post/')).toBeNull();
  });

  test('whatever goes in, only the three protocols come out, and cleaning again changes nothing', async () => {
    await forAll(
      fc.oneof(fc.string(), fc.webUrl(), hostile),
      (raw) => {
        const cleaned = cleanHref(raw, 'https://blog.example/');
        if (cleaned === null) return;
        expect(cleaned).toMatch(/^(https?|mailto):/);
        expect(cleaned).not.toMatch(/[\t\n\r]/);
        expect(cleanHref(cleaned)).toBe(cleaned);
      },
      2000,
    );
  });
});

describe('describeLink', () => {
  test.each([
    ['https://gari.example/126', 'gari.example', '/126'],
    ['https://gari.example/', 'gari.example', ''],
    ['https://gari.example:8080/?p=1', 'gari.example:8080', '/?p=1'],
    ['https://gari.example/%D0%B3%D0%B0%D1%80%D0%B0', 'gari.example', '/гара'],
    ['https://gari.example/a/very/long/way/to/the/station', 'gari.example', '/a/very/long/way/to/the…'],
    ['mailto:mila@poshta.example', 'mila@poshta.example', ''],
  ])('%s goes to %s%s', (href, host, path) => {
    expect(describeLink(href)).toEqual({ host, path, warning: 'none' });
  });

  test('a path with letters that reorder text stays encoded', () => {
    expect(describeLink('https://evil.example/%E2%80%AEgpj').path).toBe('/%E2%80%AEgpj');
    expect(describeLink('https://evil.example/%D7%A9').path).toBe('/%D7%A9');
    expect(describeLink('https://evil.example/%E0%A4%A').path).toBe('/%E0%A4%A');
  });

  test.each([
    ['https://xn--pple-43d.example/', 'apple', 'unusual-letters'],
    ['https://evil.example/', 'https://bank.example/login', 'names-another-site'],
    ['https://evil.example/', 'www.bank.example', 'names-another-site'],
    ['https://bank.example.evil.example/', 'bank.example', 'names-another-site'],
    ['https://www.bank.example/login', 'bank.example', 'none'],
    ['https://bank.example/login', 'https://bank.example/log…', 'none'],
    ['https://evil.example/', 'таблицата е тук', 'none'],
    ['https://evil.example/', 'г.Пловдив', 'none'],
    ['https://evil.example/', 'банка.бг', 'names-another-site'],
    ['https://evil.example/', '', 'none'],
  ] as const)('%s shown as %j warns: %s', (href, text, warning) => {
    expect(describeLink(href, text).warning).toBe(warning);
  });
});

test('hostOfSource names web hosts only', () => {
  expect(hostOfSource('https://pictures.example/1.jpg')).toBe('pictures.example');
  expect(hostOfSource('data:image/png;base64,x')).toBe('');
  expect(hostOfSource('/local.png')).toBe('');
});
