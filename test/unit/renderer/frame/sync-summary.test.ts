import { describe, expect, it } from 'vitest';
import { type SyncedSite, summarise } from '../../../../renderer/frame/sync-summary.ts';

const idle: SyncedSite['sync'] = {
  siteId: 'a',
  phase: 'idle',
  done: 0,
  total: 0,
  what: 'none',
  pulledAt: '2026-11-17T08:00:00Z',
  error: null,
  offlineSince: null,
  nextTryAt: null,
};
const site = (
  id: string,
  sync: Partial<SyncedSite['sync']> = {},
  more: Partial<SyncedSite> = {},
): SyncedSite => ({
  id,
  title: `Blog ${id}`,
  needsPassword: false,
  setAside: 0,
  sync: { ...idle, siteId: id, ...sync },
  ...more,
});
const refused = { kind: 'offline', reason: 'refused', host: 'a.example' } as const;
const broken = { kind: 'server', reason: 'html', status: 200, code: '', host: 'b.example' } as const;

describe('how the sites stand, in one line', () => {
  it('says nothing where there is no site', () => {
    expect(summarise([])).toEqual({
      pulling: null,
      offline: null,
      failing: null,
      needsPassword: null,
      syncedAt: null,
      setAside: null,
    });
  });

  it('is as old as the site that was synced longest ago', () => {
    const older = { pulledAt: '2026-11-16T20:00:00Z' };
    expect(summarise([site('a'), site('b', older)]).syncedAt).toBe(older.pulledAt);
    expect(summarise([site('a'), site('b', { pulledAt: null })]).syncedAt).toBeNull();
  });

  it('shows the running pull', () => {
    const pull = { phase: 'pulling', what: 'comments', done: 40, total: 120 } as const;
    expect(summarise([site('a'), site('b', pull)]).pulling).toEqual({
      siteId: 'b',
      what: 'comments',
      done: 40,
      total: 120,
    });
  });

  it('counts the sites that do not answer, from the first silence on', () => {
    const sites = [
      site('a', { error: refused, offlineSince: '2026-11-17T09:12:00Z' }),
      site('b', { error: refused, offlineSince: '2026-11-17T09:05:00Z' }),
    ];
    expect(summarise(sites).offline).toEqual({ since: '2026-11-17T09:05:00Z', title: 'Blog a', count: 2 });
    expect(summarise(sites).failing).toBeNull();
  });

  it('keeps a site that answers badly apart from one that is silent', () => {
    expect(summarise([site('b', { error: broken })]).failing).toEqual({ error: broken, title: 'Blog b' });
  });

  it('asks for the password instead of calling the site silent or broken', () => {
    const locked = site(
      'a',
      { error: broken, offlineSince: '2026-11-17T09:12:00Z' },
      { needsPassword: true },
    );
    expect(summarise([locked])).toMatchObject({
      needsPassword: { siteId: 'a', title: 'Blog a' },
      offline: null,
      failing: null,
    });
  });

  it('counts what could not be read over all sites', () => {
    const sites = [site('a'), site('b', {}, { setAside: 2 }), site('c', {}, { setAside: 1 })];
    expect(summarise(sites).setAside).toEqual({ siteId: 'b', count: 3 });
  });
});
