import type { FileLayer } from '../../main/library/durable-file.ts';
import { type FileCall, interposedFiles, type Run } from './interposed-files.ts';

/** What goes wrong with a call to the disk. */
export interface Fault {
  /**
   * A code: the call fails with it. `short`: a write takes only a part and says so, or, where it cannot say, keeps
   * quiet; other calls work.
   */
  kind: 'ENOSPC' | 'EIO' | 'EACCES' | 'EROFS' | 'short';
  /** The first call that is hit, counted from when the fault is set; 1 is the next one. */
  at: number;
  /** How many calls in a row are hit. */
  lasts: number;
  /** The call does what it should and fails all the same, as when a server's answer is lost. */
  late: boolean;
}

export interface FailingFiles {
  files: FileLayer;
  break(fault: Fault): void;
  heal(): void;
  /** How many calls there were since the last `break`. */
  readonly calls: number;
}

const failure = (code: string, { name, file }: Pick<FileCall, 'name' | 'file'>): Error =>
  Object.assign(new Error(`${code}: ${name} ${file}`), { code });

async function faulty({ kind, late }: Fault, call: FileCall, run: Run): Promise<unknown> {
  if (kind === 'short') {
    return call.data === null ? run() : run(call.data.subarray(0, Math.floor(call.data.length / 2)));
  }
  // What is closed or opened late would only leak: the caller has nothing in hand to close.
  if ((late && call.name !== 'open') || call.name === 'close') await run();
  throw failure(kind, call);
}

interface Options {
  /** Told of each call that is hit. */
  onHit?: (call: FileCall) => void;
  /** Synchronous calls fail, too: those with which texts are read where somebody looks at them. */
  isSync?: boolean;
}

/** A file layer whose calls, those of open files included, fail when they are told to. */
export function failingFiles(
  files: FileLayer,
  { onHit = () => {}, isSync = false }: Options = {},
): FailingFiles {
  let fault: Fault | null = null;
  let calls = 0;
  /** The fault that hits this call. */
  const next = (): Fault | null => {
    calls += 1;
    return fault !== null && calls >= fault.at && calls < fault.at + fault.lasts ? fault : null;
  };
  const around = (call: FileCall, run: Run): Promise<unknown> => {
    const hit = next();
    if (hit === null) return run();
    if (hit.kind !== 'short' || call.data !== null) onHit(call);
    return faulty(hit, call, run);
  };
  const sync =
    <T>(name: string, run: (file: string) => T) =>
    (file: string): T => {
      const hit = next();
      if (hit === null || hit.kind === 'short') return run(file);
      throw failure(hit.kind, { name, file });
    };
  const { readFileSync, sizeSync } = files;
  return {
    files: {
      ...interposedFiles(around, files),
      ...(isSync && {
        readFileSync: sync('readFileSync', readFileSync),
        sizeSync: sync('sizeSync', sizeSync),
      }),
    },
    get calls() {
      return calls;
    },
    break(other) {
      fault = other;
      calls = 0;
    },
    heal() {
      fault = null;
    },
  };
}
