import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { OWNER_FILE } from '../../../main/library/owner-lock.ts';
import { thisProcess } from '../../../main/library/owner-process.ts';

export const inUse = (folder: string) => ({
  ok: false,
  error: { kind: 'storage', reason: 'in-use', file: path.join(folder, OWNER_FILE) },
});

/** A pid that no process has any more. */
export async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

/** A lock as another process would have written it. */
export async function plant(
  folder: string,
  over: Record<string, unknown>,
  name = OWNER_FILE,
): Promise<string> {
  const owner = { ...(await thisProcess()), token: 'of another one', ...over };
  const file = path.join(folder, name);
  await fs.writeFile(file, JSON.stringify(owner));
  return file;
}

export const namesIn = async (folder: string) => (await fs.readdir(folder)).sort();
