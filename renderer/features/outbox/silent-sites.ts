import type { AppError } from '../../../main/domain/app-error.ts';
import { hostOf } from '../../../main/domain/host.ts';
import type { Site } from '../sites/use-sites.ts';
import type { OperationRow } from './outbox-words.ts';

/** The sites that something waits for and that cannot be reached. */
export interface SilentSites {
  /** Their hosts, each once. */
  hosts: readonly string[];
  /** What the first of them met with. */
  error: AppError | null;
  /** The nearest next try at any of them (ISO). */
  nextTryAt: string | null;
}

type Standing = Pick<Site, 'id' | 'url' | 'sync' | 'needsPassword'>;
type Row = Pick<OperationRow, 'siteId' | 'nextTryAt'>;

/** Null while every site that something waits for answers. */
export function silentSites(sites: readonly Standing[], waiting: readonly Row[]): SilentSites | null {
  const silent = sites.filter(
    ({ id, sync, needsPassword }) =>
      sync.offlineSince !== null && !needsPassword && waiting.some(({ siteId }) => siteId === id),
  );
  const [first] = silent;
  if (first === undefined) return null;
  const tries = silent.flatMap(
    ({ id, sync }) =>
      // The site's own state is newer: it follows every try, the rows only what is on disk.
      sync.nextTryAt ?? waiting.find(({ siteId }) => siteId === id)?.nextTryAt ?? [],
  );
  return {
    hosts: [...new Set(silent.map(({ url }) => hostOf(url)))],
    error: first.sync.error,
    nextTryAt: tries.sort()[0] ?? null,
  };
}
