import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { compose } from '../../../main/compose.ts';
import { openCredentials } from '../../../main/security/credentials.ts';
import type { SyncState } from '../../../main/sync/engine.ts';
import { afterCrash } from '../../support/crash-copy.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { noBackups } from '../../support/no-backups.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { quietHealth } from '../../support/quiet-health.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** The whole app without windows and without a network: the practice blog needs none. */
async function composed({ isFollowed = true } = {}) {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const request = vi.fn(() => {
    throw new Error('The network was used');
  });
  const progress: SyncState[] = [];
  const onBug = vi.fn();
  const health = quietHealth(folder);
  const app = compose({
    ...{ library, clock: systemClock, dataFolder: folder, version: '0.0.0', onBug },
    health,
    net: { request },
    writes: { closeAllConnections: async () => {} },
    credentials: await openCredentials(path.join(folder, 'credentials.json'), {
      isEncryptionAvailable: () => false,
      backend: () => null,
      encryptString: () => Buffer.alloc(0),
      decryptString: () => '',
    }),
    systemLanguages: () => ['bg-BG'],
    openExternal: async () => {},
    openFolder: async () => '',
    onReadyToClose: () => {},
    onProgress: (state) => void progress.push(state),
    search: {
      file: path.join(folder, 'search', 'index.sqlite'),
      worker: new URL('../../../main/search/worker.ts', import.meta.url),
    },
    onSearchBuilding: () => {},
    backups: noBackups(folder),
  });
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= app.stop();
    return stopped;
  };
  onTestFinished(stop);
  if (isFollowed) await health.follow(library);
  return { ...app, health, stop, library, folder, request, progress, onBug };
}

test('the practice blog is opened, pulled, decided on and written to, without a network or a nudge', async () => {
  const { handlers, start, library, request, onBug, progress } = await composed();
  await start();
  const { id } = must(await handlers.sites.openPractice({}));
  await eventually(() => expect(library.get('sites', id)?.pulledAt).not.toBeNull());
  expect(library.all('posts').length).toBeGreaterThan(10);

  const page = { siteId: id, filter: 'pending', order: 'oldest', offset: 0, limit: 1 } as const;
  const [pending] = must(await handlers.comments.list(page)).rows;
  must(await handlers.comments.decide({ commentIds: [pending?.id ?? ''], decision: 'approve' }));
  await eventually(() => expect(library.all('operations').map(({ state }) => state)).toEqual(['done']));
  expect(library.get('comments', pending?.id ?? '')).toMatchObject({ baseStatus: 'approved' });

  const draft = must(await handlers.posts.create({ siteId: id }));
  const words = { title: 'Проба', body: '<p>Проба</p>' };
  const saved = must(await handlers.posts.save({ postId: draft.id, expectedRevision: 1, ...words }));
  const { revision: expectedRevision } = saved;
  must(await handlers.posts.send({ postId: draft.id, expectedRevision, status: 'publish' }));
  await eventually(() => expect(library.get('posts', draft.id)?.base?.fields.status).toBe('publish'));

  expect(request).not.toHaveBeenCalled();
  expect(onBug).not.toHaveBeenCalled();
  expect(progress.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['pulling', 'sending', 'idle']));
});

test('what is quit while it loads begins nothing', async () => {
  const { handlers, start, stop, library, health, request, onBug } = await composed({ isFollowed: false });
  must(await handlers.sites.openPractice({}));
  await stop();
  const before = library.revision;
  await health.follow(library);
  await start();
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await library.settled();
  expect([library.revision, request.mock.calls, onBug.mock.calls]).toEqual([before, [], []]);
});

test('after stopping everything is on disk and nothing more happens', async () => {
  const { handlers, start, stop, library, folder } = await composed();
  await start();
  const { id } = must(await handlers.sites.openPractice({}));
  await eventually(() => expect(library.all('comments').length).toBeGreaterThan(0));
  await stop();
  expect((await afterCrash(folder)).all('comments')).toEqual(library.all('comments'));
  const before = library.revision;
  must(await handlers.sync.pull({ siteId: id }));
  must(await handlers.outbox.sendNow({}));
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await library.settled();
  expect(library.revision).toBe(before);
});
