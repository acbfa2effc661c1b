import { describe, expect, it } from 'vitest';
import {
  fromSiteTime,
  gmtOffsetHours,
  parseRestDate,
  toSiteTime,
  toStamp,
} from '../../../main/practice-blog/site-time.ts';
import { fc, forAll } from '../../support/property.ts';

describe('the blog’s own time', () => {
  it('is two hours ahead in winter and three in summer', () => {
    expect(toSiteTime('2026-01-15T10:00:00')).toBe('2026-01-15T12:00:00');
    expect(toSiteTime('2026-07-15T21:30:00')).toBe('2026-07-16T00:30:00');
    expect(gmtOffsetHours(new Date('2026-01-15T10:00:00.900Z'))).toBe(2);
    expect(gmtOffsetHours(new Date('2026-07-15T10:00:00Z'))).toBe(3);
  });

  it('goes there and back, except in the hour that comes twice', async () => {
    await forAll(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }),
      (date) => {
        const stamp = toStamp(date);
        const back = fromSiteTime(toSiteTime(stamp));
        expect(toSiteTime(back)).toBe(toSiteTime(stamp));
      },
    );
  });
});

describe('parseRestDate', () => {
  it.each([
    ['2026-07-15T10:00:00', 'site', '2026-07-15T07:00:00'],
    ['2026-07-15T10:00:00', 'gmt', '2026-07-15T10:00:00'],
    ['2026-07-15T10:00:00Z', 'site', '2026-07-15T10:00:00'],
    ['2026-07-15T10:00:00.123Z', 'site', '2026-07-15T10:00:00'],
    ['2026-07-15T10:00:00+02:00', 'site', '2026-07-15T08:00:00'],
    ['2026-07-15 10:00:00-05', 'gmt', '2026-07-15T15:00:00'],
  ] as const)('reads %s in %s', (text, zone, stamp) => {
    expect(parseRestDate(text, zone)).toBe(stamp);
  });

  it.each(['2026-07-15', 'утре', '', '2026-13-40T10:00:00Z', '2026-07-15T10:00'])('refuses %j', (text) => {
    expect(parseRestDate(text, 'site')).toBeNull();
  });
});
