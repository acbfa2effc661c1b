import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../host/chromium-path.mjs';
import { bundlePage } from '../support/bundle-page.ts';
import { type Measures, median, ms, ratioAtMost } from './measure.ts';

const ROUNDS = 30;

/** What a list of 100,000 comments costs the page, against one of 1,000. Needs Chromium. */
export async function listMeasures(): Promise<Measures> {
  const bundle = await bundlePage(path.join(import.meta.dirname, 'list-page.tsx'));
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 400, height: 700 } });
    for (const style of ['tokens', 'base', 'lists']) {
      await page.addStyleTag({ path: path.resolve(`renderer/theme/${style}.css`) });
    }
    await page.addScriptTag({ content: bundle });
    const shown = { small: [] as number[], large: [] as number[] };
    let nodes = { small: 0, large: 0 };
    for (let round = -1; round < ROUNDS; round += 1) {
      const small = await page.evaluate(() => globalThis.showList(1_000));
      const large = await page.evaluate(() => globalThis.showList(100_000));
      nodes = { small: small.nodes, large: large.nodes };
      if (round < 0) continue;
      shown.small.push(small.ms);
      shown.large.push(large.ms);
    }
    const times = `shown in ${ms(median(shown.large))}, 1,000 in ${ms(median(shown.small))}`;
    const detail = `${nodes.large} and ${nodes.small} nodes; ${times}`;
    if (nodes.small < 50) throw new Error(`The list shows nothing: ${detail}`);
    return {
      'nodes of a list of 100,000 comments / of 1,000': ratioAtMost(1, nodes.large, nodes.small, detail),
    };
  } finally {
    await browser.close();
  }
}
