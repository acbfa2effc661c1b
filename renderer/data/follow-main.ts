import type { Query, QueryClient } from '@tanstack/react-query';
import type { EventPayload } from '../../preload/contract/events.ts';
import type { Bridge } from '../../preload/contract/index.ts';
import { createChangeTracker, type Question } from './changes.ts';
import type { CallOutput } from './request.ts';
import { callKey } from './use-call.ts';

/** Puts a site's new sync state into the answers that show it. An answer that is out of date otherwise stays so. */
function showProgress(client: QueryClient, state: EventPayload<'progress'>): void {
  const queryKey = callKey('sites', 'list', {});
  const outdated = client.getQueryState(queryKey)?.isInvalidated ?? false;
  client.setQueryData<CallOutput<'sites', 'list'>>(queryKey, (sites) =>
    sites?.map((site) => (site.id === state.siteId ? { ...site, sync: state } : site)),
  );
  if (outdated) void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
}

/** Puts how far a backup is into the answers that show it; at its end they are asked for again. */
function showBackup(client: QueryClient, { running }: EventPayload<'backup'>): void {
  const queryKey = callKey('backups', 'overview', {});
  client.setQueryData<CallOutput<'backups', 'overview'>>(queryKey, (state) => state && { ...state, running });
  if (running === null) askAgain(client, ({ queryKey: [area] }) => area === 'backups');
}

/** Whether an answer is on its way that TanStack neither asks for again nor knows to be too old when it comes. */
const isAwaited = (query: Query): boolean =>
  query.state.fetchStatus === 'fetching' && (query.state.data === undefined || !query.isActive());

/** Asks again for these answers, those included that left main before the change. */
function askAgain(client: QueryClient, predicate: (query: Query) => boolean): void {
  const awaited = client.getQueryCache().findAll({ predicate }).filter(isAwaited);
  void client.invalidateQueries({ predicate });
  for (const { queryKey, promise } of awaited) {
    const again = () => client.invalidateQueries({ queryKey, exact: true });
    void promise?.then(again, again);
  }
}

/**
 * Keeps the cache in step with main. To be called once, before the first question, so that no change is missed.
 *
 * @returns stops following
 */
export function followMain(client: QueryClient, bridge: Pick<Bridge, 'on'>): () => void {
  const track = createChangeTracker();
  const stopChanges = bridge.on('changed', (event) => {
    const change = track(event);
    if (change.kind === 'all') askAgain(client, () => true);
    if (change.kind === 'some') {
      askAgain(client, ({ queryKey: [area, name] }) => change.questions.has(`${area}.${name}` as Question));
    }
  });
  const stopProgress = bridge.on('progress', (state) => showProgress(client, state));
  const stopHealth = bridge.on('health', () =>
    askAgain(client, ({ queryKey: [area, name] }) => area === 'library' && name === 'health'),
  );
  const stopBackups = bridge.on('backup', (event) => showBackup(client, event));
  return () => {
    stopBackups();
    stopHealth();
    stopChanges();
    stopProgress();
  };
}
