import { setTimeout as sleep } from 'node:timers/promises';

/** Asks every 20 ms until the answer is true; throws with `reason()` after the given time. */
export async function waitUntil(
  ask: () => boolean | Promise<boolean>,
  reason: () => string,
  timeoutMs = 90_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain: ${reason()}`);
    await sleep(20);
  }
}
