// Shows that the stand-in behaves like Electron, on an app of its own: the borders between page, preload and main,
// and the messages that cross them. The same specs run in Electron.
import { expect, test } from './fixture.ts';

test.use({ appFolder: 'test/host/sample-app' });

/** What the sample app puts on its globals, in main and in the page. */
interface Bridge {
  version: number;
  nested: { list: string[] };
  echo(value: unknown): Promise<unknown>;
  fail(): Promise<unknown>;
  sender(): Promise<unknown>;
  tell(value: unknown): void;
  isSandboxed(): boolean;
  refuseFs(): string;
}
declare global {
  interface Window {
    sample: Bridge;
    told: unknown[];
    stopMenu(): void;
  }
  var log: string[];
  var prevent: { close: boolean; beforeQuit: boolean };
}

test('isolation: the page sees the exposed object, frozen, and nothing of main or preload', async ({
  launch,
}) => {
  const { page } = await launch();
  const seen = await page.evaluate(() => {
    const before = window.sample;
    try {
      Object.defineProperty(window, 'sample', { value: 1 });
    } catch {
      // Refused, as it should be.
    }
    const names = ['require', 'process', 'module', 'Buffer', 'leaked', '__hostSend', '__hostReceive'];
    return {
      types: names.map((name) => typeof Reflect.get(window, name)),
      frozen: [window.sample, window.sample.nested, window.sample.nested.list].map(Object.isFrozen),
      same: window.sample === before,
      traces: Object.getOwnPropertyNames(window).filter((name) => name.startsWith('__')),
    };
  });
  expect(seen.types).toEqual(Array(7).fill('undefined'));
  expect(seen.frozen).toEqual([true, true, true]);
  expect(seen.same).toBe(true);
  expect(seen.traces).toEqual([]);
});

test('isolation: the preload is sandboxed', async ({ launch }) => {
  const { page } = await launch();
  expect(await page.evaluate(() => window.sample.isSandboxed())).toBe(true);
  expect(await page.evaluate(() => window.sample.refuseFs())).toContain('module not found');
});

test('isolation: a page that replaces built-ins reads nothing of the bridge', async ({ launch }) => {
  const { page } = await launch();
  const heard = await page.evaluate(async () => {
    const caught: unknown[] = [];
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      caught.push(event);
      return dispatch.call(this, event);
    };
    Map.prototype.get = () => caught.push('get');
    Array.prototype.push = (...items) => {
      caught.push = () => 0;
      return items.length;
    };
    await window.sample.echo('secret');
    return caught.length;
  });
  expect(heard).toBe(0);
});

test('isolation: no preload runs in a frame', async ({ launch }) => {
  const { page } = await launch();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('link', { name: 'go' }).waitFor();
  expect(await page.evaluate(() => typeof (window.frames[0] as Window | undefined)?.sample)).toBe(
    'undefined',
  );
});

test('isolation: the content security policy of the handler holds', async ({ launch }) => {
  const { page } = await launch();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.told.push("inline script")';
    document.body.append(script);
    return window.told.length;
  });
  expect(ran).toBe(0);
});

test('isolation: the permissions are those the app grants', async ({ launch }) => {
  const { page } = await launch();
  const states = await page.evaluate(async () => {
    const names = ['clipboard-write', 'clipboard-read', 'notifications', 'geolocation', 'camera'];
    const ask = (name: string) => navigator.permissions.query({ name: name as PermissionName });
    return Promise.all(names.map(async (name) => `${name} ${(await ask(name)).state}`));
  });
  expect(states).toEqual([
    'clipboard-write granted',
    'clipboard-read denied',
    'notifications denied',
    'geolocation denied',
    'camera denied',
  ]);
});

test('messages: values cross as structured clones', async ({ launch }) => {
  const { page } = await launch();
  const back = await page.evaluate(async () => {
    const cycle: Record<string, unknown> = { bytes: new Uint8Array([1, 2]), big: 10n, not: Number.NaN };
    cycle.self = cycle;
    cycle.when = new Date(5);
    cycle.map = new Map([['k', new Set([undefined])]]);
    cycle.error = new TypeError('wrong');
    cycle.nothing = undefined;
    const v = (await window.sample.echo(cycle)) as typeof cycle;
    const map = v.map as Map<string, Set<unknown>>;
    return {
      self: v.self === v,
      when: (v.when as Date).getTime(),
      inside: map.get('k')?.has(undefined),
      bytes: v.bytes instanceof Uint8Array && [...v.bytes],
      big: String(v.big),
      not: Number.isNaN(v.not),
      error: v.error instanceof Error && v.error.message,
      nothing: 'nothing' in v && v.nothing === undefined,
    };
  });
  expect(back).toEqual({
    self: true,
    when: 5,
    inside: true,
    bytes: [1, 2],
    big: '10',
    not: true,
    error: 'wrong',
    nothing: true,
  });
});

test('messages: what cannot be cloned, and what a handler throws, rejects', async ({ launch }) => {
  const { page } = await launch();
  const messages = await page.evaluate(async () => {
    const failed = (error: Error) => error.message;
    return [await window.sample.echo({ f() {} }).catch(failed), await window.sample.fail().catch(failed)];
  });
  expect(messages[0]).toContain('could not be cloned');
  expect(messages[1]).toBe("Error invoking remote method 'fail': TypeError: told to fail");
});

test('messages: the sender is the main frame with the address of its document', async ({ launch }) => {
  const { page } = await launch();
  expect(await page.evaluate(() => window.sample.sender())).toEqual({
    url: 'sample://ui/index.html',
    origin: 'sample://ui',
    parent: null,
    isMainFrame: true,
  });
  await page.getByRole('link', { name: 'part' }).click();
  expect(await page.evaluate(() => window.sample.sender())).toHaveProperty(
    'url',
    'sample://ui/index.html#part',
  );
});

test('messages: main can tell the page, and a listener can be taken away', async ({ launch }) => {
  const { app, page } = await launch();
  const choose = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new')?.click());
  await choose();
  await page.evaluate(() => window.sample.tell({ a: 1 }));
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['new', { a: 1 }]);
  await page.evaluate(() => window.stopMenu());
  await choose();
  await page.evaluate(() => window.sample.tell('last'));
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['new', { a: 1 }, 'last']);
});

test('messages: a reload keeps the bridge', async ({ launch }) => {
  const { page } = await launch();
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('ready, bridge 1');
  expect(await page.evaluate(() => window.sample.echo(3))).toBe(3);
});
