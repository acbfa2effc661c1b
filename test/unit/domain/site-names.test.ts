import { describe, expect, it } from 'vitest';
import { type NamedSite, nameInOneLine, nameSites } from '../../../main/domain/site-names.ts';
import { fc, forAll } from '../../support/property.ts';

const site = (url: string, over: Partial<NamedSite> = {}): NamedSite => ({
  ...{ id: url, url, title: 'Бавни влакове', platform: 'wordpress', userName: 'Мила' },
  ...over,
});
const practice = site('https://practice.copydesk.invalid', { platform: 'practice' });
const lines = (...sites: NamedSite[]) => [...nameSites(sites, 'учебен блог').values()].map(nameInOneLine);

describe('names of sites', () => {
  it('are their titles while those differ', () => {
    const garden = site('https://a.example/dvor', { title: 'Дворът отзад' });
    expect(lines(site('https://a.example'), garden, { ...practice, title: 'Practice' })).toEqual([
      'Бавни влакове',
      'Дворът отзад',
      'Practice',
    ]);
  });

  it('have the host where titles are the same, whatever their capitals and spaces', () => {
    const other = site('https://staging.example:8080', { title: ' бавни  Влакове ' });
    expect(lines(site('https://bavnivlakove.example'), other)).toEqual([
      'Бавни влакове (bavnivlakove.example)',
      'бавни  Влакове (staging.example:8080)',
    ]);
  });

  it('have the folder where hosts are the same, too', () => {
    const bg = site('https://blogs.example/%D0%B2%D0%BB%D0%B0%D0%BA');
    const alone = site('https://vlak.example/blog');
    expect(lines(bg, site('https://blogs.example/trains'), site('https://blogs.example'), alone)).toEqual([
      'Бавни влакове (blogs.example/влак)',
      'Бавни влакове (blogs.example/trains)',
      'Бавни влакове (blogs.example)',
      'Бавни влакове (vlak.example)',
    ]);
  });

  it('have the user where one blog is connected twice', () => {
    const editor = site('https://a.example', { id: '2', userName: 'Редактор' });
    expect(lines(site('https://a.example'), editor)).toEqual([
      'Бавни влакове (a.example · Мила)',
      'Бавни влакове (a.example · Редактор)',
    ]);
  });

  it('say which one is the practice blog', () => {
    expect(lines(practice, site('https://a.example'))).toEqual([
      'Бавни влакове (учебен блог)',
      'Бавни влакове (a.example)',
    ]);
  });

  it('are hosts where a blog has no title', () => {
    expect(lines(site('https://a.example', { title: ' ' }))).toEqual(['a.example']);
    expect(
      lines(site('https://a.example/en', { title: '' }), site('https://a.example', { title: '' })),
    ).toEqual(['a.example (a.example/en)', 'a.example (a.example)']);
  });

  it('take an address that is none as it is', () => {
    expect(lines(site('%%%'), site('https://a.example/%E0%A4%A'))).toEqual([
      'Бавни влакове (%%%)',
      'Бавни влакове (a.example)',
    ]);
  });

  it('never read alike, as long as address or user differ', () => {
    const some = fc.uniqueArray(
      fc.record({
        title: fc.constantFrom('А', 'а ', 'Б', ''),
        host: fc.constantFrom('a.example', 'b.example'),
        folder: fc.constantFrom('', '/en', '/bg'),
        userName: fc.constantFrom('Мила', 'Иван'),
      }),
      { selector: ({ host, folder, userName }) => `${host}${folder} ${userName}`, maxLength: 8 },
    );
    return forAll(some, (sites) => {
      const named = lines(
        ...sites.map(({ host, folder, ...rest }, index) =>
          site(`https://${host}${folder}`, { ...rest, id: String(index) }),
        ),
      );
      expect(new Set(named.map((name) => name.toLowerCase())).size).toBe(sites.length);
    });
  });
});
