import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

/** Keeps servers running beside a test and takes them away with it. */
export interface Guard {
  /** A folder for the servers' files, removed at the end. Short: a unix socket's path has 107 bytes at most. */
  readonly dir: string;
  /** Starts a server in a process group of its own; what it prints goes to `<dir>/<name>.log`. */
  run(name: string, command: readonly string[]): void;
  /** Kills the servers with all their children, removes the folder, and resolves when both are gone. */
  stop(): Promise<void>;
}

/**
 * Each line of standard input is a server to start. At the end of the input everything is killed: the test
 * closed it, or died in whatever way. An exit hook inside the test process would not outlive SIGKILL, and
 * killing only PHP's master would leave its workers on the port. setsid from a background job does not fork,
 * so $! is the server's process group; it is also killed by its own id in case setsid has not come that far.
 */
const guardScript = `
  dir=$1; groups=; processes=
  while IFS= read -r line; do
    setsid sh -c "exec \${line#* }" </dev/null >>"$dir/\${line%% *}.log" 2>&1 &
    groups="$groups -$!"; processes="$processes $!"
  done
  for target in $groups $processes; do kill -s KILL -- "$target" 2>/dev/null; done
  wait
  rm -rf "$dir"
`;

/** Starts a guard whose servers inherit `env`, which may depend on the folder. */
export function startGuard(env: (dir: string) => Record<string, string> = () => ({})): Guard {
  const dir = mkdtempSync(join(tmpdir(), 'cdwp-'));
  const child = spawn('sh', ['-c', guardScript, 'guard', dir], {
    detached: true,
    env: { ...process.env, ...env(dir) },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const input = child.stdin;
  const exited = once(child, 'exit');
  setReferenced(child, input, false);
  return {
    dir,
    run(name, command) {
      input.write(`${name} ${command.map(quoted).join(' ')}\n`);
    },
    async stop() {
      setReferenced(child, input, true);
      input.end();
      await exited;
    },
  };
}

/** A guard that nobody stopped must not keep the test process alive: the process's end is what stops it. */
function setReferenced(child: ChildProcess, input: Writable, referenced: boolean): void {
  const handles = [child, input as Writable & { ref?(): void; unref?(): void }];
  for (const handle of handles) referenced ? handle.ref?.() : handle.unref?.();
}

function quoted(argument: string): string {
  if (argument.includes('\n')) throw new Error('A server cannot have a line break in its command');
  return `'${argument.replaceAll("'", "'\\''")}'`;
}
