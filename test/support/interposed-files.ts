import type { FileHandle } from 'node:fs/promises';
import { type FileLayer, realFiles } from '../../main/library/durable-file.ts';

/** One call to the disk. */
export interface FileCall {
  /** Name of the function: of the file layer, or of an open file. */
  name: string;
  file: string;
  /** Of a rename: the new name. */
  to: string | null;
  /** Whether it is a call of an open file. */
  onHandle: boolean;
  /** What is to be written, if anything is. */
  data: Buffer | null;
  /** The arguments as they came. */
  args: readonly unknown[];
}

/** Does the call; `data` instead of what was to be written. */
export type Run = (data?: Buffer) => Promise<unknown>;

const WRITES = new Set(['write', 'writeFile', 'appendFile', 'writev']);

function dataOf(name: string, [first]: readonly unknown[]): Buffer | null {
  if (!WRITES.has(name)) return null;
  if (typeof first === 'string') return Buffer.from(first);
  return Array.isArray(first) ? Buffer.concat(first as Buffer[]) : Buffer.from(first as Uint8Array);
}

type Around = (call: FileCall, run: Run) => Promise<unknown>;
type AnyCall = (...args: unknown[]) => unknown;

/** The arguments of a write with other data; all of it is written, from its beginning. */
function withData({ name, args }: FileCall, data: Buffer | undefined): readonly unknown[] {
  if (data === undefined) return args;
  return name === 'write' ? [data, 0, data.length] : [data, ...args.slice(1)];
}

/** The open file, each of whose asynchronous calls passes through `around`. */
function interposedHandle(handle: FileHandle, file: string, around: Around): FileHandle {
  return new Proxy(handle, {
    get(target, key) {
      const member = Reflect.get(target, key, target);
      if (typeof member !== 'function' || typeof key !== 'string') return member;
      return (...args: unknown[]) => {
        const call = { name: key, file, to: null, onHandle: true, data: dataOf(key, args), args };
        return around(call, async (data) => (member as AnyCall).apply(target, [...withData(call, data)]));
      };
    },
  });
}

/** A file layer each of whose asynchronous calls, those of open files included, passes through `around`. */
export function interposedFiles(around: Around, files: FileLayer = realFiles): FileLayer {
  const wrap =
    (name: string, member: AnyCall): AnyCall =>
    (...args) => {
      const [file, to] = args as string[];
      const call: FileCall = {
        ...{ name, file: String(file), to: name === 'rename' || name === 'link' ? String(to) : null },
        ...{ onHandle: false, data: null, args },
      };
      return around(call, async () => {
        const answer = await member(...args);
        return name === 'open' ? interposedHandle(answer as FileHandle, call.file, around) : answer;
      });
    };
  const names = Object.keys(files) as (keyof FileLayer)[];
  const wrapped = names.map((name) => {
    const member = files[name] as AnyCall;
    return [name, name.endsWith('Sync') ? member : wrap(name, member)];
  });
  return Object.fromEntries(wrapped) as unknown as FileLayer;
}
