import { expect, test } from 'vitest';
import { everyDay } from '../../../main/backup/schedule.ts';
import { manualClock } from '../../support/manual-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Lets everything that waits for a promise go on. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

function scheduled(start: string, last: string | null) {
  const clock = manualClock(start);
  const at = { made: [] as string[], last, fails: false };
  const stop = everyDay(
    clock,
    async () => at.last,
    async () => {
      at.made.push(clock.now().toISOString().slice(5, 16));
      if (!at.fails) at.last = clock.now().toISOString();
    },
  );
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= MINUTE) {
      clock.advance(Math.min(left, MINUTE));
      await breathe();
    }
  };
  return { at, clock, pass, stop };
}

test('the first comes some minutes after the start, then one each day', async () => {
  const { at, pass } = scheduled('2026-11-10T10:00:00.000Z', null);
  await pass(4 * MINUTE);
  expect(at.made).toEqual([]);
  await pass(48 * HOUR);
  expect(at.made[0]).toBe('11-10T10:05');
  expect(at.made).toHaveLength(3);
});

test('one of today is enough, also after a restart', async () => {
  const { at, pass } = scheduled('2026-11-10T10:00:00.000Z', '2026-11-10T09:00:00.000Z');
  await pass(2 * HOUR);
  expect(at.made).toEqual([]);
});

test('one that fails is tried again each hour', async () => {
  const { at, pass } = scheduled('2026-11-10T10:00:00.000Z', null);
  at.fails = true;
  await pass(2 * HOUR + 10 * MINUTE);
  expect(at.made).toEqual(['11-10T10:05', '11-10T11:05', '11-10T12:05']);
  at.fails = false;
  await pass(3 * HOUR);
  expect(at.made).toHaveLength(4);
});

test('a clock that is put back does not stop it', async () => {
  const { at, pass, clock } = scheduled('2031-01-01T10:00:00.000Z', null);
  await pass(HOUR);
  clock.set('2026-11-10T10:00:00.000Z');
  await pass(2 * HOUR);
  expect(at.made).toHaveLength(2);
});

test('stopped, it makes no more', async () => {
  const { at, pass, stop, clock } = scheduled('2026-11-10T10:00:00.000Z', null);
  stop();
  await pass(3 * HOUR);
  expect(at.made).toEqual([]);
  expect(clock.pending).toBe(0);
});
