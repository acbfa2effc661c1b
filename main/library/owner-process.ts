import { readFile, readlink } from 'node:fs/promises';
import os from 'node:os';

/** What tells one process from every other, as far as this system can say. */
export interface ProcessIdentity {
  pid: number;
  /** Linux: clock ticks from boot to its start, `/proc/<pid>/stat` field 22. Null where there is no /proc. */
  started: string | null;
  /** Linux: id of the boot, new with every start of the machine. */
  boot: string | null;
  /** Linux: the namespace in which `pid` counts; a container has its own. */
  namespace: string | null;
  host: string;
}

/** `unknown`: only its heartbeat can tell. */
export type Fate = 'running' | 'gone' | 'unknown';

const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

/** Start and state of a process, or null where /proc does not show it. */
async function statOf(pid: number): Promise<{ started: string; dead: boolean } | null> {
  const text = await textOf(`/proc/${pid}/stat`);
  if (text === null) return null;
  // `pid (name) state …`: the name may hold spaces and brackets, so counting begins after the last one, at field 3.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const started = fields[22 - 3];
  // Z, X: killed, and only waiting for its parent to take notice.
  return started === undefined ? null : { started, dead: /^[ZXx]/.test(fields[0] ?? '') };
}

/** This very process. */
export async function thisProcess(): Promise<ProcessIdentity> {
  const linux = process.platform === 'linux';
  const [boot, stat, namespace] = await Promise.all([
    linux ? textOf('/proc/sys/kernel/random/boot_id') : null,
    linux ? statOf(process.pid) : null,
    linux ? readlink('/proc/self/ns/pid').catch(() => null) : null,
  ]);
  return {
    pid: process.pid,
    started: stat?.started ?? null,
    boot: boot?.trim() ?? null,
    namespace,
    host: os.hostname(),
  };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0); // sends nothing
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'; // EPERM: it is somebody else's
  }
}

/**
 * Whether `other`, written down earlier, still runs. On Linux this is exact, a pid that now belongs to another process
 * included. Elsewhere a pid that is free proves that it is gone; one that is taken proves nothing.
 */
export async function fateOf(other: ProcessIdentity, here: ProcessIdentity): Promise<Fate> {
  const sameBoot = other.boot !== null && other.boot === here.boot;
  if (!sameBoot) {
    if (other.host !== here.host) return 'unknown'; // another machine, or this one under another name
    if (other.boot !== null && here.boot !== null) return 'gone'; // before this machine last started
    return exists(other.pid) ? 'unknown' : 'gone';
  }
  if (other.namespace !== here.namespace) return 'unknown'; // its pid means another process here
  const now = await statOf(other.pid);
  if (now !== null) return now.started === other.started && !now.dead ? 'running' : 'gone';
  return exists(other.pid) ? 'unknown' : 'gone'; // hidepid: it is there, but not to be seen
}
