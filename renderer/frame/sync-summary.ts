import type { Site } from '../features/sites/use-sites.ts';

export type SyncedSite = Pick<Site, 'id' | 'sync' | 'needsPassword' | 'setAside'>;

/** What the status line says about the sites. Each list is empty where there is nothing to say. */
export interface SyncSummary<S extends SyncedSite> {
  /** Sites that are being pulled now. */
  pulling: readonly S[];
  /** Sites that do not answer, silent longest first. */
  offline: readonly S[];
  /** Sites that answer, but not as they should. */
  failing: readonly S[];
  /** Sites without a password that they accept. */
  locked: readonly S[];
  /** Sites with records that could not be read. */
  damaged: readonly S[];
  /** The time from which on everything is known: the oldest of the sites' last pulls; null before the first. */
  syncedAt: string | null;
}

/** Sums up how the sites stand. A site is in one of `offline`, `failing` and `locked` at most. */
export function summarise<S extends SyncedSite>(sites: readonly S[]): SyncSummary<S> {
  const open = sites.filter(({ needsPassword }) => !needsPassword);
  const pulls = sites.map(({ sync }) => sync.pulledAt);
  return {
    pulling: sites.filter(({ sync }) => sync.phase === 'pulling'),
    offline: open
      .filter(({ sync }) => sync.offlineSince !== null)
      .sort((a, b) => ((a.sync.offlineSince ?? '') < (b.sync.offlineSince ?? '') ? -1 : 1)),
    failing: open.filter(({ sync }) => sync.error !== null && sync.offlineSince === null),
    locked: sites.filter(({ needsPassword }) => needsPassword),
    damaged: sites.filter(({ setAside }) => setAside > 0),
    syncedAt: pulls.includes(null) ? null : ([...pulls].sort()[0] ?? null),
  };
}
