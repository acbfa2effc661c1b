import { expect, test, vi } from 'vitest';
import type { Preferences } from '../../../main/library/collections.ts';
import { type AppDeps, AppService, languageInForce } from '../../../main/services/app.ts';
import { afterCrash } from '../../support/crash-copy.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function opened(over: Partial<AppDeps> = {}) {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const openExternal = vi.fn(async (_url: string) => {});
  const openFolder = vi.fn(async (_folder: string) => '');
  const onReadyToClose = vi.fn();
  const app = new AppService({
    ...{ library, openExternal, openFolder, onReadyToClose, dataFolder: folder, version: '1.2.3' },
    credentials: { keychain: () => 'weak' },
    platform: 'linux',
    practice: { posts: 12, comments: 340 },
    systemLanguages: () => ['de-DE', 'bg-BG'],
    ...over,
  });
  return { app, library, folder, openExternal, openFolder, onReadyToClose };
}

const PLACE = { view: 'comments', filter: 'pending', postId: null, commentId: 'site-1/7' } as const;

test('what the page needs before its first paint', async () => {
  const { app, folder } = await opened();
  expect(must(await app.state())).toEqual({
    ...{ version: '1.2.3', dataFolder: folder, platform: 'linux', keychain: 'weak', language: 'bg' },
    ...{ practice: { posts: 12, comments: 340 }, place: null },
    settings: { language: 'system', theme: 'system', showKeys: true },
  });
});

test.each<[NodeJS.Platform, string]>([
  ['darwin', 'darwin'],
  ['win32', 'win32'],
  ['linux', 'linux'],
  ['freebsd', 'linux'],
])('%s is shown as %s', async (platform, shown) => {
  const { app } = await opened({ platform });
  expect(must(await app.state()).platform).toBe(shown);
});

test.each<[Preferences['language'], string[], 'en' | 'bg']>([
  ['system', [], 'en'],
  ['system', ['de-DE', 'fr'], 'en'],
  ['system', ['bg-BG', 'en-US'], 'bg'],
  ['system', ['en-US', 'bg-BG'], 'en'],
  ['system', ['de-DE', 'bg', 'en'], 'bg'],
  ['system', ['BG-bg'], 'bg'],
  ['system', ['bgc-IN'], 'en'],
  ['system', ['enm', 'bg-BG'], 'bg'],
  ['system', ['C', 'POSIX'], 'en'],
  ['system', ['', 'bg_BG.UTF-8'], 'bg'],
  ['bg', ['en-US'], 'bg'],
  ['en', ['bg-BG'], 'en'],
])('chosen %s on a desktop of %j: %s', (chosen, system, language) => {
  expect(languageInForce(chosen, system)).toBe(language);
});

test('settings change one by one and outlive a restart', async () => {
  const { app, library, folder } = await opened();
  expect(must(await app.changeSettings({ theme: 'dark' }))).toEqual({
    ...{ language: 'system', theme: 'dark', showKeys: true },
  });
  must(await app.changeSettings({ language: 'en', showKeys: false }));
  must(await app.rememberPlace(PLACE));
  must(await app.changeSettings({}));
  expect(must(await app.state())).toMatchObject({
    ...{ place: PLACE, language: 'en' },
    settings: { language: 'en', theme: 'dark', showKeys: false },
  });
  const again = await afterCrash(folder);
  expect(again.all('preferences')).toEqual(library.all('preferences'));
  expect(again.all('preferences')).toHaveLength(1);
});

test('changing a setting forgets neither the place nor the window', async () => {
  const { app, library } = await opened();
  const window = { x: 1, y: 2, width: 800, height: 600, maximized: true };
  must(await app.rememberPlace(PLACE));
  await library.transact((tx) => {
    const main = tx.get('preferences', 'main');
    if (main) tx.put('preferences', { ...main, window });
    return { ok: true, value: null };
  });
  must(await app.changeSettings({ theme: 'light' }));
  must(await app.rememberPlace({ ...PLACE, view: 'posts' }));
  expect(library.get('preferences', 'main')).toMatchObject({
    window,
    theme: 'light',
    place: { view: 'posts' },
  });
});

test('a link is opened as it was checked', async () => {
  const { app, openExternal } = await opened();
  must(await app.openLink({ url: ' HTTPS://Bavnivlakove.Example/\tа?x="y" ' }));
  expect(openExternal.mock.calls).toEqual([['https://bavnivlakove.example/%D0%B0?x=%22y%22']]);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://user:pass@x.example/',
  'x',
  '',
  'app://ui/',
])('the link %j is not opened, and not said again', async (url) => {
  const { app, openExternal } = await opened();
  expect(await app.openLink({ url })).toEqual({
    ok: false,
    error: { kind: 'validation', field: 'url', reason: 'bad-address', detail: '' },
  });
  expect(openExternal).not.toHaveBeenCalled();
});

test('the folder of the library is opened, and it is said when nothing opens folders', async () => {
  const { app, folder, openFolder } = await opened();
  expect(must(await app.showLibrary())).toEqual({ shown: true });
  expect(openFolder.mock.calls).toEqual([[folder]]);
  openFolder.mockResolvedValueOnce('No application is registered');
  expect(must(await app.showLibrary())).toEqual({ shown: false });
});

test('a page that is ready lets its window close', async () => {
  const { app, onReadyToClose } = await opened();
  must(await app.readyToClose());
  expect(onReadyToClose).toHaveBeenCalledTimes(1);
});
