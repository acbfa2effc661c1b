import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import path from 'node:path';

/** A disk of its own that can be filled up and taken the rights from. */
export interface SmallDisk {
  /** Lets nothing be written any more, or lets it again. */
  allowWriting(allowed: boolean): void;
  unmount(): void;
}

const run = (...args: string[]) => void execFileSync(args[0] ?? '', args.slice(1), { stdio: 'pipe' });

/** Mounts a disk of that size on a folder, or answers why there is none. */
export function smallDisk(folder: string, kib: number): SmallDisk | { reason: string } {
  mkdirSync(folder, { recursive: true });
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder);
  } catch (error) {
    return { reason: `a small disk can be mounted on Linux by root only: ${error}` };
  }
  return {
    allowWriting: (allowed) => run('mount', '-o', `remount,${allowed ? 'rw' : 'ro'}`, folder),
    unmount: () => run('umount', '--lazy', folder),
  };
}

/** Takes all the room of the disk that `file` is on but `spare` bytes. */
export async function fillDisk(file: string, spare: number): Promise<void> {
  const handle = await open(file, 'w');
  const { bavail, bsize } = await statfs(path.dirname(file));
  await handle.write(Buffer.alloc(Math.max(0, bavail * bsize - spare))).catch(() => undefined);
  await handle.close();
}
