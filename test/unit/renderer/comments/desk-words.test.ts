import { expect, test } from 'vitest';
import {
  asFilter,
  firstOrder,
  fittingDecisions,
  leavesList,
  takesReplies,
} from '../../../../renderer/features/comments/desk-words.ts';

test('a place names a list, or the one of what waits', () => {
  expect(asFilter('spam')).toBe('spam');
  expect(asFilter('drafts')).toBe('pending');
});

test('what waits is taken oldest first', () => {
  expect(firstOrder('pending')).toBe('oldest');
  expect(firstOrder('approved')).toBe('newest');
});

test.each([
  ['pending', ['approve', 'spam', 'trash']],
  ['approved', ['hold', 'spam', 'trash']],
  ['spam', ['approve', 'hold', 'trash']],
  ['trash', ['approve', 'hold', 'spam']],
] as const)('a %s comment can be decided in three ways', (status, decisions) => {
  expect(fittingDecisions(status)).toEqual(decisions);
});

test.each([
  ['pending', 'approved', true],
  ['pending', 'pending', false],
  ['all', 'approved', false],
  ['all', 'spam', true],
  ['all', 'trash', true],
] as const)('in the list %s a comment that becomes %s leaves: %s', (filter, after, leaves) => {
  expect(leavesList(filter, after)).toBe(leaves);
});

test('spam and trash take no replies', () => {
  expect((['pending', 'approved', 'spam', 'trash'] as const).filter(takesReplies)).toEqual([
    'pending',
    'approved',
  ]);
});
