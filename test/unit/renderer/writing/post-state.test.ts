import { describe, expect, it } from 'vitest';
import { newsOf, stateOf } from '../../../../renderer/features/writing/post-state.ts';

type Post = Parameters<typeof newsOf>[0];

describe('the state shown for a post', () => {
  it.each([
    ['draft', 'draft'],
    ['pending', 'pendingReview'],
    ['private', 'private'],
    ['future', 'scheduled'],
    ['publish', 'published'],
    ['trash', 'trash'],
  ] as const)('is what is true on the site: %s → %s', (status, state) => {
    expect(stateOf(status)).toBe(state);
  });
});

describe('what is going on with it', () => {
  const news = (more: Partial<Post>) =>
    newsOf({ status: 'draft', sync: 'local', becomes: null, remoteId: null, ...more });
  const there = { remoteId: 7 };

  it.each(['conflict', 'failed', 'unconfirmed'] as const)('trouble in its usual words: %s', (sync) => {
    expect(news({ sync, becomes: 'publish' })).toEqual({ state: sync, says: null });
  });

  it.each([
    ['a new post', { becomes: 'publish' }, 'toPublish'],
    ['a draft of the site', { ...there, becomes: 'publish' }, 'toPublish'],
    [
      'a post for review, by somebody who may',
      { ...there, status: 'pending', becomes: 'publish' },
      'toPublish',
    ],
    ['a new post by somebody who may not publish', { becomes: 'pending' }, 'toReview'],
    ['a new post, only as a draft', { becomes: 'draft' }, null],
    ['words of a published post', { ...there, status: 'publish', becomes: 'publish' }, 'changesWait'],
    ['words of a private post', { ...there, status: 'private', becomes: 'private' }, 'changesWait'],
    ['words of a draft of the site', { ...there, becomes: 'draft' }, 'changesWait'],
  ] as const)('%s that waits', (_name, post, says) => {
    expect(news({ sync: 'waiting', ...post })).toEqual({ state: 'waiting', says });
  });

  it('words that were not sent, of a post that the site has', () => {
    expect(news({ ...there, sync: 'changed' })).toEqual({ state: 'waiting', says: 'changed' });
    expect(news({ ...there, sync: 'changed', status: 'trash' })).toBeNull();
  });

  it('nothing where both sides agree, or only this side has it', () => {
    expect(news({ ...there, sync: 'same' })).toBeNull();
    expect(news({})).toBeNull();
  });
});
