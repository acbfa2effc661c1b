import { expect, test } from 'vitest';
import { isSameName, isSeen } from '../../../main/domain/saved-search-rules.ts';

test.each([
  ['', false],
  ['  \u00A0\u3000', false],
  ['\u200B\u200F\u202E', false],
  ['\0', false],
  ['Влакове', true],
  ['\u200Fа', true],
  ['🚂', true],
])('a name is one if something of it can be seen: %j', (name, seen) => {
  expect(isSeen(name)).toBe(seen);
});

test('names that differ in case, blanks around them or composition are one', () => {
  expect(isSameName(' влакове', 'ВЛАКОВЕ ')).toBe(true);
  expect(isSameName('é', 'e\u0301')).toBe(true);
  expect(isSameName('Влакове', 'Гари')).toBe(false);
});
