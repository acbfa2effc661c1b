import { expect, it } from 'vitest';
import { shownAddress } from '../../../../renderer/features/writing/shown-address.ts';

it.each([
  ['https://blog.example/2026/lyutenitsa/', 'blog.example/2026/lyutenitsa/'],
  ['https://blog.example/%D0%B2%D0%BB%D0%B0%D0%BA', 'blog.example/влак'],
  ['http://127.0.0.1:8080/?p=12', '127.0.0.1:8080/?p=12'],
  ['https://blog.example/%E9', 'blog.example/%E9'],
  ['', ''],
])('%j is shown as %j', (link, shown) => {
  expect(shownAddress(link)).toBe(shown);
});
