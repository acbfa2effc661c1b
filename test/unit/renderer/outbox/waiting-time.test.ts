import { expect, test } from 'vitest';
import { formatUntil } from '../../../../renderer/features/outbox/waiting-time.ts';

const now = new Date('2026-11-17T05:41:00Z').getTime();

test.each([
  ['2026-11-17T05:41:40Z', 'en', 'in 40 sec'],
  ['2026-11-17T05:41:40Z', 'bg', 'след 40 сек'],
  ['2026-11-17T05:41:00.200Z', 'en', 'in 1 sec'],
  ['2026-11-17T05:44:00Z', 'en', 'in 3 min'],
  ['2026-11-17T05:43:01Z', 'bg', 'след 3 мин'],
  ['2026-11-17T05:40:00Z', 'en', 'now'],
  ['2026-11-17T05:40:00Z', 'bg', 'сега'],
] as const)('%s in %s: %s', (at, language, words) => {
  expect(formatUntil(at, now, language).replaceAll('\u00a0', ' ')).toBe(words);
});
