// The channel between the page's world and the preload's world of one document: synchronous CustomEvents on window
// under a secret name, whose `detail` Chromium clones between the worlds. Functions and promises go by number.
// Runs as source text in both worlds before any script of the page, and keeps the originals of everything it
// calls, so that a page which replaces them cannot listen in.

/** A packed value: v plain, f function, p promise, a array, o object, e error. */
type Packed =
  | readonly ['v', unknown]
  | readonly ['f' | 'p', number]
  | readonly ['a', Packed[]]
  | readonly ['o', [string, Packed][]]
  | readonly ['e', string];

/** One message between the worlds. */
interface BridgeMessage {
  t: 'call' | 'returned' | 'threw' | 'done' | 'fail' | 'expose';
  id?: number;
  key?: string;
  v: Packed;
}

type Callable = (...args: unknown[]) => unknown;

/** One end of the channel. */
export class Bridge {
  readonly #out: string;
  readonly #in: string;
  /** What is called, as it was before any script of the page ran. */
  readonly #own = {
    ...{ apply: Reflect.apply, isArray: Array.isArray, window },
    ...{ Event_: CustomEvent, Promise_: Promise, Error_: Error },
    ...{ keys: Object.keys, freeze: Object.freeze, defineProperty: Object.defineProperty },
    ...{ push: Array.prototype.push, concat: Array.prototype.concat, includes: Array.prototype.includes },
    ...{ get: Map.prototype.get, set: Map.prototype.set, remove: Map.prototype.delete },
    ...{ tagOf: Object.prototype.toString, whenDone: Promise.prototype.then },
    ...{ dispatch: EventTarget.prototype.dispatchEvent, listen: EventTarget.prototype.addEventListener },
    detailOf: Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => unknown,
  };
  readonly #functions = new Map<number, Callable>();
  readonly #waiting = new Map<number, [Callable, Callable]>();
  #next = 0;
  #reply: BridgeMessage | undefined;

  /** `outName` is what the other end listens to. */
  constructor(outName: string, inName: string) {
    this.#out = outName;
    this.#in = inName;
  }

  /** Starts listening; `onExpose` is called on the page's side. */
  listen(onExpose?: (key: string, value: unknown) => void): void {
    const { apply, detailOf, listen, window } = this.#own;
    const receive = (event: Event) => {
      const message = apply(detailOf, event, []) as BridgeMessage | null;
      if (!message) return;
      if (message.t === 'call') this.#answer(message);
      else if (message.t === 'returned' || message.t === 'threw') this.#reply = message;
      else if (message.t === 'expose') onExpose?.(message.key ?? '', this.#unpack(message.v, true));
      else this.#settle(message);
    };
    apply(listen, window, [this.#in, receive]);
  }

  /** Gives the other end a value under a name. */
  expose(key: string, value: unknown): void {
    this.#post({ t: 'expose', key, v: this.#pack(value, true) });
  }

  #post(message: BridgeMessage): void {
    const { apply, dispatch, Event_, window } = this.#own;
    apply(dispatch, window, [new Event_(this.#out, { detail: message })]);
  }

  /** Plain objects, and instances of classes, which lose their prototype on the way as in Electron. */
  #isRecord(v: unknown): v is Record<string, unknown> {
    const { apply, tagOf } = this.#own;
    return typeof v === 'object' && v !== null && apply(tagOf, v, []) === '[object Object]';
  }

  /** Nothing inside needs a number: the event clones it whole. `above` are the objects around it. */
  #isCloneable(v: unknown, above: unknown[] = []): boolean {
    const { apply, includes, concat, isArray, Promise_ } = this.#own;
    if (v === null || typeof v !== 'object') return typeof v !== 'function';
    if (v instanceof Promise_) return false;
    if (apply(includes, above, [v])) return true; // a cycle: looked at already
    const path = apply(concat, above, [[v]]);
    if (isArray(v)) {
      for (let i = 0; i < v.length; i++) if (!this.#isCloneable(v[i], path)) return false;
    } else if (this.#isRecord(v)) {
      for (const k in v) if (!this.#isCloneable(v[k], path)) return false;
    }
    return true;
  }

  /** `deep` walks plain objects too, because what is exposed arrives frozen. */
  #pack(v: unknown, deep = false): Packed {
    const { apply, push, set, whenDone, keys, isArray, Promise_ } = this.#own;
    if (!deep && this.#isCloneable(v)) return ['v', v];
    if (typeof v === 'function') {
      apply(set, this.#functions, [++this.#next, v]);
      return ['f', this.#next];
    }
    if (v instanceof Promise_) {
      const id = ++this.#next;
      const done = (x: unknown) => this.#post({ t: 'done', id, v: this.#pack(x) });
      apply(whenDone, v, [done, (e: unknown) => this.#post({ t: 'fail', id, v: this.#packError(e) })]);
      return ['p', id];
    }
    if (isArray(v)) {
      const items: Packed[] = [];
      for (let i = 0; i < v.length; i++) apply(push, items, [this.#pack(v[i], deep)]);
      return ['a', items];
    }
    if (!this.#isRecord(v)) return ['v', v];
    const entries: [string, Packed][] = [];
    for (const k of keys(v)) apply(push, entries, [[k, this.#pack(v[k], deep)]]);
    return ['o', entries];
  }

  #packError(e: unknown): Packed {
    return e instanceof this.#own.Error_ ? ['e', e.message] : this.#pack(e);
  }

  #unpack(packed: Packed, frozen = false): unknown {
    const { apply, push, set, freeze, Promise_, Error_ } = this.#own;
    switch (packed[0]) {
      case 'f': {
        const id = packed[1];
        return (...args: unknown[]) => this.#call(id, args);
      }
      case 'p': {
        const id = packed[1];
        return new Promise_((resolve, reject) => apply(set, this.#waiting, [id, [resolve, reject]]));
      }
      case 'a': {
        const items: unknown[] = [];
        for (let i = 0; i < packed[1].length; i++)
          apply(push, items, [this.#unpack(packed[1][i] as Packed, frozen)]);
        return frozen ? freeze(items) : items;
      }
      case 'o':
        return this.#unpackRecord(packed[1], frozen);
      case 'e':
        return new Error_(packed[1]);
      default:
        return packed[1];
    }
  }

  #unpackRecord(entries: [string, Packed][], frozen: boolean): object {
    const { defineProperty, freeze } = this.#own;
    const made = {};
    for (let i = 0; i < entries.length; i++) {
      const [name, v] = entries[i] as [string, Packed];
      const value = this.#unpack(v, frozen);
      defineProperty(made, name, { value, enumerable: true, writable: true, configurable: true });
    }
    return frozen ? freeze(made) : made;
  }

  #call(id: number, args: unknown[]): unknown {
    const before = this.#reply;
    this.#reply = undefined;
    this.#post({ t: 'call', id, v: this.#pack(args) });
    const got = this.#reply as BridgeMessage | undefined;
    this.#reply = before;
    if (!got) throw new this.#own.Error_('An object could not be cloned.');
    if (got.t === 'threw') throw this.#unpack(got.v);
    return this.#unpack(got.v);
  }

  #answer(message: BridgeMessage): void {
    const { apply, get } = this.#own;
    const f = apply(get, this.#functions, [message.id]) as Callable;
    try {
      this.#post({ t: 'returned', v: this.#pack(apply(f, undefined, this.#unpack(message.v) as unknown[])) });
    } catch (e) {
      this.#post({ t: 'threw', v: this.#packError(e) });
    }
  }

  #settle(message: BridgeMessage): void {
    const { apply, get, remove } = this.#own;
    const pair = apply(get, this.#waiting, [message.id]) as [Callable, Callable] | undefined;
    apply(remove, this.#waiting, [message.id]);
    pair?.[message.t === 'done' ? 0 : 1](this.#unpack(message.v));
  }
}
