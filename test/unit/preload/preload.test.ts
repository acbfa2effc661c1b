import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { channelNames, eventNames } from '../../../preload/contract/index.ts';

type Exposed = Record<string, Record<string, (input?: unknown, ...more: unknown[]) => unknown>> & {
  on(name: string, listener: (...args: unknown[]) => void): () => void;
};

/** Electron's side: what the preload may use, each part marked so that a leak of it can be found. */
const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: vi.fn(async (..._args: unknown[]) => 'answer of main'),
  send: vi.fn(),
  sendSync: vi.fn(),
});
const exposeInMainWorld = vi.fn((_name: string, _bridge: Exposed) => {});

vi.mock('electron', () => ({ contextBridge: { exposeInMainWorld }, ipcRenderer }));

/** Runs the preload as the build leaves it, the names of the contract filled in. */
async function exposed(): Promise<Exposed> {
  vi.stubGlobal('__CHANNELS__', channelNames);
  vi.stubGlobal('__EVENTS__', eventNames);
  await import('../../../preload/index.ts');
  const [call] = exposeInMainWorld.mock.calls;
  if (!call) throw new Error('Nothing was exposed');
  return call[1];
}

beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  ipcRenderer.removeAllListeners();
});
afterEach(() => vi.unstubAllGlobals());

test('one object is exposed, with exactly these calls', async () => {
  const bridge = await exposed();
  expect(exposeInMainWorld.mock.calls.map(([name]) => name)).toEqual(['copydesk']);
  const names = Object.entries(bridge).flatMap(([area, calls]) =>
    typeof calls === 'function' ? [area] : Object.keys(calls).map((name) => `${area}.${name}`),
  );
  expect(names.sort()).toMatchInlineSnapshot(`
    [
      "app.changeSettings",
      "app.openLink",
      "app.readyToClose",
      "app.rememberPlace",
      "app.showLibrary",
      "app.state",
      "backups.backUpNow",
      "backups.cancel",
      "backups.leave",
      "backups.open",
      "backups.overview",
      "backups.restore",
      "backups.saveToFile",
      "backups.showFolder",
      "comments.counts",
      "comments.decide",
      "comments.get",
      "comments.list",
      "comments.reply",
      "comments.saveReplyDraft",
      "comments.thread",
      "comments.undo",
      "library.acknowledgeDamage",
      "library.health",
      "library.showDamaged",
      "on",
      "outbox.cancel",
      "outbox.counts",
      "outbox.list",
      "outbox.retry",
      "outbox.sendNow",
      "posts.assignSite",
      "posts.counts",
      "posts.create",
      "posts.get",
      "posts.list",
      "posts.remove",
      "posts.resolveConflict",
      "posts.restore",
      "posts.save",
      "posts.send",
      "revisions.bringBack",
      "revisions.damaged",
      "revisions.discardLost",
      "revisions.get",
      "revisions.keepLost",
      "revisions.list",
      "revisions.lost",
      "revisions.restore",
      "savedSearches.counts",
      "savedSearches.forget",
      "savedSearches.list",
      "savedSearches.save",
      "search.find",
      "sites.connect",
      "sites.disconnect",
      "sites.list",
      "sites.openPractice",
      "sites.reconnect",
      "sites.resetPractice",
      "sites.setAside",
      "sync.cancelPull",
      "sync.pull",
    ]
  `);
  expect(names.filter((name) => name !== 'on').sort()).toEqual([...channelNames].sort());
});

test('the page gets plain objects and functions of our own, nothing of Electron', async () => {
  const bridge = await exposed();
  const theirs = new Set<unknown>([ipcRenderer, ...Object.values(ipcRenderer), EventEmitter.prototype]);
  const found: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (theirs.has(value)) found.push(path);
    if (typeof value === 'object' && value !== null) {
      expect(Object.getPrototypeOf(value), path).toBe(Object.prototype);
      for (const key of Reflect.ownKeys(value)) {
        walk(Reflect.get(value, key), `${path}.${String(key)}`);
      }
    } else {
      expect(typeof value, path).toBe('function');
    }
  };
  walk(bridge, 'copydesk');
  expect(found).toEqual([]);
});

test.each(channelNames)('%s invokes its own channel with one input', async (channel) => {
  const bridge = await exposed();
  const [area = '', name = ''] = channel.split('.');
  const input = { some: 'input' };
  expect(await bridge[area]?.[name]?.(input, 'app.state', ipcRenderer)).toBe('answer of main');
  expect(ipcRenderer.invoke.mock.calls).toEqual([[channel, input]]);
});

test.each(eventNames)('listeners of %s hear the payload, never the event', async (name) => {
  const bridge = await exposed();
  const heard = vi.fn();
  const other = vi.fn();
  const forget = bridge.on(name, heard);
  bridge.on(name, other);
  ipcRenderer.emit(name, { sender: ipcRenderer, ports: [] }, { revision: 1 }, 'more');
  expect(heard.mock.calls).toEqual([[{ revision: 1 }]]);
  expect(forget()).toBeUndefined();
  ipcRenderer.emit(name, {}, { revision: 2 });
  expect(heard).toHaveBeenCalledTimes(1);
  expect(other).toHaveBeenCalledTimes(2);
});

test.each(['unknown', 'app.state', '', '__proto__', 'constructor', 'length'])(
  'nobody can listen to %j',
  async (name) => {
    const bridge = await exposed();
    expect(() => bridge.on(name, () => {})).toThrow('Unknown event');
    expect(ipcRenderer.eventNames()).toEqual([]);
  },
);
