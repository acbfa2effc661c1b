// axe, as every spec asks it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Expects of the page, as it stands and in both themes, no violation of WCAG 2.2 A and AA or of axe's best practices. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => globalThis.copydesk.app.changeSettings({ theme: chosen }), theme);
    await page.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
    // Half-way through a transition colours are none of the design's.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
    );
    // Without the legacy mode axe opens a page of its own, which an app has not got.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(tags);
    // Around an open menu: whatever focuses such a guard is sent on at once, so nobody is ever there.
    const { violations } = await axe.exclude('[data-base-ui-focus-guard]').analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
    expect.soft(found, `${state}, ${theme}`).toEqual([]);
  }
}
