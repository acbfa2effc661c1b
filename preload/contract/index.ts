import { appCalls } from './app.ts';
import { backupCalls } from './backups.ts';
import { commentCalls } from './comments.ts';
import type { Client } from './define.ts';
import { type EventName, type EventPayload, events } from './events.ts';
import { libraryCalls } from './library.ts';
import { outboxCalls } from './outbox.ts';
import { postCalls } from './posts.ts';
import { revisionCalls } from './revisions.ts';
import { savedSearchCalls } from './saved-searches.ts';
import { searchCalls } from './search.ts';
import { siteCalls } from './sites.ts';
import { syncCalls } from './sync.ts';

/**
 * The typed bridge. Each call is declared once, here; main's registration, the preload's functions, the page's types
 * and the tests' lists all derive from this object.
 */
export const contract = {
  app: appCalls,
  sites: siteCalls,
  sync: syncCalls,
  posts: postCalls,
  revisions: revisionCalls,
  comments: commentCalls,
  outbox: outboxCalls,
  search: searchCalls,
  savedSearches: savedSearchCalls,
  library: libraryCalls,
  backups: backupCalls,
};

export type Contract = typeof contract;
export type Area = keyof Contract;

/** Channel names as IPC sees them: `area.call`. */
export const channelNames: readonly string[] = Object.entries(contract).flatMap(([area, calls]) =>
  Object.keys(calls).map((name) => `${area}.${name}`),
);

/** Channels on which main speaks first. */
export const eventNames = Object.keys(events) as readonly EventName[];

/** What the preload exposes as `window.copydesk`. */
export type Bridge = { [A in Area]: Client<Contract[A]> } & {
  on<N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void): () => void;
};
