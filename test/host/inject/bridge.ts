// The channel between the page's world and the preload's world of one document: synchronous CustomEvents on window
// under a secret name, whose `detail` Chromium clones between the worlds. Functions and promises go by number.
// Runs as source text in both worlds before any script of the page, and keeps the originals of everything it
// calls, so that a page which replaces them cannot listen in.

/** A packed value: v plain, f function, p promise, a array, o object, e error. */
export type Packed =
  | readonly ['v', unknown]
  | readonly ['f' | 'p', number]
  | readonly ['a', Packed[]]
  | readonly ['o', [string, Packed][]]
  | readonly ['e', string];

/** One message between the worlds. */
export interface BridgeMessage {
  t: 'call' | 'returned' | 'threw' | 'done' | 'fail' | 'expose';
  id?: number;
  key?: string;
  v: Packed;
}

type Callable = (...args: unknown[]) => unknown;

/** Makes one end; `outName` is what the other end listens to. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one function, because its source text goes to the page
export function makeBridge(outName: string, inName: string) {
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const { apply } = Reflect;
  const { keys, freeze, defineProperty } = Object;
  const { toString: tagOf } = Object.prototype;
  const { isArray } = Array;
  const { push, concat, includes } = Array.prototype;
  const { get, set, delete: remove } = Map.prototype;
  const { then } = Promise.prototype;
  const [Event_, Promise_, Error_, win] = [CustomEvent, Promise, Error, window];
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => unknown;
  const functions = new Map<number, Callable>();
  const waiting = new Map<number, [Callable, Callable]>();
  let next = 0;
  let reply: BridgeMessage | undefined;

  const post = (message: BridgeMessage) =>
    apply(dispatchEvent, win, [new Event_(outName, { detail: message })]);
  /** Plain objects, and instances of classes, which lose their prototype on the way as in Electron. */
  const isRecord = (v: unknown): v is Record<string, unknown> =>
    typeof v === 'object' && v !== null && apply(tagOf, v, []) === '[object Object]';

  /** Nothing inside needs a number: the event clones it whole. `above` are the objects around it. */
  function isCloneable(v: unknown, above: unknown[] = []): boolean {
    if (v === null || typeof v !== 'object') return typeof v !== 'function';
    if (v instanceof Promise_) return false;
    if (apply(includes, above, [v])) return true; // a cycle: looked at already
    const path = apply(concat, above, [[v]]);
    if (isArray(v)) {
      for (let i = 0; i < v.length; i++) if (!isCloneable(v[i], path)) return false;
    } else if (isRecord(v)) {
      for (const k in v) if (!isCloneable(v[k], path)) return false;
    }
    return true;
  }

  /** `deep` walks plain objects too, because what is exposed arrives frozen. */
  function pack(v: unknown, deep = false): Packed {
    if (!deep && isCloneable(v)) return ['v', v];
    if (typeof v === 'function') {
      apply(set, functions, [++next, v]);
      return ['f', next];
    }
    if (v instanceof Promise_) {
      const id = ++next;
      const done = (x: unknown) => post({ t: 'done', id, v: pack(x) });
      apply(then, v, [done, (e: unknown) => post({ t: 'fail', id, v: packError(e) })]);
      return ['p', id];
    }
    if (isArray(v)) {
      const items: Packed[] = [];
      for (let i = 0; i < v.length; i++) apply(push, items, [pack(v[i], deep)]);
      return ['a', items];
    }
    if (!isRecord(v)) return ['v', v];
    const entries: [string, Packed][] = [];
    for (const k of keys(v)) apply(push, entries, [[k, pack(v[k], deep)]]);
    return ['o', entries];
  }

  const packError = (e: unknown): Packed => (e instanceof Error_ ? ['e', e.message] : pack(e));

  function unpack(packed: Packed, frozen = false): unknown {
    const end = <T extends object>(v: T): T => (frozen ? freeze(v) : v);
    switch (packed[0]) {
      case 'f': {
        const id = packed[1];
        return (...args: unknown[]) => call(id, args);
      }
      case 'p': {
        const id = packed[1];
        return new Promise_((resolve, reject) => apply(set, waiting, [id, [resolve, reject]]));
      }
      case 'a': {
        const items: unknown[] = [];
        for (let i = 0; i < packed[1].length; i++)
          apply(push, items, [unpack(packed[1][i] as Packed, frozen)]);
        return end(items);
      }
      case 'o': {
        const made = {};
        for (let i = 0; i < packed[1].length; i++) {
          const [name, v] = packed[1][i] as [string, Packed];
          defineProperty(made, name, {
            value: unpack(v, frozen),
            enumerable: true,
            writable: true,
            configurable: true,
          });
        }
        return end(made);
      }
      case 'e':
        return new Error_(packed[1]);
      default:
        return packed[1];
    }
  }

  function call(id: number, args: unknown[]): unknown {
    const before = reply;
    reply = undefined;
    post({ t: 'call', id, v: pack(args) });
    const got = reply as BridgeMessage | undefined;
    reply = before;
    if (!got) throw new Error_('An object could not be cloned.');
    if (got.t === 'threw') throw unpack(got.v);
    return unpack(got.v);
  }

  function answer(message: BridgeMessage): void {
    const f = apply(get, functions, [message.id]) as Callable;
    try {
      post({ t: 'returned', v: pack(apply(f, undefined, unpack(message.v) as unknown[])) });
    } catch (e) {
      post({ t: 'threw', v: packError(e) });
    }
  }

  function settle(message: BridgeMessage): void {
    const pair = apply(get, waiting, [message.id]) as [Callable, Callable] | undefined;
    apply(remove, waiting, [message.id]);
    pair?.[message.t === 'done' ? 0 : 1](unpack(message.v));
  }

  /** Starts listening; `onExpose` is called on the page's side. */
  function listen(onExpose?: (key: string, value: unknown) => void): void {
    const receive = (event: Event) => {
      const message = apply(detailOf, event, []) as BridgeMessage | null;
      if (!message) return;
      if (message.t === 'call') answer(message);
      else if (message.t === 'returned' || message.t === 'threw') reply = message;
      else if (message.t === 'expose') onExpose?.(message.key ?? '', unpack(message.v, true));
      else settle(message);
    };
    apply(addEventListener, win, [inName, receive]);
  }

  return { post, pack, listen };
}
