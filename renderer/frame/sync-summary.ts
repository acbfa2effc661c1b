import type { AppError } from '../../main/domain/app-error.ts';
import type { CallOutput } from '../data/request.ts';

type Site = CallOutput<'sites', 'list'>[number];
export type SyncedSite = Pick<Site, 'id' | 'title' | 'sync' | 'needsPassword' | 'setAside'>;

/** What the status line says about the sites, most urgent first within each part. */
export interface SyncSummary {
  /** A pull that runs now. */
  pulling: { siteId: string; what: 'posts' | 'comments'; done: number; total: number } | null;
  /** Sites that do not answer: one by name and since when, or how many. */
  offline: { since: string; title: string; count: number } | null;
  /** A site that answers, but not as it should. */
  failing: { error: AppError; title: string } | null;
  /** A site that refused our password. */
  needsPassword: { siteId: string; title: string } | null;
  /** The time from which on everything is known: the oldest of the sites' last pulls; null before the first. */
  syncedAt: string | null;
  /** Records that could not be read, and a site that has some. */
  setAside: { siteId: string; count: number } | null;
}

/** Sums up how the sites stand. */
export function summarise(sites: readonly SyncedSite[]): SyncSummary {
  const silent = sites.filter((site) => site.sync.offlineSince !== null && !site.needsPassword);
  const since = silent.map((site) => site.sync.offlineSince ?? '').sort()[0];
  const locked = sites.find((site) => site.needsPassword);
  const failing = sites.find(
    ({ sync, needsPassword }) => sync.error !== null && sync.offlineSince === null && !needsPassword,
  );
  const pulls = sites.map((site) => site.sync.pulledAt);
  const damaged = sites.find((site) => site.setAside > 0);
  return {
    pulling: pullOf(sites),
    offline: since === undefined ? null : { since, title: silent[0]?.title ?? '', count: silent.length },
    failing: failing?.sync.error ? { error: failing.sync.error, title: failing.title } : null,
    needsPassword: locked === undefined ? null : { siteId: locked.id, title: locked.title },
    syncedAt: pulls.includes(null) ? null : ([...pulls].sort()[0] ?? null),
    setAside:
      damaged === undefined
        ? null
        : { siteId: damaged.id, count: sites.reduce((sum, site) => sum + site.setAside, 0) },
  };
}

function pullOf(sites: readonly SyncedSite[]): SyncSummary['pulling'] {
  const site = sites.find(({ sync }) => sync.phase === 'pulling');
  if (site === undefined) return null;
  const { what, done, total } = site.sync;
  return { siteId: site.id, what: what === 'comments' ? 'comments' : 'posts', done, total };
}
