// Shows that the stand-in's modules behave like Electron's in a running app, and, where there is no Electron, that
// it throws on what it does not model and keeps the app's pages to itself.
import { readFileSync } from 'node:fs';
import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, inStandIn, test } from './fixture.ts';
import { withDescendants } from './processes.ts';

test.use({ appFolder: 'test/host/sample-app' });

const pem = readFileSync(path.join(import.meta.dirname, '../unit/host/certificates/self-signed.pem'), 'utf8');
const servers: Server[] = [];
test.afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return (server.address() as AddressInfo).port;
}
const serve = () =>
  listening(
    createHttp((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end(`${request.method} ${request.url} ${request.headers['x-own']}`);
    }),
  );

/** One request of the app's main process, as the product makes them. */
function ask(app: ElectronApplication, url: string): Promise<string> {
  return app.evaluate(
    ({ net }, address) =>
      new Promise<string>((resolve) => {
        const request = net.request({
          url: address,
          method: 'POST',
          redirect: 'manual',
          useSessionCookies: false,
          credentials: 'omit',
        });
        request.setHeader('X-Own', 'yes');
        const steps: string[] = [];
        request.on('redirect', (status, method, target) => {
          steps.push(`${status} ${method} ${new URL(target).pathname}`);
        });
        request.on('error', (error) => resolve([...steps, error.message].join(', ')));
        request.on('response', (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => resolve(`${response.statusCode} ${text}`));
        });
        request.end('body');
      }),
    url,
  );
}

test('net: requests go to loopback; redirects, refusals and certificates are told apart', async ({
  launch,
}) => {
  const { app } = await launch();
  const port = await serve();
  expect(await ask(app, `http://127.0.0.1:${port}/x`)).toBe('200 POST /x yes');
  expect(await ask(app, `http://127.0.0.1:${port}/old`)).toBe('301 GET /new, Redirect was cancelled');
  const secure = await listening(
    createHttps({ key: pem, cert: pem }, (_request, response) => response.end()),
  );
  expect(await ask(app, `https://127.0.0.1:${secure}/`)).toBe('net::ERR_CERT_AUTHORITY_INVALID');
  servers.pop()?.close();
  servers.pop()?.close();
  await app.evaluate(({ session }) => session.defaultSession.closeAllConnections());
  expect(await ask(app, `http://127.0.0.1:${port}/x`)).toBe('net::ERR_CONNECTION_REFUSED');
});

test('net: a session can be without a network', async ({ launch }) => {
  const { app } = await launch();
  const url = `http://127.0.0.1:${await serve()}/x`;
  await app.evaluate(({ session }) => session.defaultSession.enableNetworkEmulation({ offline: true }));
  expect(await ask(app, url)).toBe('net::ERR_INTERNET_DISCONNECTED');
  await app.evaluate(({ session }) => session.defaultSession.disableNetworkEmulation());
  expect(await ask(app, url)).toBe('200 POST /x yes');
});

test('menu and dialogs: a spec can replace and choose them', async ({ launch }) => {
  const { app } = await launch();
  const picked = await app.evaluate(async ({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/tmp/x.md'] });
    return (await dialog.showOpenDialog({})).filePaths;
  });
  expect(picked).toEqual(['/tmp/x.md']);
  const label = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new')?.label);
  expect(label).toBe('New');
});

test('app: it knows its name, version and folders', async ({ launch, userData }) => {
  const { app } = await launch();
  const known = await app.evaluate(({ app: electron }) => ({
    name: electron.getName(),
    version: electron.getVersion(),
    userData: electron.getPath('userData'),
    packaged: electron.isPackaged,
    lock: electron.hasSingleInstanceLock(),
    type: process.type,
  }));
  expect(known).toEqual({
    name: 'Sample',
    version: '1.2.3',
    userData,
    packaged: false,
    lock: true,
    type: 'browser',
  });
});

// What follows is about the stand-in itself; in Electron it would mean nothing, so there it is not even declared.
const standIn = (inStandIn ? test : () => undefined) as typeof test;

standIn('stand-in: what it does not model throws', async ({ launch }) => {
  const { app } = await launch();
  const messages = await app.evaluate((electron) => {
    const { app: program, session, shell, BrowserWindow } = electron;
    const attempts = [
      () => electron.autoUpdater,
      () => program.setJumpList,
      () => shell.trashItem,
      () => session.defaultSession.webRequest,
      () => program.on('continue-activity', () => undefined),
      () => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      () => new BrowserWindow({ transparent: true }),
      () => BrowserWindow.getAllWindows()[0]?.setOpacity,
    ];
    return attempts.map((attempt) => {
      try {
        return `nothing thrown: ${String(attempt())}`;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    });
  });
  for (const message of messages) expect(message).toContain('The stand-in for Electron does not model');
});

standIn('stand-in: it has no keyring, or pretends one when told', async ({ launch }) => {
  const backend = (app: ElectronApplication) =>
    app.evaluate(({ safeStorage }) => [
      safeStorage.getSelectedStorageBackend(),
      safeStorage.isEncryptionAvailable(),
    ]);
  const first = await launch();
  expect(await backend(first.app)).toEqual(['basic_text', false]);
  await first.app.close();
  const second = await launch({ env: { COPYDESK_HOST_KEYRING: 'gnome_libsecret' } });
  expect(await backend(second.app)).toEqual(['gnome_libsecret', true]);
});

standIn('stand-in: calls that leave the app are recorded', async ({ launch }) => {
  const { app } = await launch();
  const calls = await app.evaluate(async ({ app: program, dialog, Notification, shell }) => {
    program.setBadgeCount(3);
    await shell.openExternal('https://example.com/');
    await dialog.showMessageBox({ message: 'Really?', buttons: ['Yes', 'Cancel'] });
    new Notification({ title: 'New comments' }).show();
    return globalThis.electronHost?.calls.map(({ api }) => api);
  });
  expect(calls).toEqual([
    'app.setBadgeCount',
    'shell.openExternal',
    'dialog.showMessageBox',
    'notification.show',
  ]);
});

standIn('stand-in: another program on this machine gets no page of the app', async ({ launch }) => {
  const { app, page } = await launch();
  const [chromium] = withDescendants(app.process().pid ?? 0).slice(1);
  const port = /127\.0\.0\.1:(\d+)/.exec(readFileSync(`/proc/${chromium}/cmdline`, 'utf8'))?.[1];
  expect((await fetch(`http://127.0.0.1:${port}/index.html`)).status).toBe(403);
  const secret = /sample\.([0-9a-f]{32})\.localhost/.exec(page.url())?.[1] ?? 'none';
  expect(readFileSync(`/proc/${chromium}/cmdline`, 'utf8')).not.toContain(secret);
});

standIn(
  'stand-in: an app may put things in order after a person has closed its window',
  async ({ launch }) => {
    const { app, page } = await launch();
    let lines = '';
    app.process().stdout?.on('data', (chunk) => {
      lines += chunk;
    });
    const ended = new Promise((resolve) => app.process().once('close', resolve));
    await app.evaluate(({ BrowserWindow }) => {
      globalThis.prevent.close = true;
      const window = BrowserWindow.getAllWindows()[0];
      window?.on('close', () => {
        globalThis.log.push('in order');
        window.destroy();
      });
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Page.close').catch(() => undefined); // as the button of the real window does
    expect(await ended).toBe(0);
    expect(lines.trim().split('\n')).toEqual([
      'close',
      'closed',
      'window-all-closed',
      'before-quit',
      'will-quit',
      'quit',
    ]);
  },
);
