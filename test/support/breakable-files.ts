import { type FileLayer, realFiles } from '../../main/library/durable-file.ts';

/** A file layer that works until `fail` is called, and again after `heal`. While it fails, open files take nothing. */
export function breakableFiles(): { files: FileLayer; fail(code?: string): void; heal(): void } {
  let broken: string | null = null;
  const refused = () => Promise.reject(Object.assign(new Error(broken ?? ''), { code: broken }));
  const open: FileLayer['open'] = async (...args) => {
    if (broken !== null) return refused();
    const handle = await realFiles.open(...args);
    for (const call of ['write', 'writeFile', 'datasync', 'sync'] as const) {
      const real = handle[call].bind(handle) as (...rest: unknown[]) => Promise<never>;
      handle[call] = (...rest: unknown[]) => (broken === null ? real(...rest) : refused());
    }
    return handle;
  };
  return {
    files: { ...realFiles, open },
    fail(code = 'ENOSPC') {
      broken = code;
    },
    heal() {
      broken = null;
    },
  };
}
