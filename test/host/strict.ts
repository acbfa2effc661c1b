// Makes the modelled part of Electron's API throw where it ends: reading or writing a property that is not modelled,
// or listening to an event that would never come, is an error with a clear message instead of silence.
// The trap sits at the end of the prototype chain, so that private fields and identity stay as they are.
import { EventEmitter } from 'node:events';

/** Names that the language, Node's inspector or a test runner asks of any object. */
const PROBED = new Set(['then', 'toJSON', 'inspect', 'asymmetricMatch', 'nodeType', '$$typeof', 'length']);

/** The error for everything that the stand-in does not do. */
export function notModelled(what: string): Error {
  return new Error(`The stand-in for Electron does not model ${what} (see test/host/README.md)`);
}

function trap(name: string, parent: object): object {
  const known = (target: object, key: string | symbol) =>
    typeof key === 'symbol' || key in target || PROBED.has(key);
  return new Proxy(parent, {
    get(target, key, receiver) {
      if (!known(target, key)) throw notModelled(`${name}.${String(key)}`);
      return Reflect.get(target, key, receiver);
    },
    set(target, key, value, receiver) {
      if (!known(target, key)) throw notModelled(`${name}.${String(key)}`);
      return Reflect.set(target, key, value, receiver);
    },
  });
}

/** A plain object of the API: `strict('shell', { openExternal })`. */
export function strict<T extends object>(name: string, members: T): T {
  Object.setPrototypeOf(members, trap(name, Object.getPrototypeOf(members)));
  return members;
}

/** A class of the API: its instances and its static side end in the trap. Called once after the declaration. */
export function strictClass(name: string, type: { prototype: object }): void {
  Object.setPrototypeOf(type.prototype, trap(name, Object.getPrototypeOf(type.prototype)));
  Object.setPrototypeOf(type, trap(name, Object.getPrototypeOf(type)));
}

type Listener = Parameters<EventEmitter['on']>[1];

/** An EventEmitter that refuses listeners of events it does not know. */
export class StrictEmitter extends EventEmitter {
  readonly #name: string;
  readonly #events: ReadonlySet<string>;

  constructor(name: string, events: readonly string[]) {
    super();
    this.#name = name;
    this.#events = new Set(events);
  }

  #check(event: string | symbol): void {
    if (typeof event === 'symbol' || this.#events.has(event)) return;
    throw notModelled(`the event '${event}' of ${this.#name}`);
  }

  override on(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.on(event, listener);
  }

  override addListener(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.addListener(event, listener);
  }

  override prependListener(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.prependListener(event, listener);
  }
}

/** An event object whose default can be prevented, with further properties. */
export function preventable<T extends object>(properties: T): T & Preventable {
  const event = { defaultPrevented: false, preventDefault: () => undefined, ...properties };
  event.preventDefault = () => {
    event.defaultPrevented = true;
  };
  return event;
}

/** The part of an Electron event that all preventable ones share. */
export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}
