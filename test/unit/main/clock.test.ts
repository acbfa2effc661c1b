import { expect, test, vi } from 'vitest';
import { systemClock } from '../../../main/clock.ts';

test('a time years away is not now', () => {
  vi.useFakeTimers();
  try {
    const action = vi.fn();
    systemClock.after(2 * 365 * 86_400_000, action);
    vi.advanceTimersByTime(86_400_000);
    expect(action).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});

test('what was called off does not happen', () => {
  vi.useFakeTimers();
  try {
    const action = vi.fn();
    systemClock.after(5, action)();
    vi.advanceTimersByTime(10);
    expect(action).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});
