import path from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../host/chromium-path.mjs';
import { bundlePage } from '../support/bundle-page.ts';
import { type Measures, median, ms, ratioAtMost } from './measure.ts';

const ROUNDS = 30;
/** Typed in each turn, one by one, each drawn before the next. */
const LETTERS = 'and one more word';

const SUBJECTS = {
  small: ['editor', 8_000],
  large: ['editor', 200_000],
  plain: ['textarea', 200_000],
} as const;
type Subject = keyof typeof SUBJECTS;

/** Seconds that the page's main thread has worked. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** What one key costs the page's main thread until it is drawn, in milliseconds. */
async function costOfKey(page: Page, session: CDPSession, subject: Subject): Promise<number> {
  const [where, characters] = SUBJECTS[subject];
  await page.evaluate(([place, size]) => globalThis.showText(place, size), [where, characters] as const);
  await page.keyboard.press('ArrowDown');
  const drawn = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await drawn();
  const before = await workOf(session);
  for (const letter of LETTERS) {
    await page.keyboard.type(letter);
    await drawn();
  }
  return (1_000 * ((await workOf(session)) - before)) / LETTERS.length;
}

/** What typing costs in a long post, against a short one. Needs Chromium. */
export async function typingMeasures(): Promise<Measures> {
  const bundle = await bundlePage(path.join(import.meta.dirname, 'typing-page.tsx'));
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 700, height: 700 } });
    await page.addScriptTag({ content: bundle });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const costs: Record<Subject, number[]> = { small: [], large: [], plain: [] };
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const subject of Object.keys(SUBJECTS) as Subject[]) {
        const cost = await costOfKey(page, session, subject);
        if (round >= 0) costs[subject].push(cost);
      }
    }
    const [small, large, plain] = [median(costs.small), median(costs.large), median(costs.plain)];
    const detail = `a key ${ms(large)} and ${ms(small)} of work until it is drawn; in a text area ${ms(plain)}`;
    return {
      'typing in the source of 200 KB / of 8 KB': ratioAtMost(1.2, large, small, detail),
    };
  } finally {
    await browser.close();
  }
}
