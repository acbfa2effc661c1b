// Processes beside the app of a spec: another one that owns the library, and a second start of the app.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from './fixture.ts';

const program = path.resolve(import.meta.dirname, '../support/owner-process.ts');

/** Another process owns the library in this folder, in which a file `go` lies; answers with what ends it. */
export async function ownLibrary(folder: string): Promise<() => Promise<void>> {
  const owner = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(owner.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  expect((await lines.next()).value).toBe('owner');
  return async () => {
    owner.kill('SIGKILL');
    await once(owner, 'exit');
  };
}

/** Starts the app in the stand-in, since Electron's dialog waits for somebody to close it; what it said at its end. */
export async function startAndEnd(userData: string): Promise<{ said: string; code: unknown }> {
  const args = ['.', `--user-data-dir=${userData}`];
  const app = spawn(path.resolve('test/host/electron'), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  app.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(app, 'close');
  return { said, code };
}
