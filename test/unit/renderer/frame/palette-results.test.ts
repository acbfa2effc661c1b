import { Plus } from 'lucide-react';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../renderer/frame/commands.ts';
import { paletteResults } from '../../../../renderer/frame/palette-results.ts';
import { paletteStep } from '../../../../renderer/frame/use-palette.ts';

const command = (label: string, group: Command['group'], also: string[] = []): Command => ({
  ...{ id: label, label, also, group, icon: Plus },
  run: () => {},
});
const opened: string[] = [];
const sources = {
  commands: [
    ...['New post', 'Sync', 'Send', 'Connect', 'Practice', 'Keys', 'Light'].map((label) =>
      command(label, 'do'),
    ),
    command('Pending comments', 'goTo', ['Чакащи коментари']),
  ],
  posts: [
    { id: 'p1', siteId: 's1', title: 'Лютеница', excerpt: 'x', language: 'bg' },
    { id: 'p2', siteId: null, title: '', excerpt: 'Не бързаме', language: 'bg' },
    { id: 'p3', siteId: null, title: '', excerpt: '', language: 'bg' },
  ],
  untitled: 'Untitled',
  siteOf: ({ siteId }: { siteId: string | null }) => (siteId === null ? undefined : 'Бавни влакове'),
  openPost: (postId: string) => opened.push(postId),
  searchFor: {
    label: (text: string) => `Search for ${text}`,
    run: (text: string) => opened.push(`?${text}`),
  },
};
const labels = (asked: string) =>
  paletteResults(asked, sources)
    .filter(({ kind }) => kind !== 'search')
    .map(({ kind, results }) => [kind, ...results.map(({ label }) => label)]);

describe('what the palette shows', () => {
  it('begins with a few commands, all views and the newest posts', () => {
    expect(labels('')).toEqual([
      ['do', 'New post', 'Sync', 'Send', 'Connect', 'Practice', 'Keys'],
      ['goTo', 'Pending comments'],
      ['posts', 'Лютеница', 'Не бързаме', 'Untitled'],
    ]);
  });

  it('finds among all of them and leaves empty groups out', () => {
    expect(labels('light')).toEqual([['do', 'Light']]);
    expect(labels('лют')).toEqual([['posts', 'Лютеница']]);
    expect(labels('pen')).toEqual([['goTo', 'Pending comments']]);
    expect(labels('zzz')).toEqual([]);
  });

  it('finds commands by their names in the other language', () => {
    expect(labels('чакащи')).toEqual([['goTo', 'Pending comments']]);
  });

  it('looks in the other alphabet for what nothing is called by', () => {
    expect(labels('lyutenitsa')).toEqual([['posts', 'Лютеница']]);
    expect(labels('лигхт')).toEqual([['do', 'Light']]);
  });

  it('names the site of a post', () => {
    const details = paletteResults('', sources).flatMap(({ results }) => results.map(({ detail }) => detail));
    expect(details.filter(Boolean)).toEqual(['Бавни влакове']);
  });

  it('opens a post that has no title by its first words', () => {
    paletteResults('бърз', sources)[0]?.results[0]?.run();
    expect(opened).toEqual(['p2']);
  });
});

describe('moving in the palette', () => {
  it.each([
    ['ArrowDown', 0, 3, 1],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 0, 3, 2],
    ['PageDown', 1, 30, 9],
    ['PageUp', 1, 30, 0],
    ['a', 1, 3, null],
    ['ArrowDown', 0, 0, null],
  ])('%s from %i of %i → %j', (key, cursor, total, next) => {
    expect(paletteStep(key, cursor, total)).toBe(next);
  });
});

it('offers to look for the words in all texts, after what is called so', () => {
  const last = (asked: string) => paletteResults(asked, sources).at(-1);
  expect(last('')?.kind).toBe('posts');
  expect(last(' влак ')).toMatchObject({ kind: 'search', results: [{ label: 'Search for влак' }] });
  last('zzz')?.results[0]?.run();
  expect(opened.at(-1)).toBe('?zzz');
});
