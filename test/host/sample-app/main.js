// The smallest app that shows what the host must do; test/e2e/host.spec.ts drives it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, protocol, session, shell } from 'electron';

const CSP = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
  "frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
].join('; ');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const HOME = 'sample://ui/index.html';

/** What happened, in order; the specs read it, and each line goes to stdout too. */
const log = [];
/** What the specs may switch on: which events are prevented. */
const prevent = { close: false, beforeQuit: false };
Object.assign(globalThis, { log, prevent });
const note = (line) => {
  log.push(line);
  process.stdout.write(`${line}\n`);
};

if (app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));
}
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'sample', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

async function serve(request) {
  const { pathname } = new URL(request.url);
  const headers = { 'content-security-policy': CSP, 'x-content-type-options': 'nosniff' };
  if (pathname === '/echo') {
    const seen = Object.fromEntries(request.headers);
    return Response.json({
      method: request.method,
      url: request.url,
      body: await request.text(),
      headers: seen,
    });
  }
  if (pathname === '/moved') return new Response(null, { status: 302, headers: { location: '/other.html' } });
  const file = path.join(import.meta.dirname, 'page', path.basename(pathname));
  const body = await readFile(file).catch(() => undefined);
  if (!body) return new Response('not found', { status: 404, headers });
  return new Response(body, {
    headers: { ...headers, 'content-type': TYPES[path.extname(file)] ?? 'text/plain' },
  });
}

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    show: false,
    title: 'Sample',
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    window.webContents.on(name, (event) => {
      note(`${name} ${event.url}`);
      const isOurs = event.url.startsWith('sample://ui/') && !event.url.endsWith('forbidden.html');
      // For the main frame will-navigate follows, unless this one is prevented.
      if (isOurs || (name === 'will-frame-navigate' && event.isMainFrame)) return;
      event.preventDefault();
      if (name === 'will-navigate') shell.openExternal(event.url);
    });
  }
  window.webContents.setWindowOpenHandler(({ url }) => {
    note(`window-open ${url}`);
    return { action: 'deny' };
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    note('close');
    if (prevent.close) event.preventDefault();
  });
  window.on('closed', () => note('closed'));
  window.loadURL(HOME);
}

app.on('window-all-closed', () => {
  note('window-all-closed');
  app.quit();
});
app.on('before-quit', (event) => {
  note('before-quit');
  if (prevent.beforeQuit) event.preventDefault();
});
app.on('will-quit', () => note('will-quit'));
app.on('quit', () => note('quit'));
app.on('second-instance', (_event, argv) => note(`second-instance ${argv.at(-1)}`));

if (!app.requestSingleInstanceLock()) {
  note('another instance is running');
  app.exit(3);
}

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('fail', () => {
  throw new TypeError('told to fail');
});
ipcMain.handle('sender', ({ senderFrame, sender }) => ({
  url: senderFrame.url,
  origin: senderFrame.origin,
  parent: senderFrame.parent,
  isMainFrame: senderFrame === sender.mainFrame,
}));
ipcMain.on('tell', (event, value) => event.reply('told', value));

app.whenReady().then(() => {
  protocol.handle('sample', serve);
  const allowed = new Set(['clipboard-sanitized-write']);
  session.defaultSession.setPermissionRequestHandler((_contents, name, answer) => answer(allowed.has(name)));
  session.defaultSession.setPermissionCheckHandler((_contents, name) => allowed.has(name));
  const newItem = {
    id: 'new',
    label: 'New',
    click: () => BrowserWindow.getAllWindows()[0]?.webContents.send('menu', 'new'),
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [newItem, { role: 'quit' }] }]));
  openWindow();
});
