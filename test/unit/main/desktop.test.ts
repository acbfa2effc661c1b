import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openDesktop } from '../../../main/desktop.ts';
import { ok } from '../../../main/domain/result.ts';
import type { CollectionName, Collections } from '../../../main/library/collections.ts';
import type { Library } from '../../../main/library/library.ts';
import { PAGE_URL } from '../../../main/security/page-files.ts';
import { preferencesOf } from '../../../main/services/app.ts';
import { aComment, aDecision, anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  nativeTheme,
  resetElectron,
  shell,
} from '../../support/electron-double.ts';
import { eventually } from '../../support/eventually.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

vi.mock('electron', () => import('../../support/electron-double.ts'));
beforeEach(resetElectron);

const AT = '2026-11-10T10:00:00.000Z';

async function opened() {
  const folder = await tempFolder();
  const library = await openedLibrary(path.join(folder, 'library'));
  const clock = manualClock();
  const onKeptOpen = vi.fn();
  const desktop = openDesktop({
    ...{ clock, pageUrl: PAGE_URL, onKeptOpen, reportBug: () => {} },
    dataFolder: '/data/library',
    logFolder: '/data/logs',
  });
  await desktop.show(library);
  desktop.heardFromPage();
  return { library, clock, desktop, onKeptOpen, window: newestWindow() };
}

function newestWindow(): BrowserWindow {
  const window = BrowserWindow.all.at(-1);
  if (!window) throw new Error('No window');
  return window;
}

/** What the page was told under one name. */
const told = (window: BrowserWindow, event: string) =>
  window.webContents.send.mock.calls.flatMap(([name, payload]) => (name === event ? [payload] : []));

const put = <C extends CollectionName>(library: Library, collection: C, record: Collections[C]) =>
  library.transact((tx) => ok(tx.put(collection, record)));

const prefer = (library: Library, over: Partial<Collections['preferences']>) =>
  put(library, 'preferences', { ...preferencesOf(library), ...over });

const newestMenu = () => Menu.setApplicationMenu.mock.calls.at(-1)?.[0] ?? [];

test('the window opens on our page with its menu, and is the only one that is ours', async () => {
  const { desktop, window } = await opened();
  expect(window.loadURL.mock.calls).toEqual([[PAGE_URL]]);
  expect(newestMenu().map(({ label }) => label)).toContain('File');
  expect(desktop.owns(window.webContents as never)).toBe(true);
  expect(desktop.owns(new BrowserWindow({}).webContents as never)).toBe(false);
  window.destroy();
  expect(desktop.owns(window.webContents as never)).toBe(false);
});

/** A record of each collection, and the part of the page that shows it; the compiler asks for every one. */
const SHOWN: { [C in CollectionName]: [Collections[C], part: string] } = {
  sites: [aSite(), 'sites'],
  contacts: [{ id: 'site-1', error: null, offlineSince: null }, 'sites'],
  setAside: [
    { id: 'site-1/0', siteId: 'site-1', what: 'post', remoteId: '', problem: '', source: '' },
    'sites',
  ],
  posts: [aPost(), 'posts'],
  comments: [aComment(), 'comments'],
  decisions: [aDecision(), 'comments'],
  operations: [anOperation(), 'outbox'],
  preferences: [{ ...preferencesOf({ get: () => undefined }), theme: 'dark' }, 'settings'],
  replyDrafts: [{ id: 'site-1/7', content: 'Благодаря', savedAt: AT }, 'replyDrafts'],
  revisions: [
    {
      ...{ id: 'r', postId: 'post-1', kind: 'edited', fields: someFields() },
      ...{ at: AT, keptAt: AT, words: 2, changed: 9 },
    },
    'revisions',
  ],
  clockReadings: [{ id: 'main', seenAt: AT, doubtedAt: null }, 'revisions'],
  savedSearches: [{ id: 's', name: 'Влак', query: 'влак', siteId: null, createdAt: AT }, 'savedSearches'],
};

test.each(Object.entries(SHOWN))(
  'a change of %s reaches the page as a change of what it shows',
  async (collection, [record, part]) => {
    const { library, window } = await opened();
    must(await library.transact((tx) => ok(tx.put(collection as CollectionName, record as never))));
    expect(told(window, 'changed')).toEqual([{ revision: 1, parts: [part] }]);
  },
);

