import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import type { FaultScript } from './faults.ts';
import { freePort } from './free-port.ts';
import { type Guard, startGuard } from './guard.ts';
import { type JournalEntry, readJournal } from './journal.ts';
import { dumpDatabase, runSqlScript, startMariaDb, tail } from './mariadb.ts';
import { here } from './paths.ts';
import { type Prepared, placeholderUrl, prepareWordPress } from './prepare.ts';
import { freshSiteFolder, phpSettings, runSiteScript, type Site, siteEnvironment } from './site.ts';
import type { WordPressUsers } from './users.ts';
import { waitUntil } from './wait-until.ts';

type Row = Record<string, string | null>;

/** A real WordPress on MariaDB: a Bulgarian blog as freshly installed, with one user of each role. */
export interface WordPress {
  /** The blog's public address, without a slash at the end. Faults happen here. */
  readonly url: string;
  readonly version: string;
  readonly users: WordPressUsers;
  readonly faults: FaultScript;
  /** Runs SQL and gives the rows of the last statement. Tables have the prefix `wp_`. */
  sql(query: string): Promise<Row[]>;
  /** Runs PHP as the administrator with WordPress loaded and gives what it echoes; `input` arrives as `$input`. */
  php(code: string, input?: unknown): Promise<string>;
  /** Like `php`, but leaves no trace in the journal: for content that was there before the story begins. */
  seed(code: string, input?: unknown): Promise<string>;
  /** Everything that happened to posts and comments since the start or the last reset. */
  journal(): Promise<JournalEntry[]>;
  /** Makes the present content what `reset` goes back to. */
  keep(): Promise<void>;
  /** As it was at the start: content, uploads, journal, faults, online. About 0.2 s. */
  reset(): Promise<void>;
  /** The address refuses connections. Late commits still happen: the site itself runs on. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Ends everything. Also happens by itself when the test process dies. */
  stop(): Promise<void>;
}

/** Starts a WordPress of its own for the caller, in about a second once it has been prepared. */
export async function startWordPress(options: { release?: string } = {}): Promise<WordPress> {
  const prepared = await prepareWordPress(options.release);
  const phpPort = await freePort();
  const proxy = await startFaultProxy(phpPort);
  const siteIn = (dir: string): Site => ({
    core: prepared.core,
    dir: join(dir, 'site'),
    url: proxy.url,
    socket: join(dir, 'db.sock'),
  });
  const guard = startGuard((dir) => ({ ...siteEnvironment(siteIn(dir)), PHP_CLI_SERVER_WORKERS: '4' }));
  const site = siteIn(guard.dir);
  try {
    mkdirSync(site.dir);
    freshSiteFolder(site.dir);
    const [dump] = await Promise.all([startDatabase(guard, prepared, site), startPhp(guard, site, phpPort)]);
    return handleOf(site, prepared, proxy, guard, dump);
  } catch (error) {
    await Promise.all([guard.stop(), proxy.goOffline()]);
    throw error;
  }
}

/** Gives the installed blog as SQL, with this site's address. */
async function startDatabase(guard: Guard, prepared: Prepared, site: Site): Promise<string> {
  const dump = readFileSync(prepared.dump, 'utf8').replaceAll(placeholderUrl, site.url);
  await startMariaDb(guard, prepared.dataTemplate);
  await runSqlScript(site.socket, dump);
  return dump;
}

async function startPhp(guard: Guard, site: Site, port: number): Promise<void> {
  guard.run('php', [
    'php',
    ...phpSettings,
    '-S',
    `127.0.0.1:${port}`,
    '-t',
    site.core,
    here('php/router.php'),
  ]);
  const answersAsOurs = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/.copydesk-ready`).catch(() => null);
    return (await answer?.text()) === site.dir;
  };
  await waitUntil(answersAsOurs, () => `PHP did not start. ${tail(join(guard.dir, 'php.log'))}`);
}

function handleOf(
  site: Site,
  prepared: Prepared,
  proxy: FaultProxy,
  guard: Guard,
  installed: string,
): WordPress {
  let start = installed;
  const { faults } = proxy;
  const run = (code: string, input: unknown, env: Record<string, string> = {}) =>
    runSiteScript(site, 'run.php', JSON.stringify({ code, input }), env);
  return {
    url: proxy.url,
    version: prepared.version,
    users: prepared.users,
    faults,
    async sql(query) {
      return rowsSchema.parse(JSON.parse(await runSiteScript(site, 'sql.php', query)));
    },
    php: (code, input) => run(code, input),
    seed: (code, input) => run(code, input, { COPYDESK_WP_JOURNAL: 'off' }),
    journal: () => readJournal(join(site.dir, 'journal.jsonl')),
    async keep() {
      start = await dumpDatabase(site.socket);
    },
    async reset() {
      await faults.settled();
      faults.clear();
      await runSqlScript(site.socket, start);
      freshSiteFolder(site.dir);
      await proxy.goOnline();
    },
    goOffline: () => proxy.goOffline(),
    goOnline: () => proxy.goOnline(),
    async stop() {
      await proxy.goOffline();
      await guard.stop();
    },
  };
}

const rowsSchema = z.array(z.record(z.string(), z.string().nullable()));
