// Nothing is sent before what damage may have left of it is doubted on disk.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { FileLayer } from '../../../main/library/durable-file.ts';
import { SiteWorker } from '../../../main/sync/site-worker.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aComment, anOperation, aSite } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { aRemoteComment, scriptedClient } from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { watching } from '../services/damaged-library.ts';

/** A closed library with two decisions that wait; `harm` changes the file of the outbox. */
async function harmed(harm: (text: string) => string): Promise<string> {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  must(
    await library.transact((tx) => {
      tx.put('sites', aSite());
      for (const n of [1, 2]) {
        const id = `site-1/${n}`;
        tx.put('comments', aComment({ id, remoteId: n, status: 'spam' }));
        const task = { kind: 'set-comment-status', commentId: id, status: 'spam' } as const;
        tx.put('operations', anOperation({ id: `op-${n}`, sequence: n, task }));
      }
      return ok(null);
    }),
  );
  await library.compact();
  await library.close();
  const file = path.join(folder, 'operations/000000.ndjson');
  const text = await readFile(file, 'utf8');
  expect(harm(text)).not.toBe(text);
  await writeFile(file, harm(text));
  return folder;
}

/** Opens it with a worker that is woken as in the app; answers what the site is asked and told. */
async function atWork(folder: string, files?: FileLayer) {
  const desk = await watching(folder, files);
  const { library, clock, health, following } = desk;
  const { client, calls } = scriptedClient({
    getComment: async (remoteId) => ok(aRemoteComment({ remoteId, status: 'pending' })),
    setCommentStatus: async ({ remoteId, status }) => ok(aRemoteComment({ remoteId, status })),
  });
  let mayBegin = false;
  const worker = new SiteWorker('site-1', {
    ...{ library, clock, mayBegin: () => mayBegin, clientFor: () => ok(client), onActivity: () => {} },
    ...bugsOfTest(),
  });
  onTestFinished(() => worker.stop());
  library.onCommit(() => worker.wake(true));
  void health.doubted.then(() => {
    mayBegin = true;
    worker.wake(false);
  });
  await following;
  return { ...desk, worker, names: () => calls.map(([name]) => name) };
}

const operations = ({ library }: Awaited<ReturnType<typeof atWork>>) => library.all('operations');

test('what a full disk refused to doubt is asked about before it is sent, once there is room', async () => {
  const folder = await harmed((text) => text.replace('"id":"op-1"', '"id":#op-1"'));
  const disk = breakableFiles();
  disk.fail();
  const desk = await atWork(folder, disk.files);
  const timers = desk.clock.pending;
  desk.worker.wake(true);
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(desk.names()).toEqual([]);
  // It waits to be woken, and does not look again and again.
  expect(desk.clock.pending).toBe(timers);
  disk.heal();
  desk.clock.advance(3_000);
  await eventually(() => expect(operations(desk)).toMatchObject([{ id: 'op-2', state: 'done' }]));
  expect(desk.names()).toEqual(['getComment', 'setCommentStatus']);
});

test('what damage has changed letters of waits for a person', async () => {
  const folder = await harmed((text) => text.replace('"commentId":"site-1/1"', '"commentId":"site-1/3"'));
  const desk = await atWork(folder);
  await eventually(() => expect(operations(desk)[1]?.state).toBe('done'));
  expect(operations(desk)[0]).toMatchObject({
    ...{ id: 'op-1', state: 'failed', checkFirst: true },
    lastError: { kind: 'after-restore', what: 'altered', host: 'bavnivlakove.example' },
  });
  expect(desk.names()).toEqual(['setCommentStatus']);
});
