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
  needsPassword: false,
  setAside: 0,
  sync: { ...idle, siteId: id, ...sync },
  ...more,
});
const refused = { kind: 'offline', reason: 'refused', host: 'a.example' } as const;
const broken = { kind: 'server', reason: 'html', status: 200, code: '', host: 'b.example' } as const;

const ids = (sites: readonly SyncedSite[]) => sites.map(({ id }) => id).join('');

/** Which sites are said to be in which state, those that nothing is said of left out. */
const said = (sites: SyncedSite[]) => {
  const { syncedAt: _, ...lists } = summarise(sites);
  return Object.fromEntries(
    Object.entries(lists).flatMap(([name, list]) => (list.length === 0 ? [] : [[name, ids(list)]])),
  );
};

describe('how the sites stand, in one line', () => {
  it('says nothing where there is no site, and nothing of sites that are well', () => {
    expect(said([])).toEqual({});
    expect(summarise([]).syncedAt).toBeNull();
    expect(said([site('a'), site('b')])).toEqual({});
  });

  it('is as old as the site that was synced longest ago', () => {
    const older = { pulledAt: '2026-11-16T20:00:00Z' };
    expect(summarise([site('a'), site('b', older)]).syncedAt).toBe(older.pulledAt);
    expect(summarise([site('a'), site('b', { pulledAt: null })]).syncedAt).toBeNull();
  });

  it('names every site of each kind, never only the first', () => {
    const sites = [
      site('a', { error: broken }),
      site('b', {}, { needsPassword: true }),
      site('c', { phase: 'pulling' }),
      site('d', { error: broken }),
      site('e', {}, { needsPassword: true }),
      site('f', {}, { setAside: 2 }),
      site('g', { phase: 'pulling' }),
      site('h', {}, { setAside: 1 }),
    ];
    expect(said(sites)).toEqual({ failing: 'ad', locked: 'be', pulling: 'cg', damaged: 'fh' });
  });

  it('has the site that is silent longest first', () => {
    const sites = [
      site('a', { error: refused, offlineSince: '2026-11-17T09:12:00Z' }),
      site('b', { error: refused, offlineSince: '2026-11-17T09:05:00Z' }),
    ];
    expect(said(sites)).toEqual({ offline: 'ba' });
    expect(ids(sites)).toBe('ab');
  });

  it('asks for the password instead of calling the site silent or broken', () => {
    const silent = { error: refused, offlineSince: '2026-11-17T09:12:00Z' };
    const sites = [
      site('a', silent, { needsPassword: true }),
      site('b', { error: broken }, { needsPassword: true }),
    ];
    expect(said(sites)).toEqual({ locked: 'ab' });
  });
});
