import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Guard } from './guard.ts';
import { runCommand } from './run-command.ts';
import { waitUntil } from './wait-until.ts';

const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];

/** Durability is worth nothing to a database that is thrown away: no syncs, no double writes, small files. */
const serverOptions = [
  '--skip-networking',
  '--skip-log-bin',
  '--character-set-server=utf8mb4',
  '--innodb-flush-method=nosync',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-log-file-size=16M',
  '--innodb-buffer-pool-size=64M',
  '--innodb-fast-shutdown=0',
];

/** Creates an empty data folder, to be copied for each server; about two seconds. */
export async function createDataTemplate(dataDir: string): Promise<void> {
  await runCommand('mariadb-install-db', [
    '--no-defaults',
    ...asRoot,
    `--datadir=${dataDir}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--innodb-log-file-size=16M',
  ]);
}

/** Starts a MariaDB of its own in the guard's folder, reachable only through its socket, whose path it gives. */
export async function startMariaDb(guard: Guard, dataTemplate: string): Promise<string> {
  const dataDir = join(guard.dir, 'data');
  const socket = join(guard.dir, 'db.sock');
  await cp(dataTemplate, dataDir, { recursive: true });
  guard.run('mariadb', [
    'mariadbd',
    '--no-defaults',
    ...asRoot,
    `--datadir=${dataDir}`,
    `--socket=${socket}`,
    `--pid-file=${join(guard.dir, 'db.pid')}`,
    ...serverOptions,
  ]);
  await waitUntil(
    () => accepts(socket),
    () => `MariaDB did not start. ${tail(join(guard.dir, 'mariadb.log'))}`,
  );
  return socket;
}

/** Runs a script of SQL statements, e.g. a dump. */
export async function runSqlScript(socket: string, script: string): Promise<void> {
  await runCommand('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root'], { input: script });
}

/** The whole `wp` database as a script that `runSqlScript` can load, also over a database in use. */
export function dumpDatabase(socket: string): Promise<string> {
  return runCommand('mariadb-dump', [
    '--no-defaults',
    `--socket=${socket}`,
    '--user=root',
    '--single-transaction',
    '--skip-comments',
    '--add-drop-database',
    '--databases',
    'wp',
  ]);
}

function accepts(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    probe.once('error', () => resolve(false));
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
  });
}

/** The last lines of a server's log, for an error message. */
export function tail(logFile: string): string {
  if (!existsSync(logFile)) return 'It printed nothing.';
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n');
}
