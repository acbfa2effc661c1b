import path from 'node:path';
import type { Net, Session } from 'electron';
import type { AllHandlers } from './bridge/register.ts';
import type { Clock } from './clock.ts';
import type { Library } from './library/library.ts';
import { practiceCounts } from './practice-blog/counts.ts';
import type { Building } from './search/feed.ts';
import { SearchEngine } from './search/search-engine.ts';
import type { CredentialStore } from './security/credentials.ts';
import { AppService } from './services/app.ts';
import { type BackupOptions, BackupService } from './services/backups.ts';
import { CommentService } from './services/comments.ts';
import { tidyUp } from './services/housekeeping.ts';
import type { LibraryHealth } from './services/library-health.ts';
import { OutboxService } from './services/outbox.ts';
import { PostService } from './services/posts.ts';
import { RevisionService } from './services/revisions.ts';
import { SavedSearchService } from './services/saved-searches.ts';
import { SearchService } from './services/search.ts';
import { SiteService } from './services/sites.ts';
import { SyncService } from './services/sync.ts';
import { siteClients } from './site-clients.ts';
import { SyncEngine, type SyncState } from './sync/engine.ts';

export interface ComposeOptions {
  library: Library;
  /** Watches over that library. */
  health: LibraryHealth;
  clock: Clock;
  credentials: CredentialStore;
  net: Pick<Net, 'request'>;
  writes: Pick<Session, 'closeAllConnections'>;
  version: string;
  dataFolder: string;
  systemLanguages(): string[];
  openExternal(url: string): Promise<void>;
  openFolder(folder: string): Promise<string>;
  onReadyToClose(): void;
  onProgress(state: SyncState): void;
  /** Where the search index lies, and the program of its thread. */
  search: { file: string; worker: URL };
  onSearchBuilding(building: Building | null): void;
  backups: BackupOptions;
  onBug(error: unknown): void;
}

/** The app without its windows: services, sync and sites over one library. Knows nothing of Electron but `net`. */
export function compose(options: ComposeOptions): {
  handlers: AllHandlers;
  engine: SyncEngine;
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const { library, clock, credentials, net, writes, version, dataFolder, onProgress, onBug } = options;
  const { identify, clientAt, clientFor, practice } = siteClients({
    ...{ net, writes, version, credentials, now: clock.now, createId: clock.createId },
    practiceFile: path.join(dataFolder, 'practice-blog.json'),
  });
  let [mayBegin, stopped] = [false, false];
  const engine = new SyncEngine({ library, clock, clientFor, onProgress, onBug, mayBegin: () => mayBegin });
  const search = new SearchEngine({
    ...{ library, clock, onBug, ...options.search },
    onBuilding: options.onSearchBuilding,
  });
  const backups = new BackupService({
    ...{ library, clock, version, dataFolder, onBug, openFolder: options.openFolder },
    ...options.backups,
  });
  const stopWaking = library.onCommit(({ collections }) => {
    if (collections.has('operations')) engine.wake(null);
  });
  return {
    handlers: {
      app: new AppService({ ...options, practice: practiceCounts, platform: process.platform }),
      sites: new SiteService({ library, clock, credentials, engine, identify, clientAt, practice }),
      sync: new SyncService(engine),
      posts: new PostService(library, clock),
      revisions: new RevisionService(library, clock),
      comments: new CommentService(library, clock),
      outbox: new OutboxService(library, clock, engine),
      search: new SearchService(library, search),
      savedSearches: new SavedSearchService(library, clock, search),
      library: options.health,
      backups,
    },
    engine,
    async start() {
      // Quit while the library was loading.
      if (stopped) return;
      search.start();
      await library.loaded;
      await tidyUp(library, clock);
      await engine.start();
      // Not before what an earlier run was sending is known to be unconfirmed.
      void options.health.doubted.then(() => {
        mayBegin = !stopped;
        if (mayBegin) engine.wake(null);
      });
      backups.start();
    },
    async stop() {
      stopped = true;
      mayBegin = false;
      stopWaking();
      await backups.stop();
      await engine.stop();
      await library.settled();
      await search.stop();
    },
  };
}
