import { describe, expect, test } from 'vitest';
import type { Revision, RevisionKind } from '../../../main/domain/revision.ts';
import { isProtected, thin } from '../../../main/domain/revision-thinning.ts';
import { fc, forAll } from '../../support/property.ts';

type Dated = Pick<Revision, 'id' | 'kind' | 'at'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const iso = (time: number) => new Date(time).toISOString();
const ids = (revisions: readonly Dated[]) => revisions.map(({ id }) => id).sort();
const dated = (at: string, kind: RevisionKind = 'edited'): Dated => ({ id: at, kind, at });

/** Revisions every so many minutes of a day, `days` ago. */
const every = (minutes: number, days: number): Dated[] =>
  Array.from({ length: (24 * 60) / minutes }, (_, step) =>
    dated(iso(NOW - (NOW % DAY) - days * DAY + step * minutes * 60_000)),
  );

describe('what stays', () => {
  const atNow = (revisions: readonly Dated[]) => thin(revisions, iso(NOW));
  const times = (revisions: readonly Dated[]) => atNow(revisions).map(({ at }) => at.slice(11, 16));

  test('everything of the last hour, then the last of each hour', () => {
    const today = every(10, 0).filter(({ at }) => at <= iso(NOW));
    const older = Array.from({ length: 11 }, (_, hour) => `${String(hour).padStart(2, '0')}:50`);
    const young = ['11:00', '11:10', '11:20', '11:30', '11:40', '11:50', '12:00'];
    expect(times(today)).toEqual([...older, ...young]);
  });

  test('of a day that is a day old its last one', () => {
    expect(atNow(every(10, 1))).toHaveLength(24);
    expect(times(every(10, 2))).toEqual(['23:50']);
    expect(times(every(10, 29))).toEqual(['23:50']);
  });

  test('of a week that is a month old its last one, for good', () => {
    const weeks = (from: number) => Array.from({ length: 14 }, (_, day) => every(60, from + day)).flat();
    expect(atNow(weeks(10))).toHaveLength(14);
    const old = atNow(weeks(60)); // from a Wednesday back to a Thursday
    expect(old.map(({ at }) => new Date(at).getUTCDay())).toEqual([3, 0, 0]);
    expect(thin(old, iso(NOW + 3650 * DAY))).toEqual(old);
  });

  test('what is dated in the future, or not at all', () => {
    const ahead = every(10, -400);
    expect(atNow(ahead)).toEqual(ahead);
    const undated = [dated('?'), { ...dated('?'), id: 'other' }];
    expect(atNow(undated)).toEqual(undated);
    const old = every(10, 50);
    expect(thin(old, 'no time')).toEqual(old);
  });
});

const kind = fc.constantFrom<RevisionKind>('edited', 'pulled', 'before-restore', 'conflict', 'published');
/** Close together and far apart, some in the future. */
const time = fc
  .oneof(fc.integer({ min: -3 * HOUR, max: HOUR }), fc.integer({ min: -100 * DAY, max: 3 * DAY }))
  .map((ms) => iso(NOW + ms));
const revisions = fc.uniqueArray(fc.record({ id: fc.uuid(), kind, at: time }), {
  selector: ({ id }) => id,
  maxLength: 60,
});
const later = fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.integer({ min: 0, max: 90 * DAY }));

describe('thinning', () => {
  test('keeps the protected and the newest, and changes nothing that it keeps', () =>
    forAll(fc.tuple(revisions, later), ([all, ms]) => {
      const stay = thin(all, iso(NOW + ms));
      expect(all).toEqual(expect.arrayContaining(stay));
      const must = all.filter((revision) => isProtected(revision.kind) || Date.parse(revision.at) > NOW + ms);
      expect(stay).toEqual(expect.arrayContaining(must));
      const open = all.filter((revision) => !isProtected(revision.kind));
      const newest = Math.max(...open.map(({ at }) => Date.parse(at)));
      if (open.length > 0) {
        expect(stay.some((one) => !isProtected(one.kind) && Date.parse(one.at) === newest)).toBe(true);
      }
    }));

  test('keeps all of the last hour, and something of every hour, day and week that had something', () =>
    forAll(fc.tuple(revisions, later), ([all, ms]) => {
      const now = NOW + ms;
      const stay = thin(all, iso(now));
      const near = (one: Dated, span: number) =>
        stay.some((other) => Math.abs(Date.parse(other.at) - Date.parse(one.at)) <= span);
      for (const one of all) {
        const age = now - Date.parse(one.at);
        expect(near(one, age <= HOUR ? 0 : age <= DAY ? HOUR : age <= 30 * DAY ? DAY : 7 * DAY)).toBe(true);
      }
    }));

  test('takes no notice of the order', () =>
    forAll(fc.tuple(revisions, later), ([all, ms]) => {
      const now = iso(NOW + ms);
      expect(ids(thin([...all].reverse(), now))).toEqual(ids(thin(all, now)));
    }));

  test('done earlier, and as often as you like, makes no difference later', () =>
    forAll(fc.tuple(revisions, later, later, later), ([all, first, second, third]) => {
      const [early, middle, late] = [first, second, third].sort((a, b) => a - b).map((ms) => iso(NOW + ms));
      const before = thin(thin(all, early ?? ''), middle ?? '');
      expect(ids(thin(before, late ?? ''))).toEqual(ids(thin(all, late ?? '')));
    }));

  test('done while more come makes no difference either', () =>
    forAll(fc.tuple(revisions, revisions, later), ([some, more, ms]) => {
      const [now, end] = [iso(NOW), iso(NOW + ms)];
      const coming = more.filter(({ id }) => some.every((one) => one.id !== id));
      expect(ids(thin([...thin(some, now), ...coming], end))).toEqual(ids(thin([...some, ...coming], end)));
    }));

  test('keeps no more as time goes by', () =>
    forAll(fc.tuple(revisions, later, later), ([all, a, b]) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)].map((ms) => ids(thin(all, iso(NOW + ms))));
      expect(early).toEqual(expect.arrayContaining(late ?? []));
    }));
});
