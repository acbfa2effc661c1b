import { expect, onTestFinished, test, vi } from 'vitest';
import { err, ok } from '../../../main/domain/result.ts';
import { SiteWorker } from '../../../main/sync/site-worker.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aSite } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { scriptedClient } from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A worker whose site says only "slow down". */
async function refused(retryAfterSeconds: number | null) {
  const clock = manualClock();
  const library = await openedLibrary(await tempFolder());
  must(await library.transact((tx) => ok(tx.put('sites', aSite()))));
  const identify = vi.fn(async () =>
    err({ kind: 'rate-limited' as const, retryAfterSeconds, host: 'bavnivlakove.example' }),
  );
  const { client } = scriptedClient({ identify });
  const worker = new SiteWorker(aSite().id, {
    mayBegin: () => true,
    ...{ library, clock },
    clientFor: () => ok(client),
    onActivity: () => {},
    ...bugsOfTest(),
  });
  // What goes on after the last look must have ended before the library is closed.
  onTestFinished(() => worker.stop());
  worker.requestPull(true);
  await eventually(() => expect(clock.pending).toBe(1));
  return { clock, worker, identify };
}

test('a pause lasts as long as the site asks', async () => {
  const { clock, worker, identify } = await refused(120);
  expect(worker.activity.nextTryAt).toBe('2026-11-10T10:02:00.000Z');
  clock.advance(119_000);
  expect(identify).toHaveBeenCalledTimes(1);
  clock.advance(1_000);
  await eventually(() => expect(identify).toHaveBeenCalledTimes(2));
});

test('nonsense cannot silence the outbox for longer than an hour', async () => {
  const { clock, worker, identify } = await refused(Number.MAX_SAFE_INTEGER);
  expect(worker.activity.nextTryAt).toBe('2026-11-10T11:00:00.000Z');
  clock.advance(3_600_000);
  await eventually(() => expect(identify).toHaveBeenCalledTimes(2));
});

test('a pause is over when the clock has been put back behind its beginning', async () => {
  const { clock, worker, identify } = await refused(120);
  clock.set('2024-11-10T10:00:00.000Z');
  worker.wake(false);
  await eventually(() => expect(identify).toHaveBeenCalledTimes(2));
});
