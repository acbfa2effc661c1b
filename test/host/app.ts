// `app`: the life-cycle of the program and what it knows about itself.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { record, settings } from './control.ts';
import { chromiumLocale, wantedLanguages } from './locale.ts';
import { standardPaths } from './paths.ts';
import { runtime } from './runtime.ts';
import { InstanceLock } from './single-instance.ts';
import { preventable, StrictEmitter, strictClass } from './strict.ts';

const EVENTS = [
  ...['will-finish-launching', 'ready', 'activate', 'window-all-closed', 'before-quit', 'will-quit', 'quit'],
  ...['browser-window-created', 'browser-window-focus', 'browser-window-blur', 'web-contents-created'],
  ...['render-process-gone', 'second-instance'],
  // Listened to for safety, never caused here: there is no such thing in the stand-in.
  ...[
    'open-url',
    'open-file',
    'child-process-gone',
    'certificate-error',
    'select-client-certificate',
    'login',
  ],
  ...['gpu-info-update', 'accessibility-support-changed', 'session-created'],
];

class CommandLine {
  readonly switches = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.switches.set(name, value);
  }
  hasSwitch(name: string): boolean {
    return this.switches.has(name);
  }
  getSwitchValue(name: string): string {
    return this.switches.get(name) ?? '';
  }
  removeSwitch(name: string): void {
    this.switches.delete(name);
  }
}
strictClass('app.commandLine', CommandLine);

/** The package.json of the app. */
export interface Manifest {
  name?: string;
  productName?: string;
  version?: string;
}

const startAgain = (args: string[]): void =>
  spawn(fileURLToPath(new URL('./electron', import.meta.url)), args, {
    stdio: 'inherit',
    detached: true,
  }).unref();

class App extends StrictEmitter {
  readonly commandLine = new CommandLine();
  readonly isPackaged = settings.packaged;
  #manifest: Manifest = {};
  #root = process.cwd();
  readonly #paths: Record<string, string> = {};
  #lock: InstanceLock | undefined;
  #badge = 0;
  #quitting = false;
  #exitCode = 0;
  /** Arguments of the run that follows this one. */
  #next: string[] | null = null;

  constructor() {
    super('app', EVENTS);
  }

  /** Host only: which app this is. */
  setManifest(root: string, manifest: Manifest): void {
    this.#root = root;
    this.#manifest = manifest;
  }

  get name(): string {
    return this.#manifest.productName ?? this.#manifest.name ?? 'Electron';
  }
  set name(name: string) {
    this.#manifest.productName = name;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion(): string {
    return this.#manifest.version ?? '0.0.0';
  }
  getAppPath(): string {
    return this.#root;
  }

  getPath(name: string): string {
    const userData = this.#paths.userData ?? (this.commandLine.getSwitchValue('user-data-dir') || undefined);
    const found = this.#paths[name] ?? standardPaths(this.name, userData)[name];
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }
  setPath(name: string, value: string): void {
    this.getPath(name); // an unknown name throws, as in Electron
    this.#paths[name] = value;
  }

  getLocale(): string {
    return chromiumLocale(this.getSystemLocale());
  }
  getSystemLocale(): string {
    return this.getPreferredSystemLanguages()[0] ?? 'en-US';
  }
  getPreferredSystemLanguages(): string[] {
    return wantedLanguages(this.commandLine.getSwitchValue('lang'));
  }

  isReady(): boolean {
    return runtime.isReady;
  }
  whenReady(): Promise<object> {
    return runtime.ready.promise;
  }

  enableSandbox(): void {
    if (runtime.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {
    if (runtime.isReady) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    }
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    this.#lock ??= new InstanceLock(this.getPath('userData'), (second) => {
      this.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData);
    });
    return this.#lock.request(additionalData);
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock?.held ?? false;
  }
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  setBadgeCount(count = 0): boolean {
    this.#badge = count;
    record('app.setBadgeCount', count);
    return true;
  }
  getBadgeCount(): number {
    return this.#badge;
  }
  setAboutPanelOptions(options: object): void {
    record('app.setAboutPanelOptions', options);
  }
  showAboutPanel(): void {
    record('app.showAboutPanel');
  }
  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id);
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    record('app.setAsDefaultProtocolClient', scheme);
    return false;
  }
  isDefaultProtocolClient(): boolean {
    return false;
  }
  focus(): void {
    record('app.focus');
  }
  /** Takes effect when the app ends, as in Electron; headless it is only recorded: nobody would end what is started. */
  relaunch(options: { args?: string[] } = {}): void {
    record('app.relaunch', options);
    if (settings.headed) this.#next = options.args ?? process.argv.slice(1);
  }

  quit(): void {
    if (this.#quitting) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    if (runtime.windows.size === 0) this.#finish();
    else for (const window of [...runtime.windows]) window.close();
  }

  /** Host only: a window refused to close, so the app stays. */
  cancelQuit(): void {
    this.#quitting = false;
  }

  /** Host only: the last window is gone. */
  allWindowsClosed(): void {
    if (this.#quitting) this.#finish();
    else if (!runtime.ending && !this.emit('window-all-closed')) this.quit();
  }

  #finish(): void {
    const event = preventable({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.cancelQuit();
    else this.exit(this.#exitCode);
  }

  /** Ends without asking anybody; `quit` is the last event. */
  exit(code = 0): void {
    if (runtime.ending) return;
    runtime.ending = true;
    const end = () => {
      this.emit('quit', {}, code);
      this.#lock?.release();
      if (this.#next !== null) startAgain(this.#next);
      process.exit(code);
    };
    const cdp = runtime.cdp;
    if (!cdp || cdp.child.exitCode !== null || cdp.child.signalCode !== null) {
      end();
      return;
    }
    cdp.child.once('exit', end);
    cdp.browser.send('Browser.close').catch(() => undefined);
    setTimeout(() => cdp.child.kill('SIGKILL'), 3_000).unref();
  }
}
strictClass('app', App);

/** The one `app`. */
export const app = new App();
