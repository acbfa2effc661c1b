import type { Page } from '@playwright/test';

/** What a key leads to; each is something that a person sees. */
export type Outcome =
  /** Another comment stands in its thread. */
  | 'thread'
  /** Another row is under the cursor. */
  | 'row'
  /** It is said that something was done, which is when it is on disk. */
  | 'said'
  /** The search shows what was found for exactly these letters. */
  | 'found';

/** What is on screen: the element, and its words. */
const PLACES: Record<Outcome, string> = {
  thread: '[aria-current="true"]',
  row: '[role="option"][aria-selected="true"]',
  said: '.toast .words > *',
  found: '.search > [role="status"]',
};

type Timed = typeof globalThis & { timedKey?: Promise<Partial<Record<Outcome, number>>> };

/**
 * Presses a key and waits until all outcomes are on screen. Timed within the page, so that the way to and from it does
 * not count. In milliseconds since the key.
 */
export async function timeKey<O extends Outcome>(
  page: Page,
  key: string,
  outcomes: readonly O[],
): Promise<Record<O, number>> {
  await page.evaluate(
    ({ wanted, places }) => {
      const see = (outcome: Outcome) => document.querySelector(places[outcome]);
      const before = new Map(wanted.map((outcome) => [outcome, see(outcome)]));
      const words = new Map(wanted.map((outcome) => [outcome, see(outcome)?.textContent]));
      let emptied = false;
      const isThere = (outcome: Outcome): boolean => {
        const now = see(outcome);
        const text = now?.textContent ?? '';
        // The same words said again are another element; the search says nothing until the answer is there.
        if (outcome === 'said') return now !== null && now !== before.get(outcome);
        if (outcome === 'found') {
          emptied ||= text === '';
          return emptied && text !== '';
        }
        return now !== null && text !== words.get(outcome);
      };
      (globalThis as Timed).timedKey = new Promise((resolve) => {
        const times: Partial<Record<Outcome, number>> = {};
        let pressed = 0;
        const look = () => {
          if (pressed === 0) return;
          for (const outcome of wanted)
            if (times[outcome] === undefined && isThere(outcome))
              times[outcome] = performance.now() - pressed;
          if (wanted.some((outcome) => times[outcome] === undefined)) return;
          observer.disconnect();
          resolve(times);
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, {
          ...{ subtree: true, childList: true, characterData: true, attributes: true },
        });
        const press = () => {
          pressed = performance.now();
        };
        // A letter that the test's keyboard does not have comes without its key.
        for (const kind of ['keydown', 'beforeinput'])
          addEventListener(kind, () => pressed === 0 && press(), { capture: true, once: true });
      });
    },
    { wanted: [...outcomes] as Outcome[], places: PLACES },
  );
  await page.keyboard.type(key);
  return (await page.evaluate(() => (globalThis as Timed).timedKey)) as Record<O, number>;
}
