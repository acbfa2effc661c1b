// Speaks the Chrome DevTools Protocol to a Chromium over its pipe (fd 3 in, fd 4 out; messages end in NUL).
// When this process ends, however it ends, the pipe closes and Chromium goes too.
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

type Commands = Protocol.CommandParameters;
type Replies = Protocol.CommandReturnValues;
type Events = Protocol.Events;

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}
interface Waiting {
  method: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Commands to, and events of, the browser or one page. */
export class CdpSession {
  readonly #events = new EventEmitter();
  readonly #send: (method: string, params: object) => Promise<unknown>;

  constructor(send: (method: string, params: object) => Promise<unknown>) {
    this.#send = send;
    this.#events.setMaxListeners(0);
  }

  send<M extends keyof Commands & keyof Replies>(method: M, params?: Commands[M]): Promise<Replies[M]> {
    return this.#send(method, params ?? {}) as Promise<Replies[M]>;
  }

  on<M extends keyof Events>(event: M, listener: (params: Events[M]) => void): void {
    this.#events.on(event, listener);
  }

  /** Hands a message of Chromium to the listeners. */
  deliver(event: string, params: unknown): void {
    this.#events.emit(event, params);
  }
}

/** The connection to one Chromium process. */
export class Cdp {
  readonly child: ChildProcess;
  readonly browser = new CdpSession((method, params) => this.#post(method, params, undefined));
  readonly #sessions = new Map<string, CdpSession>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #input: Writable;
  #tail: Buffer[] = [];
  #next = 0;

  constructor(child: ChildProcess) {
    this.child = child;
    this.#input = child.stdio[3] as Writable;
    this.#input.on('error', () => undefined); // the exit is reported by the process itself
    (child.stdio[4] as Readable).on('data', (chunk: Buffer) => this.#read(chunk));
    child.once('exit', () => {
      for (const { reject, method } of this.#waiting.values())
        reject(new Error(`${method}: Chromium has exited`));
      this.#waiting.clear();
    });
  }

  /** The session of an attached page. */
  session(id: string): CdpSession {
    let session = this.#sessions.get(id);
    if (!session) {
      session = new CdpSession((method, params) => this.#post(method, params, id));
      this.#sessions.set(id, session);
    }
    return session;
  }

  forget(id: string): void {
    this.#sessions.delete(id);
  }

  #post(method: string, params: object, sessionId: string | undefined): Promise<unknown> {
    const id = ++this.#next;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #read(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      this.#tail.push(chunk.subarray(from, end));
      const text = Buffer.concat(this.#tail).toString('utf8');
      this.#tail = [];
      this.#message(JSON.parse(text) as Message);
      from = end + 1;
    }
    if (from < chunk.length) this.#tail.push(chunk.subarray(from));
  }

  #message({ id, method, params, result, error, sessionId }: Message): void {
    if (id !== undefined) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
      else waiting?.resolve(result);
    } else if (method !== undefined) {
      (sessionId === undefined ? this.browser : this.#sessions.get(sessionId))?.deliver(method, params);
    }
  }
}
