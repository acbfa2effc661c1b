// `ipcMain`, and how a message of a preload becomes an event of it.
import { EventEmitter } from 'node:events';
import type { WebFrameMain } from './frames.ts';
import type { Rectangle } from './page.ts';
import { strictClass } from './strict.ts';
import type { WebContents } from './web-contents.ts';
import { wire } from './wire.ts';

/** A message as the preload's world sends it (inject/isolated-world.ts). */
export interface IpcMessage {
  k: 'send' | 'invoke';
  id?: number;
  channel: string;
  args: string;
}

/** Anything a preload's world tells the host. */
export type PreloadMessage = IpcMessage | { k: 'title'; title: string } | { k: 'bounds'; bounds: Rectangle };

/** What a listener or handler gets first. */
export interface IpcEvent {
  type: 'frame';
  sender: WebContents;
  senderFrame: WebFrameMain | null;
  frameId: number;
  processId: number;
  ports: never[];
  reply(channel: string, ...args: unknown[]): void;
}
type Handler = (event: IpcEvent, ...args: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...args) => {
      this.removeHandler(channel);
      return handler(...args);
    });
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Host only: runs the handler of an invoke. */
  async run(channel: string, event: IpcEvent, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}
strictClass('ipcMain', IpcMain);

/** The one `ipcMain`. */
export const ipcMain = new IpcMain();

/** Handles one message of a preload; returns the text to answer with, or undefined for a plain send. */
export async function receive(message: IpcMessage, sender: WebContents): Promise<string | undefined> {
  const { channel, id, k } = message;
  const senderFrame = sender.mainFrame;
  const event: IpcEvent = {
    type: 'frame',
    sender,
    senderFrame,
    frameId: senderFrame.routingId,
    processId: senderFrame.processId,
    ports: [],
    reply: (name, ...args) => sender.send(name, ...args),
  };
  const args = wire.decode(message.args) as unknown[];
  if (k === 'send') {
    ipcMain.emit(channel, event, ...args);
    return undefined;
  }
  try {
    const value = wire.encode(await ipcMain.run(channel, event, args));
    return JSON.stringify({ k: 'ok', id, value });
  } catch (error) {
    // The same line as in Electron's own main process.
    console.error(`Error occurred in handler for '${channel}':`, error);
    return JSON.stringify({ k: 'err', id, message: String(error) });
  }
}
