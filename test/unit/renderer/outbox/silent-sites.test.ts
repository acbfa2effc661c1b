import { expect, test } from 'vitest';
import type { AppError } from '../../../../main/domain/app-error.ts';
import { silentSites } from '../../../../renderer/features/outbox/silent-sites.ts';

const refused: AppError = { kind: 'offline', reason: 'refused', host: 'a.example' };

const site = (id: string, nextTryAt: string | null, over: { answers?: boolean; locked?: boolean } = {}) => ({
  id,
  url: `https://${id}.example/blog`,
  needsPassword: over.locked ?? false,
  sync: {
    ...{ siteId: id, phase: 'idle' as const, what: 'none' as const, done: 0, total: 0, pulledAt: null },
    ...(over.answers
      ? { error: null, offlineSince: null }
      : { error: refused, offlineSince: '2026-11-17T05:00:00Z' }),
    nextTryAt,
  },
});
const row = (siteId: string, nextTryAt: string | null = null) => ({ siteId, nextTryAt });

test('one that nothing waits for, that answers or that wants a password is not spoken of', () => {
  const sites = [site('a', null), site('b', null, { answers: true }), site('c', null, { locked: true })];
  expect(silentSites(sites, [row('b'), row('c')])).toBeNull();
  expect(silentSites(sites, [row('a'), row('b')])?.hosts).toEqual(['a.example']);
});

test('several are all counted, with the nearest try', () => {
  const sites = [site('a', '2026-11-17T05:42:00Z'), site('b', '2026-11-17T05:41:00Z')];
  expect(silentSites(sites, [row('a'), row('b'), row('b')])).toEqual({
    hosts: ['a.example', 'b.example'],
    error: refused,
    nextTryAt: '2026-11-17T05:41:00Z',
  });
});

test('without a time of its own the site is tried when the first that waits is', () => {
  const rows = [row('b', '2026-11-17T05:40:00Z'), row('a', '2026-11-17T05:43:00Z')];
  expect(silentSites([site('a', null)], rows)?.nextTryAt).toBe('2026-11-17T05:43:00Z');
  expect(silentSites([site('a', null)], [row('a')])?.nextTryAt).toBeNull();
});
