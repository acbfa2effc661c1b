import path from 'node:path';
import { app, ipcMain, net, protocol, safeStorage, session, shell } from 'electron';
import { newestGood, rescue } from './backup/rescue.ts';
import { type BlockedSwap, dropPlan, finishSwap } from './backup/swap.ts';
import { whenReady } from './bridge/early-calls.ts';
import { registerBridge } from './bridge/register.ts';
import { fromOurPage } from './bridge/sender.ts';
import { systemClock } from './clock.ts';
import { compose } from './compose.ts';
import { type Desktop, openDesktop } from './desktop.ts';
import type { AppError } from './domain/app-error.ts';
import { realFiles } from './library/durable-file.ts';
import { openLibrary } from './library/library.ts';
import { openLog } from './log.ts';
import { finishBeforeQuitting, quitWithLastWindow, startAnew } from './quitting.ts';
import { type CredentialStore, openCredentials } from './security/credentials.ts';
import { lockEveryPage, lockPermissions } from './security/lock-down.ts';
import { PAGE_SCHEME, PAGE_URL, servePage } from './security/page-files.ts';
import { secretBox } from './security/secret-box.ts';
import { LibraryHealth } from './services/library-health.ts';

/** The program of the search index's thread, seen from here; the build says where it puts it. */
declare const __SEARCH_WORKER__: string;

app.enableSandbox();
if (app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));
}
protocol.registerSchemesAsPrivileged([
  {
    scheme: PAGE_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);
lockEveryPage(app);

/** Address of Vite's server while developing; a packaged app never listens to it. */
const devUrl = app.isPackaged ? null : (process.env.RENDERER_DEV_URL ?? null);
const clock = systemClock;
const userData = app.getPath('userData');
const dataFolder = path.join(userData, 'library');
const log = openLog(path.join(userData, 'logs'), clock.createId, clock.now);

const openKeychain = (): Promise<CredentialStore> =>
  openCredentials(path.join(userData, 'credentials.json'), secretBox(safeStorage, process.platform));

/** Where the daily backups are. */
const backupFolder = path.join(userData, 'backups');

/** Backups that could not be restored: the next older one is offered then. */
const refused = new Set<string>();

/** What becomes of a library that cannot be opened. */
async function closedLibrary(desktop: Desktop, error: AppError): Promise<void> {
  const onBug = (problem: unknown) => void log.bug(problem, 'backup');
  const at = { folder: backupFolder, library: dataFolder, files: realFiles, clock, onBug, refused };
  const isDamaged = error.kind === 'storage' && error.reason === 'damaged';
  const backup = isDamaged ? await newestGood(at) : null;
  const answer = await desktop.showCannotOpen(error, backup?.createdAt);
  if (answer === 'quit') return app.exit(1);
  if (answer === 'restore' && backup && !(await rescue(backup, at)).ok) desktop.showNotRestored();
  return start(desktop);
}

/** What becomes of a planned restore while the library cannot be moved away. */
async function blockedRestore(desktop: Desktop, { reason }: BlockedSwap): Promise<void> {
  const answer = await desktop.showBlockedRestore(reason);
  if (answer === 'quit') return app.exit(1);
  if (answer === 'as-it-is') await dropPlan(dataFolder, realFiles);
  return start(desktop);
}

async function start(desktop: Desktop): Promise<void> {
  // Before anything is opened: a restored library may be waiting to take its place.
  const swapped = await finishSwap(dataFolder, realFiles);
  if (!swapped.ok) {
    const { error } = swapped;
    return error.kind === 'blocked-swap' ? blockedRestore(desktop, error) : closedLibrary(desktop, error);
  }
  const openFolder = (folder: string) => shell.openPath(folder);
  const health = new LibraryHealth({
    ...{ clock, openFolder, folder: dataFolder, files: realFiles, note: (line) => log.note(line, 'library') },
    onChange: () => desktop.tell('health', {}),
    onBug: (error) => log.bug(error, 'library'),
  });
  const opened = await openLibrary(dataFolder, realFiles, {
    clock,
    onBug: (error) => log.bug(error, 'library'),
    ...health.hooks,
  });
  if (!opened.ok) return closedLibrary(desktop, opened.error);
  const library = opened.value;
  const composed = compose({
    writes: session.fromPartition('writes', { cache: false }),
    ...{ library, health, clock, net, dataFolder, openFolder, version: app.getVersion() },
    credentials: await openKeychain(),
    systemLanguages: () => app.getPreferredSystemLanguages(),
    openExternal: (url) => shell.openExternal(url),
    onReadyToClose: () => desktop.readyToClose(),
    onProgress: (state) => desktop.tell('progress', state),
    search: {
      file: path.join(userData, 'search', 'index.sqlite'),
      worker: new URL(__SEARCH_WORKER__, import.meta.url),
    },
    onSearchBuilding: (building) => desktop.tell('searchBuilding', { building }),
    backups: {
      ...{ folder: backupFolder, files: realFiles, restoredFrom: swapped.value },
      ...{ whereToSave: desktop.whereToSave, whichToOpen: desktop.whichToOpen },
      onProgress: (running) => desktop.tell('backup', { running }),
      restart: () => void restart(),
      note: (line) => log.note(line, 'backup'),
    },
    onBug: (error) => log.bug(error, 'background'),
  });
  registerBridge({
    handle: (channel, listener) => ipcMain.handle(channel, listener),
    isOurs: fromOurPage(desktop.owns, devUrl),
    handlers: composed.handlers,
    ready: (channel) => whenReady(channel, library),
    onAsked: () => desktop.heardFromPage(),
    reportBug: log.bug,
    checkOutputs: !app.isPackaged,
  });
  const finish = async () => {
    await composed.stop();
    await health.stop();
    await library.close();
  };
  const restart = () => startAnew(app, clock, finish, log.bug);
  finishBeforeQuitting(app, clock, finish, log.bug);
  health.follow(library).catch((error: unknown) => log.bug(error, 'library'));
  await desktop.show(library);
  // For `npm start`, which says so in its terminal.
  if (process.env.COPYDESK_SAY_WHEN_OPEN === '1') process.send?.('window-open');
  const loaded = await library.loaded;
  if (loaded.ok) await composed.start();
  else {
    if ((await desktop.showCannotOpen(loaded.error)) === 'again') app.relaunch();
    app.exit(1);
  }
}

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(() => {
      protocol.handle(PAGE_SCHEME, servePage(path.join(import.meta.dirname, '../renderer')));
      lockPermissions(session.defaultSession);
      const logFolder = path.join(userData, 'logs');
      const { stay } = quitWithLastWindow(app, process.platform);
      const pageUrl = devUrl ?? PAGE_URL;
      const reportBug = (error: unknown) => void log.bug(error, 'page');
      return start(openDesktop({ clock, pageUrl, dataFolder, logFolder, onKeptOpen: stay, reportBug }));
    })
    .catch((error: unknown) => {
      log.bug(error, 'start');
      app.exit(1);
    });
} else {
  app.quit();
}
