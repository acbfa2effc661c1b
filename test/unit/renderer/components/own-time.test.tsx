import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { OwnTime } from '../../../../renderer/components/OwnTime.tsx';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

const AT = '2026-11-17T05:41:00Z';
const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
/** A zone whose clock shows another time than the one of this computer, wherever that is. */
const other = new Date(AT).getTimezoneOffset() === -14 * 60 ? 'Pacific/Honolulu' : 'Pacific/Kiritimati';
const tipOf = (zones: string[]) =>
  /title="([^"]*)"/.exec(renderToStaticMarkup(<OwnTime at={AT} zones={zones} />))?.[1];

beforeAll(() => setupLanguage('en'));

test('is by the clock of this computer, whatever the zone of the site', () => {
  const [here, elsewhere] = [[own], [other]].map((zones) =>
    renderToStaticMarkup(<OwnTime at={AT} zones={zones} />).replace(/ title="[^"]*"/, ''),
  );
  expect(elsewhere).toBe(here);
});

test('tells versions of one minute apart', () => {
  expect(renderToStaticMarkup(<OwnTime at={AT} as="time" seconds zones={[other]} />)).toMatch(/:41:00</);
});

test('names its zone where the clock of a site shows another time, and only there', () => {
  expect(tipOf([own, ''])).toMatch(/^\w{3} \d+ \w{3} 2026, \d\d:\d\d$/);
  expect(tipOf([])).toBe(tipOf([own]));
  expect(tipOf([own, other])).toBe(`${tipOf([own])} (${own.replaceAll('_', ' ')})`);
});