test('a commit that concerns two collections of one part names it once', async () => {
  const { library, window } = await opened();
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('contacts', { id: 'site-1', error: null, offlineSince: null });
    return ok(null);
  });
  expect(told(window, 'changed')).toEqual([{ revision: 1, parts: ['sites'] }]);
});

test('language and theme follow the settings at once', async () => {
  const { library } = await opened();
  await prefer(library, { language: 'bg', theme: 'dark' });
  expect(newestMenu().map(({ label }) => label)).toContain('Файл');
  expect(nativeTheme.themeSource).toBe('dark');
});

test('the menu is left alone when only the place was remembered: an open menu would close', async () => {
  const { library } = await opened();
  await prefer(library, { place: { view: 'posts', filter: 'all', postId: null, commentId: null } });
  await prefer(library, { showKeys: false });
  expect(Menu.setApplicationMenu).toHaveBeenCalledTimes(1);
});

test('a Bulgarian desktop has a Bulgarian menu from the start', async () => {
  app.languages = ['bg-BG', 'en-US'];
  await opened();
  expect(newestMenu().map(({ label }) => label)).toContain('Файл');
});

test('the menu speaks to the page and opens the folders', async () => {
  const { window } = await opened();
  const items = newestMenu().flatMap(({ submenu }) => (submenu ?? []) as { id?: string; label?: string }[]);
  const press = (wanted: { id?: string; label?: string }) => {
    const item = items.find(({ id, label }) => (wanted.id ? id === wanted.id : label === wanted.label));
    (item as { click?: () => void } | undefined)?.click?.();
  };
  press({ id: 'pull' });
  expect(told(window, 'menu')).toEqual([{ command: 'pull' }]);
  press({ label: 'Show the library’s folder' });
  press({ label: 'Show the logs' });
  expect(shell.openPath.mock.calls).toEqual([['/data/library'], ['/data/logs']]);
});

test('closing asks the page, waits for it, and remembers where the window was', async () => {
  const { library, desktop, window } = await opened();
  expect(window.close()).toBe(true);
  expect(told(window, 'closing')).toEqual([{}]);
  desktop.readyToClose();
  expect(window.isDestroyed()).toBe(true);
  await library.settled();
  expect(preferencesOf(library).window).toEqual({ ...window.bounds, maximized: false });
});

test('a window closes at once before its page has come up, and after the page has crashed', async () => {
  const { library, window } = await opened();
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  expect(window.close()).toBe(false);
  expect(told(window, 'closing')).toEqual([]);
  await library.settled();
  expect(preferencesOf(library).window).toMatchObject(window.bounds);
});

test('the next window opens where the last one was', async () => {
  const { library, desktop, window } = await opened();
  window.bounds = { x: 300, y: 200, width: 900, height: 650 };
  window.close();
  desktop.readyToClose();
  await library.settled();
  app.emit('activate');
  await eventually(() => expect(newestWindow().loadURL).toHaveBeenCalled());
  expect(newestWindow()).not.toBe(window);
  expect(newestWindow().options).toMatchObject({ x: 300, y: 200, width: 900, height: 650 });
});

test('a page that does not answer: the person is asked, keeping it open is the first choice', async () => {
  const { clock, window, onKeptOpen } = await opened();
  window.close();
  clock.advance(5_000);
  await eventually(() => expect(onKeptOpen).toHaveBeenCalledTimes(1));
  expect(dialog.showMessageBox).toHaveBeenCalledExactlyOnceWith(
    window,
    expect.objectContaining({ buttons: ['Keep open', 'Close and lose it'], defaultId: 0, cancelId: 0 }),
  );
  expect(window.isDestroyed()).toBe(false);
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
  window.close();
  clock.advance(5_000);
  await eventually(() => expect(window.isDestroyed()).toBe(true));
  expect(onKeptOpen).toHaveBeenCalledTimes(1);
});

test('a second start brings the window to the front', async () => {
  const { window } = await opened();
  window.state.add('minimized');
  app.emit('second-instance');
  expect(window.restore).toHaveBeenCalledTimes(1);
  expect(window.focus).toHaveBeenCalledTimes(1);
});

test('a window that is there is not opened again', async () => {
  await opened();
  app.emit('activate');
  expect(BrowserWindow.all).toHaveLength(1);
});

test('news for a page that is gone are dropped', async () => {
  const { library, desktop, window } = await opened();
  window.destroy();
  desktop.tell('menu', { command: 'pull' });
  await put(library, 'sites', aSite());
  expect(window.webContents.send).not.toHaveBeenCalled();
});
