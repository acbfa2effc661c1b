import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { SiteClient } from '../../../main/sites/site-client.ts';
import { SyncEngine } from '../../../main/sync/engine.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aSite } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { anIdentity } from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { engineAtWork } from './at-work.ts';

test('a server that hangs does not hold up leaving its site', async () => {
  const library = await openedLibrary(await tempFolder());
  await library.transact((tx) => ok(tx.put('sites', aSite())));
  const clock = manualClock();
  let asked = false;
  const hanging = {
    identify: () => {
      asked = true;
      return new Promise(() => {});
    },
  } as unknown as SiteClient;
  const engine = new SyncEngine({
    mayBegin: () => true,
    ...{ library, clock, clientFor: () => ok(hanging) },
    onProgress: () => {},
    onBug: bugsOfTest().onBug,
  });
  engine.pull('site-1');
  await expect.poll(() => asked).toBe(true);
  let cleared = false;
  const left = engine.forget('site-1', async () => {
    cleared = true;
  });
  clock.advance(2_999);
  await Promise.resolve();
  expect(cleared).toBe(false);
  clock.advance(1);
  await left;
  expect(cleared).toBe(true);
});

test('asked for twice at once, it leaves one worker', async () => {
  let asked = 0;
  const answer = Promise.withResolvers<void>();
  const desk = await engineAtWork({
    identify: async () => {
      asked += 1;
      await answer.promise;
      return ok(anIdentity());
    },
  });
  const first = desk.engine.forget('site-1', async () => {});
  const second = desk.engine.forget('site-1', async () => {
    await first;
    desk.engine.pull('site-1');
    await expect.poll(() => asked).toBe(1);
  });
  await second;
  desk.engine.pull('site-1');
  await new Promise((resolve) => setImmediate(resolve));
  await desk.library.settled();
  expect(asked).toBe(1);
  answer.resolve();
  await desk.idle();
});
