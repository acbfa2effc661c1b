import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PAGE_URL } from '../../../main/security/page-files.ts';
import { channelNames } from '../../../preload/contract/index.ts';
import { eventually } from '../../support/eventually.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Electron as this test's run of the composition root gets it: modules are fresh in every test. */
let electron: typeof import('../../support/electron-double.ts');
beforeEach(async () => {
  vi.resetModules();
  electron = await import('../../support/electron-double.ts');
  electron.resetElectron();
  vi.doMock('electron', () => electron);
  vi.stubGlobal('__SEARCH_WORKER__', './search/worker.ts');
});

/** Nothing goes on working in the folder of a test that is over. */
afterEach(async () => {
  let isWorking = false;
  electron.app.quit.mockClear();
  electron.app.emit('will-quit', {
    preventDefault() {
      isWorking = true;
    },
  });
  if (isWorking) await eventually(() => expect(electron.app.quit).toHaveBeenCalled());
});

/** Runs the composition root on a folder of its own. */
async function started(prepare: (library: string) => Promise<unknown> = async () => {}): Promise<string> {
  const userData = await tempFolder();
  electron.app.paths.userData = userData;
  await prepare(path.join(userData, 'library'));
  await import('../../../main/index.ts');
  return userData;
}

const running = () => eventually(() => expect(electron.BrowserWindow.all[0]?.loadURL).toHaveBeenCalled());

/** The order in which Electron was asked for things. */
const order = (mock: { mock: { invocationCallOrder: number[] } }) => mock.mock.invocationCallOrder[0] ?? 0;

test('sandbox, scheme and locks come before anything is ready', async () => {
  await started();
  await running();
  expect(electron.app.enableSandbox).toHaveBeenCalledTimes(1);
  expect(order(electron.app.enableSandbox)).toBeLessThan(order(electron.app.whenReady));
  expect(order(electron.protocol.registerSchemesAsPrivileged)).toBeLessThan(order(electron.app.whenReady));
  expect(electron.protocol.registerSchemesAsPrivileged.mock.calls).toEqual([
    [
      [
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
        },
      ],
    ],
  ]);
  expect(electron.app.listenerCount('web-contents-created')).toBe(1);
  expect(electron.session.defaultSession.setPermissionRequestHandler).toHaveBeenCalledTimes(1);
  expect(electron.session.defaultSession.setPermissionCheckHandler).toHaveBeenCalledTimes(1);
  expect(electron.protocol.handle).toHaveBeenCalledExactlyOnceWith('app', expect.any(Function));
  expect(electron.session.fromPartition.mock.calls).toEqual([['writes', { cache: false }]]);
});

test('every call of the contract is handled once, before the page is loaded, for our page only', async () => {
  await started();
  await running();
  const channels = electron.ipcMain.handle.mock.calls.map(([channel]) => channel);
  expect(channels.sort()).toEqual([...channelNames].sort());
  const window = electron.BrowserWindow.all[0];
  expect(Math.max(...electron.ipcMain.handle.mock.invocationCallOrder)).toBeLessThan(
    order(window?.loadURL ?? vi.fn()),
  );

  const state = electron.ipcMain.handle.mock.calls.find(([channel]) => channel === 'app.state')?.[1];
  const page = { sender: window?.webContents, senderFrame: { parent: null, url: PAGE_URL } };
  expect(await state(page, {})).toMatchObject({ ok: true, value: { version: '1.2.3', language: 'en' } });
  const stranger = { ...page, senderFrame: { parent: null, url: 'https://evil.example/' } };
  expect(await state(stranger, {})).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
});

test('a packaged app does not listen to a development server', async () => {
  vi.stubEnv('RENDERER_DEV_URL', 'http://127.0.0.1:5173/');
  await started();
  await running();
  expect(electron.BrowserWindow.all[0]?.loadURL.mock.calls).toEqual([[PAGE_URL]]);
  vi.unstubAllEnvs();
});

test('while developing the page comes from the development server', async () => {
  vi.stubEnv('RENDERER_DEV_URL', 'http://127.0.0.1:5173/');
  electron.app.isPackaged = false;
  await started();
  await running();
  expect(electron.BrowserWindow.all[0]?.loadURL.mock.calls).toEqual([['http://127.0.0.1:5173/']]);
  vi.unstubAllEnvs();
});

test('a second start opens nothing and touches nothing', async () => {
  electron.app.requestSingleInstanceLock.mockReturnValueOnce(false);
  await started();
  expect(electron.app.quit).toHaveBeenCalledTimes(1);
  expect(electron.app.whenReady).not.toHaveBeenCalled();
  expect(electron.BrowserWindow.all).toEqual([]);
  expect(electron.ipcMain.handle).not.toHaveBeenCalled();
});

const MANIFEST = '{"format":"copydesk-library","version":2,"id":"a library","createdAt":""}';
const BROKEN = MANIFEST.slice(0, 30);

async function startedOnDamage(): Promise<string> {
  return started(async (library) => {
    await mkdir(library, { recursive: true });
    await writeFile(path.join(library, 'library.json'), BROKEN);
  });
}

test('a damaged library is explained, left as it is, and nothing is opened on it', async () => {
  electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 2 });
  const userData = await startedOnDamage();
  await eventually(() => expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(1));
  expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(1);
  expect(electron.BrowserWindow.all).toEqual([]);
  expect(electron.ipcMain.handle).not.toHaveBeenCalled();
  expect(await readFile(path.join(userData, 'library/library.json'), 'utf8')).toBe(BROKEN);
});

test('once the damaged file is put back, trying again opens the library', async () => {
  const asked = Promise.withResolvers<{ response: number }>();
  electron.dialog.showMessageBox.mockReturnValueOnce(asked.promise);
  const userData = await startedOnDamage();
  await eventually(() => expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(1));
  await writeFile(path.join(userData, 'library/library.json'), MANIFEST);
  asked.resolve({ response: 0 });
  await running();
  expect(electron.app.exit).not.toHaveBeenCalled();
});

test('quitting lets the work end first', async () => {
  await started();
  await running();
  const preventDefault = vi.fn();
  electron.app.emit('will-quit', { preventDefault });
  expect(preventDefault).toHaveBeenCalledTimes(1);
  await eventually(() => expect(electron.app.quit).toHaveBeenCalledTimes(1));
  electron.app.emit('will-quit', { preventDefault });
  expect(preventDefault).toHaveBeenCalledTimes(1);
});
