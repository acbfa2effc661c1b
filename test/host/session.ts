// `session`: the default session, and sessions in memory for requests. There is no webRequest and no cookie store.
import { record, settings } from './control.ts';
import { closeConnections, createPool, defaultPool, type Pool, setOffline } from './net-transport.ts';
import type { PermissionHandlers } from './permissions.ts';
import { protocol } from './protocol.ts';
import { notModelled, StrictEmitter, strict, strictClass } from './strict.ts';

class Session extends StrictEmitter {
  readonly protocol = protocol;
  /** Host only: what the app has set (permissions.ts). */
  readonly permissionHandlers: PermissionHandlers = { check: null, request: null };
  #spellChecker = true;
  #spellCheckerLanguages: string[] = [];

  /** Host only: the connections that requests of this session share. */
  readonly pool: Pool;

  constructor(pool: Pool) {
    // None of them is ever emitted: no downloads, no devices.
    super('session', [
      ...['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device', 'preconnect'],
      ...['extension-loaded', 'spellcheck-dictionary-initialized', 'file-system-access-restricted'],
    ]);
    this.pool = pool;
  }

  setPermissionRequestHandler(handler: PermissionHandlers['request']): void {
    this.permissionHandlers.request = handler;
  }
  setPermissionCheckHandler(handler: PermissionHandlers['check']): void {
    this.permissionHandlers.check = handler;
  }
  /** There are no devices and no screen to share, so nothing is ever asked. */
  setDevicePermissionHandler(handler: unknown): void {
    record('session.setDevicePermissionHandler', handler);
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    record('session.setDisplayMediaRequestHandler', handler);
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
    closeConnections(this.pool);
  }
  flushStorageData(): void {
    // Chromium writes localStorage on its own within a few seconds; nothing in its protocol hurries it.
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
export const defaultSession = new Session(defaultPool);

const partitions = new Map<string, Session>();

/** A session in memory, for requests only: no window may use it. */
function fromPartition(name: string, _options?: { cache?: boolean }): Session {
  if (name === '' || name.startsWith('persist:')) throw notModelled(`the persistent session '${name}'`);
  const known = partitions.get(name) ?? new Session(createPool());
  partitions.set(name, known);
  return known;
}

/** The module `session`. */
export const session = strict('session', { defaultSession, fromPartition });
