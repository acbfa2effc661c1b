// Runs as source text in the preload's own world of every document: the sandboxed preload's `require`, ipcRenderer
// and contextBridge, then the preload itself.
import type { makeWire } from '../wire.ts';
import type { makeBridge } from './bridge.ts';

/** What the host tells the preload's world. */
export interface IsolatedOptions {
  /** Name of the binding that carries messages to the host; it exists in this world only. */
  binding: string;
  /** Name of the function through which the host answers. */
  receiver: string;
  /** What `process` is in a sandboxed preload. */
  process: object;
}

type Listener = (...args: unknown[]) => void;
type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
  global: typeof globalThis,
) => void;

/** Starts the preload. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one function, because its source text goes to the page
export function isolatedWorld(
  bridgeOf: typeof makeBridge,
  wireOf: typeof makeWire,
  secret: string,
  options: IsolatedOptions,
  preload: Preload,
): void {
  if (window !== window.top || location.href === 'about:blank') return;
  const world = globalThis as unknown as Record<string, unknown>;
  const toHost = world[options.binding] as (text: string) => void;
  const wire = wireOf(
    (bytes) => bytes.toBase64(),
    (text) => Uint8Array.fromBase64(text),
  );
  const bridge = bridgeOf(`${secret}<`, `${secret}>`);
  bridge.listen();
  const notModelled = (what: string) =>
    new Error(`The stand-in for Electron does not model ${what} (see test/host/README.md)`);
  const refuse = (what: string) => () => {
    throw notModelled(what);
  };

  class EventEmitter {
    readonly #listeners = new Map<string, { f: Listener; once: boolean }[]>();
    #add(name: string, f: Listener, once: boolean): this {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { f, once }]);
      return this;
    }
    on(name: string, f: Listener): this {
      return this.#add(name, f, false);
    }
    addListener(name: string, f: Listener): this {
      return this.#add(name, f, false);
    }
    once(name: string, f: Listener): this {
      return this.#add(name, f, true);
    }
    off(name: string, f: Listener): this {
      const list = this.#listeners.get(name) ?? [];
      const at = list.findLastIndex((entry) => entry.f === f);
      if (at >= 0) this.#listeners.set(name, list.toSpliced(at, 1));
      return this;
    }
    removeListener(name: string, f: Listener): this {
      return this.off(name, f);
    }
    removeAllListeners(name?: string): this {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }
    listenerCount(name: string): number {
      return this.#listeners.get(name)?.length ?? 0;
    }
    emit(name: string, ...args: unknown[]): boolean {
      const list = this.#listeners.get(name) ?? [];
      for (const { f, once } of list) {
        if (once) this.off(name, f);
        f.apply(this, args);
      }
      return list.length > 0;
    }
  }

  const waiting = new Map<number, { channel: string; settle: PromiseWithResolvers<unknown> }>();
  let next = 0;
  // A class, so that the object has no properties of its own: sent over the bridge it is empty, as in Electron.
  class IpcRenderer extends EventEmitter {
    send(channel: string, ...args: unknown[]): void {
      toHost(JSON.stringify({ k: 'send', channel, args: wire.encode(args) }));
    }
    // Async, so that what cannot be cloned rejects instead of throwing.
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const encoded = wire.encode(args);
      const id = ++next;
      const settle = Promise.withResolvers<unknown>();
      waiting.set(id, { channel, settle });
      toHost(JSON.stringify({ k: 'invoke', id, channel, args: encoded }));
      return settle.promise;
    }
    sendSync(): never {
      throw notModelled('ipcRenderer.sendSync');
    }
    postMessage(): never {
      throw notModelled('ipcRenderer.postMessage');
    }
  }
  const ipcRenderer = new IpcRenderer();
  world[options.receiver] = (text: string) => {
    const message = JSON.parse(text);
    if (message.k === 'event') {
      const event = { sender: ipcRenderer, ports: [] };
      ipcRenderer.emit(message.channel, event, ...(wire.decode(message.args) as unknown[]));
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.k === 'ok') call?.settle.resolve(wire.decode(message.value));
    else {
      call?.settle.reject(new Error(`Error invoking remote method '${call.channel}': ${message.message}`));
    }
  };

  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => {
        bridge.post({ t: 'expose', key, v: bridge.pack(api, true) });
      },
      exposeInIsolatedWorld: refuse('contextBridge.exposeInIsolatedWorld'),
      executeInMainWorld: refuse('contextBridge.executeInMainWorld'),
    },
  };
  const refusing = new Proxy(electron, {
    get: (target, key) =>
      Reflect.has(target, key) || typeof key === 'symbol'
        ? Reflect.get(target, key)
        : refuse(`'${key}' in the preload`)(),
  });
  const modules: Record<string, unknown> = {
    electron: refusing,
    'electron/renderer': refusing,
    events: { EventEmitter },
    'node:events': { EventEmitter },
    timers: globalThis,
    'node:timers': globalThis,
    url: { URL, URLSearchParams },
    'node:url': { URL, URLSearchParams },
  };
  const require = (name: string) => {
    if (!Object.hasOwn(modules, name)) throw new Error(`module not found: ${name}`);
    return modules[name];
  };

  // Chromium's protocol does not tell titles.
  let title = '';
  const tellTitle = () => {
    if (document.title === title) return;
    title = document.title;
    toHost(JSON.stringify({ k: 'title', title }));
  };
  document.addEventListener('DOMContentLoaded', () => {
    tellTitle();
    const watched = { subtree: true, childList: true, characterData: true };
    if (document.head) new MutationObserver(tellTitle).observe(document.head, watched);
  });
  // Nor does it tell that a person has resized a window.
  const tellBounds = () => {
    const bounds = { x: screenX, y: screenY, width: innerWidth, height: innerHeight };
    toHost(JSON.stringify({ k: 'bounds', bounds }));
  };
  addEventListener('resize', tellBounds);
  addEventListener('load', tellBounds);

  const module = { exports: {} };
  preload(require, module, module.exports, Object.freeze(options.process), globalThis);
}
