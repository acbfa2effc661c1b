import type { BrowserWindow as RealWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { closingGuard } from '../../../main/closing.ts';
import { BrowserWindow, resetElectron } from '../../support/electron-double.ts';
import { manualClock } from '../../support/manual-clock.ts';

beforeEach(resetElectron);

/** A window under guard; `person` answers the question when there is one. */
function guarded(mayHoldWords = () => true) {
  const clock = manualClock();
  const answers: ((close: boolean) => void)[] = [];
  const askPage = vi.fn();
  const askPerson = vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve)));
  const beforeGone = vi.fn();
  const guard = closingGuard({ mayHoldWords, askPage, askPerson, after: clock.after, beforeGone });
  const window = new BrowserWindow({});
  window.on('close', (event) => guard.onClose(window as unknown as RealWindow, event));
  const person = async (close: boolean) => {
    answers.shift()?.(close);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { clock, askPage, askPerson, beforeGone, guard, window, person };
}

test('a window whose page nobody could have written in yet closes at once', () => {
  const { askPage, beforeGone, window } = guarded(() => false);
  expect(window.close()).toBe(false);
  expect(askPage).not.toHaveBeenCalled();
  expect(beforeGone).toHaveBeenCalledTimes(1);
});

test('the window waits for its page, and goes when the page is ready', () => {
  const { askPage, askPerson, beforeGone, guard, window, clock } = guarded();
  expect(window.close()).toBe(true);
  expect(askPage).toHaveBeenCalledTimes(1);
  expect(window.isDestroyed()).toBe(false);
  expect(beforeGone).not.toHaveBeenCalled();
  clock.advance(4_999);
  guard.ready();
  expect(beforeGone).toHaveBeenCalledExactlyOnceWith(window);
  expect(beforeGone.mock.invocationCallOrder[0]).toBeGreaterThan(0);
  expect(window.isDestroyed()).toBe(true);
  clock.advance(60_000);
  expect(askPerson).not.toHaveBeenCalled();
});

test('what is to be remembered is asked of a window that still stands', () => {
  const { beforeGone, guard, window } = guarded();
  beforeGone.mockImplementation((going: BrowserWindow) => expect(going.isDestroyed()).toBe(false));
  window.close();
  guard.ready();
  expect(beforeGone).toHaveReturnedTimes(1);
});

test('closing twice neither hurries it nor asks the page twice', () => {
  const { askPage, askPerson, window, clock } = guarded();
  window.close();
  clock.advance(3_000);
  expect(window.close()).toBe(true);
  clock.advance(1_999);
  expect(askPerson).not.toHaveBeenCalled();
  clock.advance(1);
  expect(askPerson).toHaveBeenCalledTimes(1);
  expect(askPage).toHaveBeenCalledTimes(1);
  expect(window.isDestroyed()).toBe(false);
});

test('a page that does not answer leaves it to the person, who may insist', async () => {
  const { window, clock, person, beforeGone } = guarded();
  window.close();
  clock.advance(5_000);
  await person(true);
  expect(window.isDestroyed()).toBe(true);
  expect(beforeGone).toHaveBeenCalledTimes(1);
});

test('a window kept open lives on and can be closed again, from the beginning', async () => {
  const { window, clock, person, askPage, askPerson, guard } = guarded();
  window.close();
  clock.advance(5_000);
  await person(false);
  expect(window.isDestroyed()).toBe(false);
  clock.advance(60_000);
  expect(askPerson).toHaveBeenCalledTimes(1);
  window.close();
  expect(askPage).toHaveBeenCalledTimes(2);
  guard.ready();
  expect(window.isDestroyed()).toBe(true);
});

test('a page that is ready while the person still thinks closes the window; the answer then does nothing', async () => {
  for (const answer of [true, false]) {
    const { window, clock, person, guard, beforeGone } = guarded();
    window.close();
    clock.advance(5_000);
    guard.ready();
    expect(window.isDestroyed()).toBe(true);
    await person(answer);
    expect(beforeGone).toHaveBeenCalledTimes(1);
  }
});

test('a page that says it is ready unasked closes nothing', async () => {
  const { window, clock, person, guard } = guarded();
  guard.ready();
  expect(window.isDestroyed()).toBe(false);
  window.close();
  clock.advance(5_000);
  await person(false);
  guard.ready();
  expect(window.isDestroyed()).toBe(false);
});

test('a window that is gone by itself is left alone', () => {
  const { window, guard, beforeGone } = guarded();
  window.close();
  window.destroy();
  guard.ready();
  expect(beforeGone).not.toHaveBeenCalled();
});

test('the next window of the app is guarded like the first', async () => {
  const { window, guard, clock, person, askPage } = guarded();
  window.close();
  clock.advance(5_000);
  window.destroy();
  await person(true);
  const next = new BrowserWindow({});
  next.on('close', (event) => guard.onClose(next as unknown as RealWindow, event));
  expect(next.close()).toBe(true);
  expect(askPage).toHaveBeenCalledTimes(2);
  guard.ready();
  expect(next.isDestroyed()).toBe(true);
});

test('the next window has all its time, however late the first one went', () => {
  const { window, guard, clock, askPerson } = guarded();
  window.close();
  clock.advance(4_000);
  guard.ready();
  const next = new BrowserWindow({});
  next.on('close', (event) => guard.onClose(next as unknown as RealWindow, event));
  next.close();
  clock.advance(4_999);
  expect(askPerson).not.toHaveBeenCalled();
  clock.advance(1);
  expect(askPerson).toHaveBeenCalledTimes(1);
});
