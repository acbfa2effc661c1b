import { describe, expect, it } from 'vitest';
import { hasUnsentWords, postState } from '../../../../renderer/features/writing/post-state.ts';

describe('the state shown for a post', () => {
  it.each([
    ['draft', 'local', 'draft'],
    ['pending', 'same', 'pendingReview'],
    ['private', 'same', 'private'],
    ['future', 'changed', 'scheduled'],
    ['publish', 'same', 'published'],
    ['trash', 'same', 'trash'],
    ['publish', 'waiting', 'waiting'],
    ['draft', 'unconfirmed', 'unconfirmed'],
    ['draft', 'failed', 'failed'],
    ['publish', 'conflict', 'conflict'],
  ] as const)('%s, %s → %s', (status, sync, state) => {
    expect(postState({ status, sync })).toBe(state);
  });

  it('knows words that the site does not have', () => {
    expect(hasUnsentWords({ status: 'publish', sync: 'changed' })).toBe(true);
    expect(hasUnsentWords({ status: 'publish', sync: 'same' })).toBe(false);
    expect(hasUnsentWords({ status: 'draft', sync: 'local' })).toBe(false);
  });
});
