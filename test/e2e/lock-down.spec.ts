// What the page of the app may not do, whoever tells it to.
import type { ElectronApplication, Request } from '@playwright/test';
import { CONTENT_SECURITY_POLICY } from '../../main/security/content-security-policy.ts';
import { contract } from '../../preload/contract/index.ts';
import { seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { type ThreadComment, threadComments } from '../wordpress/thread-bg.ts';
import { withWordPress } from './blog.ts';
import { connect, expect, test } from './desk.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

/** Links handed to the system instead of being opened. */
async function watchLinks(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'opened'));
}

test('the page comes with the tightest policy, and nothing of Electron or Node is in it', async ({
  open,
}) => {
  const { page, desk } = await open();
  await expect(desk.welcome.heading).toBeVisible();
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch(location.href)).headers));
  expect(headers).toMatchObject({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  const foreign = [
    'require',
    'process',
    'module',
    'Buffer',
    'global',
    'ipcRenderer',
    'electron',
    '__dirname',
  ];
  expect(await page.evaluate((names) => names.filter((name) => name in globalThis), foreign)).toEqual([]);
  const bridge = await page.evaluate(() =>
    Object.fromEntries(
      Object.entries(globalThis.copydesk).map(([area, calls]) => [area, Object.keys(calls)]),
    ),
  );
  const calls = Object.entries(contract).map(([area, declared]) => [area, Object.keys(declared)]);
  expect(bridge).toEqual({ ...Object.fromEntries(calls), on: [] });
});

test('the policy holds: no code from text, no markup with handlers, no frame, no request elsewhere', async ({
  open,
}) => {
  const { page, desk } = await open();
  await expect(desk.welcome.heading).toBeVisible();
  const ends: string[] = [];
  const ended = (request: Request, end: string) => {
    if (request.url().startsWith('https://probe.invalid/')) ends.push(end);
  };
  page.on('requestfinished', (request) => ended(request, 'arrived'));
  page.on('requestfailed', (request) => ended(request, request.failure()?.errorText ?? ''));
  const seen = await page.evaluate(async () => {
    // Playwright's own evaluation may use eval; what runs after it has returned may not.
    await new Promise((resolve) => setTimeout(resolve));
    const outcome = (work: () => unknown) => {
      try {
        return `did: ${String(work())}`;
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    const box = document.createElement('div');
    document.body.append(box);
    const script = document.createElement('script');
    return {
      fromText: (['eval', 'Function'] as const).map((name) => outcome(() => globalThis[name]('1 + 1'))),
      timed: outcome(() => setTimeout('window.__fired = [3]' as unknown as () => void)),
      scriptText: outcome(() => {
        script.text = 'window.__fired = [4]';
      }),
      markup: outcome(() => {
        box.innerHTML = '<img src="x:" onerror="window.__fired = [5]"><iframe src="https://probe.invalid/6">';
        return box.innerHTML;
      }),
      fetched: await fetch('https://probe.invalid/7').catch(() => 'refused'),
      image: await new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
        image.src = 'https://probe.invalid/8';
      }),
      fired: (globalThis as { __fired?: number[] }).__fired ?? null,
    };
  });
  expect(seen).toEqual({
    fromText: ['EvalError', 'EvalError'],
    timed: expect.not.stringContaining('did'),
    scriptText: 'TypeError',
    markup: expect.not.stringMatching(/onerror|iframe/),
    fetched: 'refused',
    image: 'refused',
    fired: null,
  });
  // Stopped by the policy, before the network could be asked for a name.
  expect([...new Set(ends)]).toEqual(['csp']);
});

test('the page stays where it is: no window, no other address, by script or by link', async ({ open }) => {
  const { app, page, desk } = await open();
  await expect(desk.welcome.heading).toBeVisible();
  const links = await watchLinks(app);
  const home = page.url();
  expect(await page.evaluate(() => window.open('https://probe.invalid/'))).toBeNull();
  for (const address of [
    'https://probe.invalid/',
    'file:///etc/passwd',
    'data:text/html,<h1>x</h1>',
    'javascript:1',
  ]) {
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url, textContent: url });
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    await page.evaluate((url) => void setTimeout(() => location.assign(url)), address);
    await expect(desk.welcome.heading).toBeVisible();
  }
  expect(page.url()).toBe(home);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await links()).toEqual([]);
});

test('links of strangers open outside only, re-serialised, and ask first where they pretend', async ({
  open,
}) => {
  const [first] = threadComments;
  const said = (text: string, minute: number): ThreadComment => ({
    ...(first as ThreadComment),
    text,
    status: 'hold',
    date: `2026-05-10 10:0${minute}:00`,
  });
  await seedThread(wp, {
    comments: [
      said('Ето <a href="HTTPS://Blog.Example:443/a/../%7Eb?q=1&amp;r=2">тук</a>.', 1),
      said('Влезте: <a href="https://impostor.example/login">https://bank.example</a>', 2),
      said('<a href="https://user:secret@site.example/">x</a> <a href="ftp://files.example/">y</a>', 3),
    ],
  });
  const { app, page, desk } = await open();
  const links = await watchLinks(app);
  await connect(desk, wp);
  await page.keyboard.press('ControlOrMeta+1');
  const { current } = desk.comments;
  await current.getByRole('link', { name: 'тук' }).click();
  await expect.poll(links).toEqual(['https://blog.example/%7Eb?q=1&r=2']);

  await page.keyboard.press('j');
  await current.getByRole('link', { name: 'https://bank.example' }).click();
  const question = page.getByRole('alertdialog', { name: desk.t('comments:link.openTitle') });
  await expect(question).toContainText('impostor.example/login');
  await question.getByRole('button', { name: desk.t('comments:link.stay') }).click();
  await expect(question).toBeHidden();
  await current.getByRole('link', { name: 'https://bank.example' }).click({ button: 'middle' });
  await question.getByRole('button', { name: desk.t('comments:link.openAnyway') }).click();
  await expect.poll(async () => (await links()).slice(1)).toEqual(['https://impostor.example/login']);

  await page.keyboard.press('j');
  await expect(current).toContainText('y');
  await expect(current.getByRole('link')).toHaveCount(1);
  await current.getByRole('link').click();
  await expect.poll(async () => (await links()).slice(2)).toEqual(['https://site.example/']);
  expect(
    await page.evaluate(() => globalThis.copydesk.app.openLink({ url: 'file:///etc/passwd' })),
  ).toMatchObject({
    ok: false,
    error: { kind: 'validation' },
  });
  expect(await links()).toHaveLength(3);
});
