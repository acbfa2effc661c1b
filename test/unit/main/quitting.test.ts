import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, test, vi } from 'vitest';
import { finishBeforeQuitting, quitWithLastWindow, startAnew } from '../../../main/quitting.ts';
import { manualClock } from '../../support/manual-clock.ts';

/** An app that ends when nobody prevents it. */
function anApp() {
  const app = new EventEmitter() as EventEmitter & { quit(): void; ended: boolean };
  app.ended = false;
  app.quit = () => {
    app.emit('before-quit', {});
    let prevented = false;
    app.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) app.ended = true;
  };
  return app as unknown as App & { ended: boolean };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function quitting(finish: () => Promise<void>) {
  const app = anApp();
  const clock = manualClock();
  const reportBug = vi.fn();
  const finishing = vi.fn(finish);
  finishBeforeQuitting(app, clock, finishing, reportBug);
  return { app, clock, finishing, reportBug };
}

test('the app ends when what was under way has ended', async () => {
  let done = () => {};
  const { app, finishing } = quitting(() => new Promise((resolve) => (done = resolve)));
  app.quit();
  await settled();
  expect([app.ended, finishing.mock.calls.length]).toEqual([false, 1]);
  done();
  await settled();
  expect(app.ended).toBe(true);
});

test('asking again meanwhile neither ends it early nor finishes twice', async () => {
  const { app, finishing, clock } = quitting(() => new Promise(() => {}));
  app.quit();
  app.quit();
  await settled();
  expect([app.ended, finishing.mock.calls.length]).toEqual([false, 1]);
  clock.advance(2_999);
  await settled();
  expect(app.ended).toBe(false);
});

test('what does not end is not waited for longer than three seconds', async () => {
  const { app, clock } = quitting(() => new Promise(() => {}));
  app.quit();
  clock.advance(3_000);
  await settled();
  expect(app.ended).toBe(true);
});

test('a failure at the end is reported, and the app ends all the same', async () => {
  const { app, reportBug } = quitting(() => Promise.reject(new Error('no')));
  app.quit();
  await settled();
  expect(reportBug.mock.calls).toEqual([[new Error('no'), 'quitting']]);
  expect(app.ended).toBe(true);
});

test.each<[NodeJS.Platform, boolean]>([
  ['linux', true],
  ['win32', true],
  ['darwin', false],
])('on %s closing the last window ends the app: %s', (platform, ends) => {
  const app = anApp();
  quitWithLastWindow(app, platform);
  app.emit('window-all-closed');
  expect(app.ended).toBe(ends);
});

/** Quitting as far as the first window that prevents its closing. */
const beginToQuit = (app: App) => (app as unknown as EventEmitter).emit('before-quit', {});

test('on macOS a quit that waited for a window goes on when the window has gone', () => {
  const app = anApp();
  quitWithLastWindow(app, 'darwin');
  beginToQuit(app);
  app.emit('window-all-closed');
  expect(app.ended).toBe(true);
});

test('on macOS a window that was kept open ends the quitting', () => {
  const app = anApp();
  const { stay } = quitWithLastWindow(app, 'darwin');
  beginToQuit(app);
  stay();
  app.emit('window-all-closed');
  expect(app.ended).toBe(false);
});

test('started anew, it ends what has begun and nobody is asked; what never ends is not waited for', async () => {
  const clock = manualClock();
  const app = { relaunch: vi.fn(), exit: vi.fn() };
  const reportBug = vi.fn();
  const finish = vi.fn(async () => expect(app.relaunch).not.toHaveBeenCalled());
  await startAnew(app, clock, finish, reportBug);
  expect(finish).toHaveBeenCalledTimes(1);
  expect(app.relaunch).toHaveBeenCalledTimes(1);
  expect(app.exit).toHaveBeenCalledExactlyOnceWith(0);

  const hanging = startAnew(app, clock, () => new Promise<void>(() => {}), reportBug);
  await settled();
  expect(app.exit).toHaveBeenCalledTimes(1);
  clock.advance(3_000);
  await hanging;
  expect(app.exit).toHaveBeenCalledTimes(2);
  expect(reportBug).not.toHaveBeenCalled();
});
