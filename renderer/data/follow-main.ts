import type { QueryClient } from '@tanstack/react-query';
import type { EventPayload } from '../../preload/contract/events.ts';
import type { Bridge } from '../../preload/contract/index.ts';
import { createChangeTracker, type Question } from './changes.ts';
import type { CallOutput } from './request.ts';
import { callKey } from './use-call.ts';

/** Puts a site's new sync state into the answers that show it. */
function showProgress(client: QueryClient, state: EventPayload<'progress'>): void {
  client.setQueryData<CallOutput<'sites', 'list'>>(callKey('sites', 'list', {}), (sites) =>
    sites?.map((site) => (site.id === state.siteId ? { ...site, sync: state } : site)),
  );
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
    if (change.kind === 'all') void client.invalidateQueries();
    if (change.kind === 'some') {
      void client.invalidateQueries({
        predicate: ({ queryKey: [area, name] }) => change.questions.has(`${area}.${name}` as Question),
      });
    }
  });
  const stopProgress = bridge.on('progress', (state) => showProgress(client, state));
  return () => {
    stopChanges();
    stopProgress();
  };
}
