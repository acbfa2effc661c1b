// `session`: the default session. Permissions are decided by Chromium, which denies all that needs a question; the
// handlers are kept so that tests can ask them (`permissionHandlers`). There is no webRequest and no cookie store.
import { settings } from './control.ts';
import { closeIdleConnections, setOffline } from './net-transport.ts';
import { protocol } from './protocol.ts';
import { notModelled, StrictEmitter, strict, strictClass } from './strict.ts';

type PermissionHandler = (...args: never[]) => unknown;

class Session extends StrictEmitter {
  readonly protocol = protocol;
  /** Host only: what the app has set. */
  readonly permissionHandlers: Record<string, PermissionHandler | null> = {};
  #spellChecker = true;
  #spellCheckerLanguages: string[] = [];

  constructor() {
    // None of them is ever emitted: no downloads, no devices.
    super('session', [
      ...['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device', 'preconnect'],
      ...['extension-loaded', 'spellcheck-dictionary-initialized', 'file-system-access-restricted'],
    ]);
  }

  setPermissionRequestHandler(handler: PermissionHandler | null): void {
    this.permissionHandlers.request = handler;
  }
  setPermissionCheckHandler(handler: PermissionHandler | null): void {
    this.permissionHandlers.check = handler;
  }
  setDevicePermissionHandler(handler: PermissionHandler | null): void {
    this.permissionHandlers.device = handler;
  }
  setDisplayMediaRequestHandler(handler: PermissionHandler | null): void {
    this.permissionHandlers.displayMedia = handler;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.#spellChecker = enabled;
  }
  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker;
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.#spellCheckerLanguages = languages;
  }
  getSpellCheckerLanguages(): string[] {
    return this.#spellCheckerLanguages;
  }

  /** The only emulated condition is having no network at all. */
  enableNetworkEmulation({ offline = false }: { offline?: boolean }): void {
    setOffline(offline);
  }
  disableNetworkEmulation(): void {
    setOffline(settings.offline);
  }
  async closeAllConnections(): Promise<void> {
    closeIdleConnections();
  }
  async clearCache(): Promise<void> {
    // Nothing is cached.
  }
  async clearStorageData(): Promise<void> {
    throw notModelled('session.clearStorageData');
  }
}
strictClass('session', Session);

/** `session.defaultSession`, also the session of every window. */
export const defaultSession = new Session();

/** The module `session`. */
export const session = strict('session', { defaultSession });
