// Runs as source text in the preload's own world of every document: the sandboxed preload's `require`, ipcRenderer
// and contextBridge, then the preload itself.
import type { Wire } from '../wire.ts';
import type { Bridge } from './bridge.ts';
import type { EventEmitter } from './event-emitter.ts';
import type { makeIpcRenderer } from './ipc-renderer.ts';
import type { watchDocument } from './watch-document.ts';

/** What the host tells the preload's world. */
export interface IsolatedOptions {
  /** Name of the binding that carries messages to the host; it exists in this world only. */
  binding: string;
  /** Name of the function through which the host answers. */
  receiver: string;
  /** What `process` is in a sandboxed preload. */
  process: object;
}

/** What the world is built of; it arrives as source text, because it cannot import. */
export interface IsolatedParts {
  Bridge: typeof Bridge;
  Wire: typeof Wire;
  EventEmitter: typeof EventEmitter;
  makeIpcRenderer: typeof makeIpcRenderer;
  watchDocument: typeof watchDocument;
}

type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
  global: typeof globalThis,
) => void;

/** Starts the preload. */
export function isolatedWorld(
  parts: IsolatedParts,
  secret: string,
  options: IsolatedOptions,
  preload: Preload,
): void {
  if (window !== window.top || location.href === 'about:blank') return;
  const { Bridge, Wire, EventEmitter } = parts;
  const world = globalThis as unknown as Record<string, unknown>;
  const toHost = world[options.binding] as (text: string) => void;
  const notModelled = (what: string) =>
    new Error(`The stand-in for Electron does not model ${what} (see test/host/README.md)`);
  const refuse = (what: string) => () => {
    throw notModelled(what);
  };
  const wire = new Wire(
    (bytes) => bytes.toBase64(),
    (text) => Uint8Array.fromBase64(text),
  );
  const bridge = new Bridge(`${secret}<`, `${secret}>`);
  bridge.listen();
  const { ipcRenderer, receive } = parts.makeIpcRenderer(EventEmitter, wire, toHost, notModelled);
  world[options.receiver] = receive;

  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
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
  parts.watchDocument(toHost);
  const module = { exports: {} };
  preload(require, module, module.exports, Object.freeze(options.process), globalThis);
}
