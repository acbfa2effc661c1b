import { describe, expect, it } from 'vitest';
import { arrivalOf, firstWork } from '../../../../renderer/frame/arrival.ts';

type Sync = Parameters<typeof arrivalOf>[0]['sync'];
const idle: Sync = {
  ...{ siteId: 'a', phase: 'idle', done: 0, total: 0, what: 'none', pulledAt: null },
  ...{ error: null, offlineSince: null, nextTryAt: null },
};
const silent = { kind: 'offline', reason: 'refused', host: 'a.example' } as const;

describe('a site that was just connected', () => {
  it.each<[string, Partial<Sync>, boolean, ReturnType<typeof arrivalOf>]>([
    ['is coming before its pull begins', {}, false, 'coming'],
    ['is coming while it is pulled', { phase: 'pulling' }, true, 'coming'],
    ['is coming while a decision goes between two pages', { phase: 'sending' }, true, 'coming'],
    ['is here once a pull has ended well', { pulledAt: '2026-11-17T08:00:00Z' }, true, 'here'],
    ['is here even if nobody saw the pull', { pulledAt: '2026-11-17T08:00:00Z' }, false, 'here'],
    ['has halted when its pull was stopped', {}, true, 'halted'],
    ['has halted when it fell silent', { error: silent }, false, 'halted'],
    ['is coming again while it is tried again', { error: silent, phase: 'pulling' }, true, 'coming'],
  ])('%s', (_, sync, hasBegun, stage) => {
    expect(arrivalOf({ sync: { ...idle, ...sync } }, hasBegun)).toBe(stage);
  });

  it('is opened where something waits, else at its posts', () => {
    expect(firstWork({ counts: { posts: 3, comments: 9, pending: 2 } })).toMatchObject({ filter: 'pending' });
    expect(firstWork({ counts: { posts: 3, comments: 9, pending: 0 } })).toEqual({
      view: 'posts',
      filter: 'all',
    });
  });
});
