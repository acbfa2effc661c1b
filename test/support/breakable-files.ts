import { type FileLayer, realFiles } from '../../main/library/durable-file.ts';

/** A file layer that works until `fail` is called, and again after `heal`. */
export function breakableFiles(): { files: FileLayer; fail(code?: string): void; heal(): void } {
  let broken: string | null = null;
  const open: FileLayer['open'] = (...args) =>
    broken === null
      ? realFiles.open(...args)
      : Promise.reject(Object.assign(new Error(broken), { code: broken }));
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
