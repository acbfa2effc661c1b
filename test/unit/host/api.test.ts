import { afterEach, describe, expect, it } from 'vitest';
import { calls, settings } from '../../host/control.ts';
import { dialog, shell } from '../../host/dialog.ts';
import { protocol } from '../../host/protocol.ts';
import { runtime } from '../../host/runtime.ts';
import { safeStorage } from '../../host/safe-storage.ts';
import { checkWindowOptions } from '../../host/window-options.ts';
import { hearStandIn } from './stand-in-words.ts';

afterEach(() => {
  runtime.isReady = false;
  settings.keyring = undefined;
  safeStorage.setUsePlainTextEncryption(false);
  calls.length = 0;
});

describe('safeStorage', () => {
  it('has no keyring, and encrypts nothing until the app accepts that', () => {
    expect(safeStorage.getSelectedStorageBackend()).toBe('unknown');
    runtime.isReady = true;
    expect(safeStorage.getSelectedStorageBackend()).toBe('basic_text');
    expect(safeStorage.isEncryptionAvailable()).toBe(false);
    expect(() => safeStorage.encryptString('x')).toThrow('Encryption is not available');
    safeStorage.setUsePlainTextEncryption(true);
    expect(safeStorage.isEncryptionAvailable()).toBe(true);
  });

  it('gives back what it took, marks it as not secret, and does not store it readable', async () => {
    runtime.isReady = true;
    safeStorage.setUsePlainTextEncryption(true);
    const stored = await safeStorage.encryptStringAsync('парола secret');
    expect(stored.toString('latin1')).toContain('v10STAND-IN-NOT-SECRET');
    expect(stored.includes('secret')).toBe(false);
    expect(safeStorage.encryptString('парола secret').equals(stored)).toBe(false);
    expect(await safeStorage.decryptStringAsync(stored)).toEqual({
      shouldReEncrypt: false,
      result: 'парола secret',
    });
    expect(() => safeStorage.decryptString(Buffer.from('plain text'))).toThrow(
      'does not appear to be encrypted',
    );
    stored[stored.length - 1] = (stored.at(-1) ?? 0) ^ 1;
    expect(() => safeStorage.decryptString(stored)).toThrow();
  });

  it('may pretend a keyring, whose values it cannot read without it', () => {
    runtime.isReady = true;
    settings.keyring = 'gnome_libsecret';
    expect(safeStorage.getSelectedStorageBackend()).toBe('gnome_libsecret');
    const stored = safeStorage.encryptString('x');
    expect(safeStorage.decryptString(stored)).toBe('x');
    settings.keyring = undefined;
    safeStorage.setUsePlainTextEncryption(true);
    expect(() => safeStorage.decryptString(stored)).toThrow('another backend');
  });
});

describe('window options', () => {
  it('of a safe window are accepted', () => {
    const webPreferences = {
      preload: '/p.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    };
    expect(() => checkWindowOptions({ width: 1, title: 'x', webPreferences })).not.toThrow();
    expect(() => checkWindowOptions({})).not.toThrow();
  });

  it.each([
    { nodeIntegration: true },
    { contextIsolation: false },
    { sandbox: false },
    { webSecurity: false },
    { webviewTag: true },
    { nodeIntegrationInSubFrames: true },
    { experimentalFeatures: true },
    { enableBlinkFeatures: 'X' },
    { partition: 'persist:x' },
  ])('that weaken it are refused: %o', (webPreferences) => {
    expect(() => checkWindowOptions({ webPreferences })).toThrow('does not model the webPreference');
  });

  it('that are not modelled are refused', () => {
    expect(() => checkWindowOptions({ kiosk: true })).toThrow("BrowserWindow option 'kiosk'");
  });
});

describe('dialogs and links', () => {
  it('are recorded, and a dialog is answered as cancelled, which stderr says', async () => {
    const said = hearStandIn();
    expect(await dialog.showOpenDialog({ properties: ['openFile'] })).toEqual({
      canceled: true,
      filePaths: [],
    });
    expect(await dialog.showMessageBox({ message: 'Delete?', buttons: ['Delete', 'Cancel'] })).toMatchObject({
      response: 1,
    });
    expect(dialog.showMessageBoxSync({ buttons: ['a', 'b', 'c'], cancelId: 2 })).toBe(2);
    await shell.openExternal('https://example.com/');
    expect(calls.map(({ api }) => api)).toEqual([
      'dialog.showOpenDialog',
      'dialog.showMessageBox',
      'dialog.showMessageBoxSync',
      'shell.openExternal',
    ]);
    expect(calls.at(-1)?.args).toEqual(['https://example.com/']);
    expect(said().match(/(?<=dialog\.)\w+(?= was answered with "cancel")/g)).toEqual([
      'showOpenDialog',
      'showMessageBox',
      'showMessageBoxSync',
    ]);
  });
});

describe('protocol', () => {
  it('knows only privileged schemes, each with one handler', () => {
    const handler = () => new Response();
    expect(() => protocol.handle('https', handler)).toThrow('not privileged');
    expect(() => protocol.registerSchemesAsPrivileged([{ scheme: 'weak' }])).toThrow('standard and secure');
    protocol.registerSchemesAsPrivileged([{ scheme: 'desk', privileges: { standard: true, secure: true } }]);
    protocol.handle('desk', handler);
    expect(() => protocol.handle('desk', handler)).toThrow('Failed to register protocol: desk');
    protocol.unhandle('desk');
    expect(protocol.isProtocolHandled('desk')).toBe(false);
    runtime.isReady = true;
    expect(() => protocol.registerSchemesAsPrivileged([])).toThrow('before app is ready');
  });
});
