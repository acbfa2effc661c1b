import i18next from 'i18next';
import { beforeEach, describe, expect, test } from 'vitest';
import { pickLanguage } from '../../../../renderer/i18n/language.ts';
import { currentLanguage, setupLanguage } from '../../../../renderer/i18n/setup.ts';

describe('setupLanguage', () => {
  beforeEach(() => setupLanguage('en'));

  test('gives texts at once, without waiting for anything', () => {
    expect(i18next.t('nav.pending')).toBe('Pending');
    expect(currentLanguage()).toBe('en');
  });

  test('switches at once', () => {
    setupLanguage('bg');
    expect(i18next.t('nav.pending')).toBe('Чакащи');
    expect(currentLanguage()).toBe('bg');
  });

  test('chooses the plural form and groups the count by language', () => {
    const count = (value: number) => i18next.t('comments:thread.count', { count: value });
    expect([count(1), count(12), count(3904)]).toEqual(['1 comment', '12 comments', '3,904 comments']);
    setupLanguage('bg');
    expect([count(1), count(12), count(3904)]).toEqual([
      '1 коментар',
      '12 коментара',
      '3\u00a0904 коментара',
    ]);
  });

  test('leaves what people wrote as it is: React escapes it', () => {
    expect(i18next.t('comments:reply.to', { name: '<b>Мила & Co</b>' })).toBe('Reply to <b>Мила & Co</b>');
  });

  test('does not look for placeholders in what people wrote', () => {
    expect(i18next.t('comments:reply.to', { name: '$t(nav.spam) {{count}}' })).toBe(
      'Reply to $t(nav.spam) {{count}}',
    );
  });
});

describe('pickLanguage', () => {
  test.each([
    [['bg-BG', 'en-GB'], 'bg'],
    [['de-DE', 'bg'], 'bg'],
    [['EN_us'], 'en'],
    [['de-DE', 'fr'], 'en'],
    [[], 'en'],
  ] as const)('%j → %s', (preferred, expected) => {
    expect(pickLanguage(preferred)).toBe(expected);
  });
});
