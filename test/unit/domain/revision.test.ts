import { describe, expect, test } from 'vitest';
import { changedCharacters, hadSince, isDue, type Revision } from '../../../main/domain/revision.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { fc, forAll } from '../../support/property.ts';

const NOW = '2026-11-10T10:00:00.000Z';
const ago = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
const words = (body: string) => someFields({ body });

const kept = (body: string, minutes: number): Revision => ({
  ...{ id: 'r', postId: 'post-1', kind: 'edited', fields: words(body), at: ago(minutes) },
  ...{ keptAt: ago(minutes), words: 1, changed: 1 },
});
const post = (body: string, createdAt = ago(60)) => aPost({ fields: words(body), createdAt });

describe('a save keeps what it writes over', () => {
  test.each<[string, boolean, ReturnType<typeof post>, Revision | undefined, string]>([
    ['five minutes after the version before', true, post('Кафе'), kept('К', 5), 'Кафе и чай'],
    ['not earlier', false, post('Кафе'), kept('К', 4.99), 'Кафе и чай'],
    ['unless two sentences were written', true, post('Кафе'), kept('К', 1), 'К'.padEnd(201, 'а')],
    ['or taken out', true, post('а'.repeat(230)), kept('а'.repeat(220), 1), ''],
    ['or a sentence at once', true, post('Влакът тръгва в шест и десет, ако не вали.'), kept('К', 1), 'Чай'],
    ['not for some words', false, post('Влакът тръгва в шест и десет.'), kept('К', 1), 'Влакът тръгва.'],
    ['nor for what is put between', false, post('а'.repeat(60)), kept('а', 1), `${'а'.repeat(60)} и чай`],
    ['but not one letter less', false, post('Кафе'), kept('К', 1), 'К'.padEnd(200, 'а')],
    ['not if that is kept already', false, post('Кафе'), kept('Кафе', 60), 'Чай'],
    ['the first time after a while', true, post('Кафе'), undefined, 'Чай'],
    ['not while a new post is being begun', false, post('Кафе', ago(1)), undefined, 'Кафе и чай'],
    ['unless that goes fast', true, post('Кафе', ago(1)), undefined, 'а'.repeat(300)],
    ['after the clock was put back', true, post('Кафе'), kept('К', -90), 'Кафе и чай'],
  ])('%s: %s', (_when, expected, before, newest, body) => {
    expect(isDue(before, newest, words(body), NOW)).toBe(expected);
  });

  test('of one that is due by the clock nothing is compared with what is saved', () => {
    const next = new Proxy(words('Чай'), {
      get: () => {
        throw new Error('was read');
      },
    });
    expect(isDue(post('Кафе'), kept('К', 5), next, NOW)).toBe(true);
  });

  test('an empty page is nothing to keep', () => {
    const empty = aPost({ fields: someFields({ title: ' ', body: '\n' }), createdAt: ago(600) });
    expect(isDue(empty, undefined, words('Чай'.repeat(100)), NOW)).toBe(false);
  });
});

test('words that a site dates ahead were here when they were kept, at the latest', () => {
  const from = (id: string, minutes: number, keptMinutes: number) => ({
    ...{ ...kept('Кафе', minutes), id },
    keptAt: ago(keptMinutes),
  });
  const versions = [
    from('oldest', 90, 80),
    from('scheduled', -9000, 60),
    from('next', 50, 40),
    from('also', 50, 30),
  ];
  expect(versions.map((version) => hadSince(version))).toEqual([ago(90), ago(60), ago(50), ago(50)]);
});

describe('changed characters', () => {
  test.each([
    ['one letter', 'кафе', 'кафа', 1],
    ['nothing', 'кафе', 'кафе', 0],
    ['all', '', 'кафе', 4],
    ['a repeated letter', 'аа', 'ааа', 1],
    ['both ends', 'абвг', 'хбвх', 4],
  ])('%s', (_what, a, b, expected) => {
    expect(changedCharacters(words(a), words(b))).toBe(expected);
    expect(changedCharacters(words(b), words(a))).toBe(expected);
  });

  test('title and excerpt count, too', () => {
    const other = { ...words(''), title: 'Друго', excerpt: 'Откъс' };
    expect(changedCharacters({ ...words(''), title: '' }, other)).toBe(10);
  });

  test('are what stands between an equal start and an equal end, in texts of any length', async () => {
    const text = fc.string({ maxLength: 40 });
    const long = fc.integer({ min: 0, max: 9000 });
    await forAll(fc.tuple(long, text, text, long), ([before, a, b, after]) => {
      const around = (middle: string) => words(`${'н'.repeat(before)}«${middle}»${'к'.repeat(after)}`);
      const changed = changedCharacters(around(a), around(b));
      expect(changed).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(changed).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(changed === 0).toBe(a === b);
    });
  });
});
