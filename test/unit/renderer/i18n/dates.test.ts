import { describe, expect, test } from 'vitest';
import {
  dateLanguage,
  formatDate,
  formatRelative,
  formatShort,
  formatTime,
  zoneName,
} from '../../../../renderer/i18n/dates.ts';
import { fc, forAll } from '../../../support/property.ts';

const now = '2026-11-17T07:00:00Z';
const en = { language: 'en', timeZone: 'Europe/Sofia', now } as const;
/** The zone of this machine. */
const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const bg = { language: 'bg', timeZone: 'Europe/Sofia', now } as const;

describe('formatShort', () => {
  test.each([
    ['2026-11-17T05:41:00Z', '07:41', '07:41'],
    ['2026-11-15T18:00:00Z', '15 Nov', '15.11'],
    ['2026-09-24T10:00:00Z', '24 Sep', '24.09'],
    ['2026-10-02T10:00:00Z', '2 Oct', '2.10'],
    ['2021-03-03T10:00:00Z', '3 Mar 2021', '3.03.2021'],
    ['not a date', '', ''],
  ])('%s is %j and %j', (at, english, bulgarian) => {
    expect([formatShort(at, en), formatShort(at, bg)]).toEqual([english, bulgarian]);
  });

  test('today is the day of the zone, not of UTC', () => {
    const late = '2026-11-16T22:30:00Z';
    expect(formatShort(late, en)).toBe('00:30');
    expect(formatShort(late, { ...en, timeZone: 'America/New_York' })).toBe('16 Nov');
  });

  test('the year is that of the zone as well', () => {
    const newYear = '2025-12-31T23:00:00Z';
    expect(formatShort(newYear, { ...en, now: '2026-06-01T00:00:00Z' })).toBe('1 Jan');
    expect(formatShort(newYear, { ...en, timeZone: 'UTC', now: '2026-06-01T00:00:00Z' })).toBe('31 Dec 2025');
  });
});

describe('formatDate', () => {
  const at = '2026-11-19T05:30:00Z';

  test('takes the parts it is asked for', () => {
    expect(formatDate(at, en, { time: true })).toBe('19 Nov, 07:30');
    expect(formatDate(at, bg, { time: true })).toBe('19.11, 07:30');
    expect(formatDate(at, en, { weekday: true, time: true })).toBe('Thu 19 Nov, 07:30');
    expect(formatDate(at, bg, { weekday: true, time: true })).toBe('чт, 19.11, 07:30');
    expect(formatDate(at, en, { weekday: true, year: true })).toBe('Thu 19 Nov 2026');
    expect(formatDate(at, bg, { weekday: true, year: true })).toBe('чт, 19.11.2026');
  });

  test('tells seconds where it is asked for them', () => {
    const late = '2026-11-19T05:30:07.900Z';
    expect(formatTime(late, bg, true)).toBe('07:30:07');
    expect(formatDate(late, en, { time: true, seconds: true })).toBe('19 Nov, 07:30:07');
    expect(formatTime(late, { ...en, language: 'de' }, true)).toBe('07:30:07');
    expect(formatDate(late, { ...en, language: 'de' }, { time: true, seconds: true })).toContain('07:30:07');
  });

  test('midnight is 00:00', () => {
    expect(formatTime('2026-11-18T22:00:00Z', en)).toBe('00:00');
    expect(formatTime('2026-11-18T22:00:00Z', bg)).toBe('00:00');
  });

  test('understands the fixed offsets that WordPress allows, and survives a zone nobody knows', () => {
    expect(formatTime(at, { ...en, timeZone: '+05:30' })).toBe('11:00');
    expect(formatTime(at, { ...en, timeZone: 'Mars/Olympus' })).toBe(
      formatTime(at, { ...en, timeZone: here }),
    );
  });
});

describe('formatRelative', () => {
  test.each([
    ['2026-11-17T06:58:00Z', '2 min ago', 'преди 2 мин'],
    ['2026-11-17T06:59:40Z', 'now', 'сега'],
    ['2026-11-17T04:00:00Z', '3 hr ago', 'преди 3 ч'],
    ['2026-11-08T07:00:00Z', '9 days ago', 'преди 9 дни'],
    ['2026-11-16T06:00:00Z', '1 day ago', 'преди 1 ден'],
    ['2026-11-17T07:00:40Z', 'now', 'сега'],
    ['2026-11-17T09:00:00Z', '11:00', '11:00'],
    ['2026-11-19T07:00:00Z', '19 Nov', '19.11'],
    ['not a date', '', ''],
  ])('%s is %j and %j', (at, english, bulgarian) => {
    expect(formatRelative(at, en).replace(/\u00a0/g, ' ')).toBe(english);
    expect(formatRelative(at, bg).replace(/\u00a0/g, ' ')).toBe(bulgarian);
  });
});

describe('the language of a blog', () => {
  const at = '2026-11-12T16:20:00Z';
  const inLanguage = (tag: string) => ({ ...en, language: dateLanguage(tag, 'bg') });

  test.each([
    ['en-GB', '12 Nov, 18:20', '12 Nov 2021, 18:20'],
    ['bg-BG', '12.11, 18:20', '12.11.2021, 18:20'],
    ['de-DE', '12. Nov., 18:20', '12. Nov. 2021, 18:20'],
    ['ru-RU', '12 нояб., 18:20', '12 нояб. 2021 г., 18:20'],
    ['ja', '11月12日 18:20', '2021年11月12日 18:20'],
    // Thailand counts its own years; WordPress does not.
    ['th', '12 พ.ย. 18:20', '12 พ.ย. 2021 18:20'],
  ])('%s writes %j, and %j once the year is over', (tag, thisYear, older) => {
    expect(formatDate(at, inLanguage(tag), { time: true })).toBe(thisYear);
    expect(formatDate('2021-11-12T16:20:00Z', inLanguage(tag), { time: true })).toBe(older);
  });

  test('holds for each form of a date', () => {
    const german = inLanguage('de-AT');
    expect(formatTime(at, german)).toBe('18:20');
    expect(formatShort('2026-11-17T05:41:00Z', german)).toBe('07:41');
    expect(formatDate(at, german, { weekday: true, year: true })).toBe('Do., 12. Nov. 2026');
    expect(formatRelative('2026-11-08T07:00:00Z', german)).toBe('vor 9 Tagen');
  });

  test.each(['', 'bg_BG', 'xx', 'und', 'English (US)', '-', 'x-mine', '<i>'])(
    'that calls itself %j is that of the app',
    (tag) => expect(dateLanguage(tag, 'bg')).toBe('bg'),
  );

  test('whatever a site says of itself, a date can be written', async () => {
    const said = fc.tuple(fc.string({ unit: 'binary' }), fc.string(), fc.date({ noInvalidDate: true }));
    await forAll(said, ([tag, timeZone, date]) => {
      const context = { language: dateLanguage(tag, 'en'), timeZone, now };
      expect(formatDate(date.getTime(), context, { time: true })).toMatch(/\p{N}/u);
    });
  });
});

test.each([
  ['Europe/Sofia', 'Europe/Sofia'],
  ['America/New_York', 'America/New York'],
  ['+05:30', 'UTC+05:30'],
  ['-03:00', 'UTC-03:00'],
  ['Mars/Olympus', here.replaceAll('_', ' ')],
  [undefined, here.replaceAll('_', ' ')],
])('the zone %j is called %j', (timeZone, name) => {
  expect(zoneName(timeZone)).toBe(name);
});
