import { type Browser, type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { attributesOf, isCommentTag } from '../../renderer/security/comment-policy.ts';
import type { CommentNode } from '../../renderer/security/comment-tree.ts';
import { findChromium } from '../host/chromium-path.mjs';
import { attackStrings, PROBE_HOST } from '../support/attack-strings.ts';
import { bundlePage } from '../support/bundle-page.ts';
import { factor, fc, samples } from '../support/property.ts';

const PAGE = 'http://page.test/';
/** The app's own policy. The control runs without it, and so does the sanitiser: it has to hold by itself. */
const CSP = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'",
  "connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
  'trusted-types default dompurify',
].join('; ');

let browser: Browser;
let bundle: string;

test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  bundle = await bundlePage(`${import.meta.dirname}/../support/comment-page.tsx`);
});

test.afterAll(async () => {
  await browser.close();
});

interface Watched {
  context: BrowserContext;
  /** Numbers of the attacks that asked for their address. */
  asked: number[];
}

/** Pages served from memory, by path. Every request to anywhere else is noted and goes nowhere. */
async function serve(
  documents: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Watched> {
  const context = await browser.newContext();
  const asked: number[] = [];
  context.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    if (hostname === PROBE_HOST) asked.push(Number.parseInt(pathname.slice(1), 10));
  });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    const html = url.startsWith(PAGE) ? documents[url.slice(PAGE.length)] : undefined;
    if (html !== undefined)
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers });
    else if (url === `${PAGE}page.js`) await route.fulfill({ contentType: 'text/javascript', body: bundle });
    else await route.abort();
  });
  return { context, asked };
}

/** Numbers of the attacks whose code ran in this page; none while it is on its way elsewhere. */
const firedIn = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as { __fired?: number[] }).__fired ?? []).catch(() => []);

/** The comments in a page that shows them as the app does. */
async function openComments(comments: readonly string[], headers: Record<string, string> = {}) {
  const { context, asked } = await serve(
    { '': '<!doctype html><body><script src="/page.js"></script>' },
    headers,
  );
  const page = await context.newPage();
  await page.goto(PAGE);
  await page.evaluate((list) => commentPage.show(list), comments);
  await expect(page.locator('.words')).toHaveCount(comments.length);
  return { page, reported: async () => [...asked, ...(await firedIn(page))] };
}

async function touchEverything(page: Page): Promise<void> {
  for (const event of ['pointerover', 'click']) {
    for (const element of await page.locator('a, b, button, text').all())
      await element.dispatchEvent(event, {}, { timeout: 2000 });
  }
}

test('unprotected, every probe that can fire does', async () => {
  const silent: string[] = [];
  const tries = attackStrings.filter(({ fires }) => fires !== 'never');
  const { context, asked } = await serve(
    Object.fromEntries(tries.map(({ number, html }) => [String(number), `<!doctype html><body>${html}`])),
  );
  const fireAll = async () => {
    for (let attack = tries.shift(); attack !== undefined; attack = tries.shift()) {
      const { number, name, fires } = attack;
      const page = await context.newPage();
      await page.goto(`${PAGE}${number}`, { waitUntil: 'commit' });
      const heard = async () => {
        // Each time again: the page may not have been parsed yet, and one that a click leads away is gone.
        if (fires === 'on-click') await touchEverything(page).catch(() => undefined);
        return asked.includes(number) || (await firedIn(page)).includes(number);
      };
      if (!(await becomesTrue(heard))) silent.push(`${number} ${name}`);
      await page.close();
    }
  };
  await Promise.all([fireAll(), fireAll()]);
  expect(silent).toEqual([]);
});

async function becomesTrue(condition: () => Promise<boolean>): Promise<boolean> {
  try {
    await expect.poll(condition, { intervals: [20, 50, 100] }).toBe(true);
    return true;
  } catch {
    return false;
  }
}

for (const [how, headers] of [
  ['without a policy', {}],
  ['under the policy of the app', { 'content-security-policy': CSP }],
] as const) {
  test(`shown as a comment ${how}, nothing runs and nothing is asked for`, async () => {
    const { page, reported } = await openComments(
      attackStrings.map(({ html }) => html),
      headers,
    );
    await touchEverything(page);
    const elements = await page
      .locator('.words *')
      .evaluateAll((all) => all.map((element) => [element.localName, element.getAttributeNames()] as const));
    const added = ['span', 'svg', 'path', 'bdi'];
    const foreign = elements.filter(([tag]) => !isCommentTag(tag) && !added.includes(tag));
    expect(foreign).toEqual([]);
    const named = elements.flatMap(([, names]) => names);
    expect(named.filter((name) => name.startsWith('on') || ['style', 'id', 'is'].includes(name))).toEqual([]);
    expect(await page.evaluate(() => commentPage.opened.every((url) => /^(https?|mailto):/.test(url)))).toBe(
      true,
    );
    // Clicks went to the app, not to the address: the page is where it was.
    expect(page.url()).toBe(PAGE);
    expect(await reported()).toEqual([]);
  });
}

/** Pieces of markup, of which a few in a row are rarely well-formed and often nasty. */
const piece = fc.oneof(
  fc.constantFrom(...attackStrings.map(({ html }) => html)),
  fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '`',
    '&',
    '/',
    '=',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '\u0000',
    '\u202e',
  ),
  fc
    .tuple(
      fc.constantFrom(
        'a',
        'b',
        'p',
        'ul',
        'li',
        'table',
        'svg',
        'math',
        'style',
        'template',
        'select',
        'form',
      ),
      fc.constantFrom(
        '',
        ' href="x"',
        ' style="x:y"',
        ' class=c id=d',
        ' is="x"',
        ' onclick=x',
        ' cite="data:x"',
      ),
    )
    .map(([tag, attribute]) => `<${tag}${attribute}>`),
  fc.constantFrom('</a>', '</p>', '</svg>', '</math>', '</style>', '</table>', '</template>', '</form>'),
  fc.string({ maxLength: 20 }),
);

test('whatever the markup, only the policy comes out', async () => {
  test.setTimeout(600_000 * factor);
  const { page, reported } = await openComments(['<p>ready</p>'], { 'content-security-policy': CSP });
  const comments = samples(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    2000,
  );
  for (let start = 0; start < comments.length; start += 500) {
    const some = comments.slice(start, start + 500);
    const trees = await page.evaluate((list) => list.map((html) => commentPage.tree(html)), some);
    // One expectation for all: each costs Playwright a step in its report.
    const wrong = trees.flatMap((tree, index) => problems(tree).map((problem) => [problem, some[index]]));
    expect(wrong).toEqual([]);
    await page.evaluate((list) => commentPage.show(list), some);
  }
  expect(await reported()).toEqual([]);
});

/** What a tree holds that the policy does not allow. */
function problems(nodes: readonly CommentNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text' || node.kind === 'picture') return [];
    if (node.kind === 'link') {
      return [...(/^(https?|mailto):/.test(node.href) ? [] : [node.href]), ...problems(node.children)];
    }
    const wrong = Object.keys(node.attributes).filter((name) => !attributesOf(node.tag).includes(name));
    return [...(isCommentTag(node.tag) ? [] : [node.tag]), ...wrong, ...problems(node.children)];
  });
}
