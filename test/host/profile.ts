// The folder of Chromium's own files inside the app's userData, and the lock a killed Chromium leaves in it.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Makes the profile folder and returns it with its secret (schemes.ts), which only this user can read. */
export function openProfile(userData: string): { folder: string; secret: string } {
  const folder = path.join(userData, 'host-chromium');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'origin-secret');
  try {
    const secret = readFileSync(file, 'utf8');
    if (/^[0-9a-f]{32}$/.test(secret)) return { folder, secret };
  } catch {
    // The first start with this profile.
  }
  const secret = randomBytes(16).toString('hex');
  writeFileSync(file, secret, { mode: 0o600 });
  return { folder, secret };
}

/**
 * Frees a profile whose last Chromium was killed. Its lock is a link to `<host>-<pid>`; Chromium refuses a lock of
 * another host name (a container that was started anew) and waits for a living process. One that is still ending
 * gets `patience` milliseconds, then it is ended: it belongs to this profile and its host is gone.
 */
export async function freeProfile(folder: string, patience = 5_000): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    const holder = lockHolder(folder);
    if (holder === undefined) break;
    if (holder.host !== hostname() || !isChromiumOf(holder.pid, folder)) break;
    if (Date.now() > until) {
      process.kill(holder.pid, 'SIGKILL');
      break;
    }
    await sleep(50);
  }
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    rmSync(path.join(folder, name), { force: true });
  }
}

function lockHolder(folder: string): { host: string; pid: number } | undefined {
  try {
    const [, host = '', pid = ''] =
      /^(.*)-(\d+)$/.exec(readlinkSync(path.join(folder, 'SingletonLock'))) ?? [];
    return { host, pid: Number(pid) };
  } catch {
    return undefined;
  }
}

/** Whether a process is alive and is a Chromium of this profile, not another program that got its number. */
function isChromiumOf(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`);
  } catch {
    return false;
  }
}
