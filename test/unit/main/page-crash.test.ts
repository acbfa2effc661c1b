import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { expect, test, vi } from 'vitest';
import { comeBackAfterCrash } from '../../../main/page-crash.ts';

function aPage() {
  const contents = new EventEmitter();
  const report = vi.fn();
  const loadAgain = vi.fn();
  let now = 0;
  const clock = { now: () => new Date(now) };
  comeBackAfterCrash(contents as unknown as Pick<WebContents, 'on'>, { clock, report, loadAgain });
  return {
    report,
    loadAgain,
    goneAt(ms: number, reason: string) {
      now = ms;
      contents.emit('render-process-gone', {}, { reason, exitCode: 5 });
    },
  };
}

test.each(['crashed', 'oom', 'killed'])('a page that is gone (%s) is reported and loaded again', (reason) => {
  const page = aPage();
  page.goneAt(0, reason);
  expect(page.report).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: expect.stringContaining(reason) }),
  );
  expect(page.loadAgain).toHaveBeenCalledTimes(1);
});

test('a page that ended as it should is left alone', () => {
  const page = aPage();
  page.goneAt(0, 'clean-exit');
  expect(page.report).not.toHaveBeenCalled();
  expect(page.loadAgain).not.toHaveBeenCalled();
});

test('a page that crashes again and again is given up, until a minute has passed', () => {
  const page = aPage();
  for (const at of [0, 1000, 2000, 3000, 4000]) page.goneAt(at, 'crashed');
  expect(page.loadAgain).toHaveBeenCalledTimes(3);
  expect(page.report).toHaveBeenCalledTimes(5);
  page.goneAt(70_000, 'crashed');
  expect(page.loadAgain).toHaveBeenCalledTimes(4);
});
