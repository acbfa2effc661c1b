import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { AllHandlers } from '../../main/bridge/register.ts';
import { compose } from '../../main/compose.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { type Library, openLibrary } from '../../main/library/library.ts';
import { openCredentials } from '../../main/security/credentials.ts';
import type { BackupOptions } from '../../main/services/backups.ts';
import { waitUntil } from '../wordpress/wait-until.ts';
import { bugsOfTest } from './bugs.ts';
import { hostNetwork } from './host-network.ts';
import { hurriedClock } from './hurried-clock.ts';
import { must } from './must.ts';
import { noBackups } from './no-backups.ts';
import { quietHealth } from './quiet-health.ts';

/** How much faster than real time a desk's pauses pass. */
const SPEED = 20;

/** A keychain that turns texts around: reversible, and nothing readable reaches the disk by accident. */
const box = {
  isEncryptionAvailable: () => true,
  backend: () => 'test',
  encryptString: (text: string) => Buffer.from([...text].reverse().join('')),
  decryptString: (encrypted: Buffer) => [...encrypted.toString()].reverse().join(''),
};

/**
 * The whole app without windows, on real files in `folder` and the product's own way to the network. Opening a second
 * desk on the same folder after `kill` is a restart after a kill: what was not on disk is gone.
 */
export async function openDesk(folder: string, backups: Partial<BackupOptions> = {}) {
  const clock = hurriedClock(SPEED);
  const health = quietHealth(path.join(folder, 'library'), clock);
  const { bugs, onBug } = bugsOfTest();
  const library = must(
    await openLibrary(path.join(folder, 'library'), realFiles, { ...health.hooks, onBug }),
  );
  const composed = compose({
    ...hostNetwork(),
    ...{
      ...{ library, health, clock },
      version: '0.0.0',
      dataFolder: path.join(folder, 'library'),
    },
    credentials: await openCredentials(path.join(folder, 'credentials.json'), box),
    systemLanguages: () => ['bg-BG'],
    openExternal: async () => {},
    openFolder: async () => '',
    onReadyToClose: () => {},
    onProgress: () => {},
    search: {
      file: path.join(folder, 'search', 'index.sqlite'),
      worker: new URL('../../main/search/worker.ts', import.meta.url),
    },
    onSearchBuilding: () => {},
    backups: noBackups(folder, backups),
    onBug,
  });
  await health.follow(library);
  await composed.start();
  let stopped: Promise<void> | null = null;
  const stop = () =>
    (stopped ??= composed.stop().then(async () => {
      await health.stop();
      await library.close();
    }));
  onTestFinished(stop);
  return { ...composed.handlers, ...atDesk(composed.handlers, library), library, bugs, stop };
}

/** What a person does at a desk, and waits for. */
function atDesk({ sites, posts, outbox }: AllHandlers, library: Library) {
  const quiet = async () => {
    const { waiting } = must(await outbox.counts({}));
    const busy = must(await sites.list({})).some(({ sync }) => sync.phase !== 'idle');
    return waiting === 0 && !busy;
  };
  return {
    /** Waits until nothing waits and nothing runs. */
    settle: () =>
      waitUntil(quiet, () => `Not settled: ${JSON.stringify(library.all('operations').slice(-3), null, 1)}`),
    /** Waits until a request has found nobody: one that has only just begun could still meet a blog that is back. */
    noticedOffline: (siteId: string) =>
      waitUntil(
        () => library.get('contacts', siteId)?.error?.kind === 'offline',
        () => `Not offline: ${JSON.stringify(library.all('operations').slice(-3), null, 1)}`,
      ),
    /** Connects and waits for the first pull. */
    async connect(wp: { url: string }, user: { login: string; password: string }) {
      const site = must(await sites.connect({ address: wp.url, ...user, keep: 'device' }));
      await waitUntil(
        () => Promise.resolve(library.get('sites', site.id)?.pulledAt !== null),
        () => `No pull: ${JSON.stringify(library.get('contacts', site.id))}`,
      );
      return site;
    },
    /** A new draft with these words, saved. */
    async write(siteId: string, title: string, body: string) {
      const draft = must(await posts.create({ siteId }));
      const saved = must(
        await posts.save({ postId: draft.id, expectedRevision: draft.revision, title, body }),
      );
      return { postId: draft.id, expectedRevision: saved.revision };
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
