// What `import … from 'electron'` gives in the main process: the modelled modules and nothing else. Importing another
// name is an error of the language; reading one from the default export or from `require('electron')` throws.
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard, Notification, powerMonitor, screen } from './desktop.ts';
import { dialog, shell } from './dialog.ts';
import { ipcMain } from './ipc.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { session } from './session.ts';
import { strict } from './strict.ts';
import { WebContents } from './web-contents.ts';

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  WebContents as webContents,
};

const electron = strict('electron', {
  ...{ app, BrowserWindow, clipboard, dialog, ipcMain, Menu, MenuItem, nativeTheme, net, Notification },
  ...{ powerMonitor, protocol, safeStorage, screen, session, shell, webContents: WebContents },
});
export default electron;
// What `require` gives (Node's name for it).
export { electron as 'module.exports' };
