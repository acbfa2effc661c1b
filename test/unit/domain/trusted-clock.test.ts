import { expect, test } from 'vitest';
import {
  type ClockReading,
  readAgain,
  readAtStart,
  trustedTime,
} from '../../../main/domain/trusted-clock.ts';

const day = (number: number, hour = 8) => new Date(Date.UTC(2026, 10, number, hour)).toISOString();
const starts = (...times: string[]) =>
  times.reduce<ClockReading | undefined>((known, now) => readAtStart(known, now), undefined);

test('a clock that was never seen, goes on, or is put back is believed', () => {
  expect(trustedTime(undefined, day(1))).toBe(day(1));
  expect(trustedTime(starts(day(1)), day(3))).toBe(day(3));
  expect(trustedTime(starts(day(9)), day(1))).toBe(day(1));
  expect(starts(day(9), day(1))).toEqual({ id: 'main', seenAt: day(1), doubtedAt: null });
});

test('years ahead are not believed, however long the app runs on', () => {
  const wrong = day(9 * 365);
  const known = starts(day(1), wrong);
  expect(known).toEqual({ id: 'main', seenAt: day(1), doubtedAt: wrong });
  expect(trustedTime(known, wrong)).toBe(day(1));
  expect(readAgain(known, wrong)).toBe(known);
  expect(readAtStart(known, day(9 * 365, 9))).toBe(known);
  expect(starts(day(1), wrong, day(2))).toEqual({ id: 'main', seenAt: day(2), doubtedAt: null });
});

test('weeks without the app are believed once a start on a later day confirms them', () => {
  expect(trustedTime(starts(day(1), day(40)), day(40))).toBe(day(1));
  expect(trustedTime(starts(day(1), day(40), day(41)), day(41))).toBe(day(41));
  const monthly = starts(day(1), day(40), day(80));
  expect(trustedTime(monthly, day(80))).toBe(day(40));
  expect(starts(day(1), day(80), day(40), day(42))?.seenAt).toBe(day(42));
});

test('while the app runs what is believed moves on, once a day', () => {
  const known = starts(day(1));
  expect(readAgain(known, day(1, 20))).toBe(known);
  expect(readAgain(known, day(2))?.seenAt).toBe(day(2));
  expect(readAgain(undefined, day(2))?.seenAt).toBe(day(2));
});
