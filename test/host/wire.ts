// Structured clone as text, for values between main and the preload. Runs in Node and, as source text, in the page:
// the class must use nothing but the language and its two arguments.
// Plain JSON is sent as 'j' + JSON; everything else as a heap of nodes that refer to each other by index, which
// keeps cycles, shared references, undefined, Dates, Maps, Sets, bytes, bigints and errors.

type Node = unknown;
type Put = (value: unknown) => number;
type Get = (index: number) => unknown;
type Keep = <T>(value: T) => T;

/** Both directions; what cannot be cloned throws as Electron does. */
export class Wire {
  readonly #toBase64: (bytes: Uint8Array) => string;
  readonly #fromBase64: (text: string) => Uint8Array<ArrayBuffer>;

  constructor(
    toBase64: (bytes: Uint8Array) => string,
    fromBase64: (text: string) => Uint8Array<ArrayBuffer>,
  ) {
    this.#toBase64 = toBase64;
    this.#fromBase64 = fromBase64;
  }

  encode(root: unknown): string {
    if (this.#isPlain(root, 0)) return `j${JSON.stringify(root)}`;
    const seen = new Map<unknown, number>();
    const heap: Node[] = [];
    const put: Put = (v) => {
      const small = this.#small(v);
      if (small !== undefined) return heap.push(small.node) - 1;
      const known = seen.get(v);
      if (known !== undefined) return known;
      const at = heap.push(null) - 1;
      seen.set(v, at);
      heap[at] = this.#node(v as object, put);
      return at;
    };
    put(root);
    return JSON.stringify(heap);
  }

  decode(text: string): unknown {
    if (text.startsWith('j')) return JSON.parse(text.slice(1));
    const heap = JSON.parse(text) as Node[];
    const made = new Map<number, unknown>();
    const get: Get = (i) => {
      if (made.has(i)) return made.get(i);
      const entry = heap[i];
      if (!Array.isArray(entry)) return entry;
      const keep: Keep = (v) => {
        made.set(i, v); // before its parts are read, so that a cycle finds it
        return v;
      };
      return this.#value(entry, keep, get);
    };
    return get(0);
  }

  #refuse(): never {
    throw new Error('An object could not be cloned.');
  }

  #isOrdinary(v: number): boolean {
    return Number.isFinite(v) && !Object.is(v, -0);
  }

  #isPlain(v: unknown, depth: number): boolean {
    if (v === null || typeof v === 'string' || typeof v === 'boolean') return true;
    if (typeof v === 'number') return this.#isOrdinary(v);
    if (typeof v !== 'object' || depth > 20) return false;
    if (Array.isArray(v)) {
      for (let i = 0; i < v.length; i++) if (!this.#isPlain(v[i], depth + 1)) return false;
      return true;
    }
    const proto: unknown = Object.getPrototypeOf(v);
    if ((proto !== Object.prototype && proto !== null) || Object.hasOwn(v, '__proto__') || 'toJSON' in v) {
      return false;
    }
    return Object.values(v).every((x) => this.#isPlain(x, depth + 1));
  }

  /** The node of a value that has no identity; undefined for an object. */
  #small(v: unknown): { node: Node } | undefined {
    if (typeof v === 'function' || typeof v === 'symbol') return this.#refuse();
    if (v === null || typeof v === 'string' || typeof v === 'boolean') return { node: v };
    if (typeof v === 'number') {
      return { node: this.#isOrdinary(v) ? v : ['f', Object.is(v, -0) ? '-0' : String(v)] };
    }
    if (typeof v === 'undefined') return { node: ['u'] };
    if (typeof v === 'bigint') return { node: ['n', String(v)] };
    return undefined;
  }

  #node(v: object, put: Put): Node {
    const tag = Object.prototype.toString.call(v).slice(8, -1);
    if (Array.isArray(v)) return ['a', v.map(put)];
    if (v instanceof Date) return ['d', v.getTime()];
    if (v instanceof RegExp) return ['r', v.source, v.flags];
    if (v instanceof Map) return ['m', [...v].map(([k, x]) => [put(k), put(x)])];
    if (v instanceof Set) return ['s', [...v].map(put)];
    if (v instanceof Error || tag === 'Error') {
      const error = v as Error;
      return ['e', error.name, error.message, error.stack];
    }
    if (v instanceof ArrayBuffer) return ['b', 'ArrayBuffer', this.#toBase64(new Uint8Array(v))];
    if (ArrayBuffer.isView(v))
      return ['b', tag, this.#toBase64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength))];
    if (tag === 'Promise' || tag.startsWith('Weak') || tag === 'Window' || 'nodeType' in v)
      return this.#refuse();
    return ['o', Object.entries(v).map(([k, x]) => [k, put(x)])];
  }

  #value(entry: Node[], keep: Keep, get: Get): unknown {
    const [kind, a, b, c] = entry;
    switch (kind) {
      case 'u':
        return undefined;
      case 'n':
        return BigInt(a as string);
      case 'f':
        return Number(a);
      case 'd':
        return keep(new Date((a as number | null) ?? Number.NaN)); // JSON has no NaN
      case 'r':
        return keep(new RegExp(a as string, b as string));
      case 'b':
        return keep(this.#bytes(a as string, this.#fromBase64(b as string)));
      case 'e':
        return keep(this.#error(a as string, b as string, c as string | undefined));
      case 'a': {
        const array = keep<unknown[]>([]);
        for (const x of a as number[]) array.push(get(x));
        return array;
      }
      case 'm': {
        const map = keep(new Map<unknown, unknown>());
        for (const [k, x] of a as [number, number][]) map.set(get(k), get(x));
        return map;
      }
      case 's': {
        const set = keep(new Set<unknown>());
        for (const x of a as number[]) set.add(get(x));
        return set;
      }
      default:
        return this.#object(a as [string, number][], keep, get);
    }
  }

  #object(entries: [string, number][], keep: Keep, get: Get): object {
    const made = keep<Record<string, unknown>>({});
    for (const [name, x] of entries) {
      // Not an assignment: a key named __proto__ must stay a key.
      const descriptor = { value: get(x), writable: true, enumerable: true, configurable: true };
      Object.defineProperty(made, name, descriptor);
    }
    return made;
  }

  #bytes(type: string, content: Uint8Array<ArrayBuffer>): unknown {
    if (type === 'ArrayBuffer') return content.buffer;
    if (type === 'Uint8Array') return content;
    const types = globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>;
    const Type = types[type];
    return Type ? new Type(content.buffer) : this.#refuse();
  }

  #error(name: string, message: string, stack: string | undefined): Error {
    const types = { TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError };
    const Type = Object.hasOwn(types, name) ? types[name as keyof typeof types] : Error;
    const made = new Type(message);
    if (stack !== undefined) made.stack = stack;
    return made;
  }
}

/** The wire of the Node side. A copy, so that a decoded buffer is not a window into Node's shared pool. */
export const wire = new Wire(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
);
