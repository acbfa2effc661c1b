import { expect, test } from 'vitest';
import { withoutSite, withSite } from '../../../main/domain/search-sites.ts';

const sites = [
  { id: 'a', title: 'Бавни влакове', url: 'https://bavni.example' },
  { id: 'b', title: 'Дворът "отзад"', url: 'https://dvor.example/blog' },
  { id: 'c', title: 'Дневник', url: 'https://one.example' },
  { id: 'd', title: 'Дневник', url: 'https://two.example' },
];

test.each([
  ['site:бавни влак', 'влак', 'a'],
  ['is:pending сайт:"Бавни влакове" влак', 'is:pending влак', 'a'],
  ['влак', 'влак', null],
  ['site:дневник влак', 'site:дневник влак', null],
  ['site:бавни site:двор влак', 'site:бавни site:двор влак', null],
  ['-site:бавни влак', '-site:бавни влак', null],
  ['site:никъде влак', 'site:никъде влак', null],
])('%s is about one site or not', (typed, query, siteId) => {
  expect(withoutSite(typed, sites)).toEqual({ query, siteId });
});

test('a search of one site finds it under whatever name it has, and means no other', () => {
  const named = (siteId: string | null) => withSite({ query: 'влак', siteId }, sites, 'bg');
  expect(named('a')).toBe('сайт:"Бавни влакове" влак');
  expect(named('b')).toBe('сайт:"dvor.example" влак');
  expect(named('d')).toBe('сайт:"two.example" влак');
  expect(named(null)).toBe('влак');
  expect(named('gone')).toBe('влак');
  for (const { id } of sites) expect(withoutSite(named(id), sites)).toEqual({ query: 'влак', siteId: id });
});

test('a site without a title is named by its host, also where it is the only one', () => {
  const site = { id: 'a', title: ' ', url: 'https://bavni.example' };
  expect(withSite({ query: 'влак', siteId: 'a' }, [site], 'en')).toBe('site:"bavni.example" влак');
});
