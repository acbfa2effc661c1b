import { Moon, Sun } from 'lucide-react';
import { expect, test } from 'vitest';
import { type Command, lookTheSame } from '../../../../renderer/frame/commands.ts';

const dark: Command = { id: 'dark', label: 'Dark', icon: Moon, group: 'do', run: () => undefined };
const posts: Command = { id: 'posts', label: 'Posts', icon: Sun, group: 'goTo', run: () => undefined };

test('commands look the same whatever they do', () => {
  const full: Command = { ...dark, also: ['Тъмно'], keys: ['Mod', 'D'], count: 2, detail: 'x', lang: 'en' };
  const again = { ...full, also: ['Тъмно'], keys: ['Mod', 'D'], run: () => 'something else' };
  expect(lookTheSame([full, posts], [again, { ...posts }])).toBe(true);
});

test.each<[string, Partial<Command>]>([
  ['its label', { label: 'Тъмно' }],
  ['its icon', { icon: Sun }],
  ['its keys', { keys: ['Mod', 'D'] }],
  ['its other names', { also: ['Тъмно'] }],
  ['its language', { lang: 'bg' }],
  ['its detail', { detail: 'blog.example' }],
  ['its count', { count: 1 }],
  ['its group', { group: 'goTo' }],
  ['its id', { id: 'light' }],
])('a command looks different by %s', (_what, other) => {
  expect(lookTheSame([dark], [{ ...dark, ...other }])).toBe(false);
});

test('the same names in another place are another look', () => {
  expect(lookTheSame([{ ...dark, also: ['a'], keys: ['b'] }], [{ ...dark, also: ['a', 'b'] }])).toBe(false);
  expect(lookTheSame([{ ...dark, detail: 'x' }], [{ ...dark, lang: 'x' }])).toBe(false);
  expect(lookTheSame([dark, posts], [posts, dark])).toBe(false);
  expect(lookTheSame([dark], [])).toBe(false);
});
