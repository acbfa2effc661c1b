// Runs as source text in the preload's own world: messages to the host and back.
import type { Wire } from '../wire.ts';
import type { EventEmitter } from './event-emitter.ts';

/** Electron's ipcRenderer, and what the host calls with its messages. */
export function makeIpcRenderer(
  Emitter: typeof EventEmitter,
  wire: Wire,
  toHost: (text: string) => void,
  notModelled: (what: string) => Error,
) {
  const waiting = new Map<number, { channel: string; settle: PromiseWithResolvers<unknown> }>();
  let next = 0;
  // A class, so that the object has no properties of its own: sent over the bridge it is empty, as in Electron.
  class IpcRenderer extends Emitter {
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

  const receive = (text: string) => {
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
  return { ipcRenderer, receive };
}
