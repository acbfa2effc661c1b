// Structured clone as text, for values between main and the preload. Runs in Node and, as source text, in the page:
// it must use nothing but the language and its two arguments.
// Plain JSON is sent as 'j' + JSON; everything else as a heap of nodes that refer to each other by index, which
// keeps cycles, shared references, undefined, Dates, Maps, Sets, bytes, bigints and errors.

/** Makes the two directions; what cannot be cloned throws as Electron does. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one function, because its source text goes to the page
export function makeWire(
  toBase64: (bytes: Uint8Array) => string,
  fromBase64: (text: string) => Uint8Array<ArrayBuffer>,
) {
  type Node = unknown;
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  const ordinary = (v: number) => Number.isFinite(v) && !Object.is(v, -0);

  function isPlain(v: unknown, depth: number): boolean {
    if (v === null || typeof v === 'string' || typeof v === 'boolean') return true;
    if (typeof v === 'number') return ordinary(v);
    if (typeof v !== 'object' || depth > 20) return false;
    if (Array.isArray(v)) {
      for (let i = 0; i < v.length; i++) if (!isPlain(v[i], depth + 1)) return false;
      return true;
    }
    const proto: unknown = Object.getPrototypeOf(v);
    if ((proto !== Object.prototype && proto !== null) || Object.hasOwn(v, '__proto__') || 'toJSON' in v) {
      return false;
    }
    return Object.values(v).every((x) => isPlain(x, depth + 1));
  }

  function encode(root: unknown): string {
    if (isPlain(root, 0)) return `j${JSON.stringify(root)}`;
    const seen = new Map<unknown, number>();
    const heap: Node[] = [];
    const put = (v: unknown): number => {
      if (typeof v === 'function' || typeof v === 'symbol') return refuse();
      if (v === null || typeof v === 'string' || typeof v === 'boolean') return heap.push(v) - 1;
      if (typeof v === 'number') {
        return heap.push(ordinary(v) ? v : ['f', Object.is(v, -0) ? '-0' : String(v)]) - 1;
      }
      if (typeof v === 'undefined') return heap.push(['u']) - 1;
      if (typeof v === 'bigint') return heap.push(['n', String(v)]) - 1;
      const known = seen.get(v);
      if (known !== undefined) return known;
      const at = heap.push(null) - 1;
      seen.set(v, at);
      heap[at] = node(v as object, put);
      return at;
    };
    put(root);
    return JSON.stringify(heap);
  }

  function node(v: object, put: (x: unknown) => number): Node {
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
    if (v instanceof ArrayBuffer) return ['b', 'ArrayBuffer', toBase64(new Uint8Array(v))];
    if (ArrayBuffer.isView(v))
      return ['b', tag, toBase64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength))];
    if (tag === 'Promise' || tag.startsWith('Weak') || tag === 'Window' || 'nodeType' in v) return refuse();
    return ['o', Object.entries(v).map(([k, x]) => [k, put(x)])];
  }

  function decode(text: string): unknown {
    if (text.startsWith('j')) return JSON.parse(text.slice(1));
    const heap = JSON.parse(text) as Node[];
    const made = new Map<number, unknown>();
    const get = (i: number): unknown => {
      if (made.has(i)) return made.get(i);
      const entry = heap[i];
      if (!Array.isArray(entry)) return entry;
      const keep = <T>(v: T): T => {
        made.set(i, v); // before its parts are read, so that a cycle finds it
        return v;
      };
      return value(entry, keep, get);
    };
    return get(0);
  }

  function value(entry: Node[], keep: <T>(v: T) => T, get: (i: number) => unknown): unknown {
    const [kind, a, b, c] = entry;
    const list = a as number[];
    const pairs = a as [number, number][];
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
        return keep(bytes(a as string, fromBase64(b as string)));
      case 'e':
        return keep(error(a as string, b as string, c as string | undefined));
      case 'a': {
        const array = keep<unknown[]>([]);
        for (const x of list) array.push(get(x));
        return array;
      }
      case 'm': {
        const map = keep(new Map<unknown, unknown>());
        for (const [k, x] of pairs) map.set(get(k), get(x));
        return map;
      }
      case 's': {
        const set = keep(new Set<unknown>());
        for (const x of list) set.add(get(x));
        return set;
      }
      default:
        return object(a as [string, number][], keep, get);
    }
  }

  function object(entries: [string, number][], keep: <T>(v: T) => T, get: (i: number) => unknown): object {
    const made = keep<Record<string, unknown>>({});
    for (const [name, x] of entries) {
      // Not an assignment: a key named __proto__ must stay a key.
      const descriptor = { value: get(x), writable: true, enumerable: true, configurable: true };
      Object.defineProperty(made, name, descriptor);
    }
    return made;
  }

  function bytes(type: string, content: Uint8Array<ArrayBuffer>): unknown {
    if (type === 'ArrayBuffer') return content.buffer;
    if (type === 'Uint8Array') return content;
    const types = globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>;
    const Type = types[type];
    return Type ? new Type(content.buffer) : refuse();
  }

  function error(name: string, message: string, stack: string | undefined): Error {
    const types = { TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError };
    const Type = Object.hasOwn(types, name) ? types[name as keyof typeof types] : Error;
    const made = new Type(message);
    if (stack !== undefined) made.stack = stack;
    return made;
  }

  return { encode, decode };
}

/** The wire of the Node side. A copy, so that a decoded buffer is not a window into Node's shared pool. */
export const wire = makeWire(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
);
