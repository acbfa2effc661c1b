import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownRelease } from './apt-sources.ts';
import { startGuard } from './guard.ts';
import { createDataTemplate, dumpDatabase, runSqlScript, startMariaDb } from './mariadb.ts';
import { cacheDir } from './paths.ts';
import { type Prepared, placeholderUrl } from './prepare.ts';
import { freshSiteFolder, runSiteScript } from './site.ts';
import { usersSchema } from './users.ts';
import { buildCore } from './wordpress-core.ts';

// Builds what prepare.ts describes. Runs as a program of its own, under a lock: build.ts RELEASE RESULT_FILE

const [, , release = '', resultFile = ''] = process.argv;
// Another process may have built it while this one waited for the lock.
if (!existsSync(resultFile)) await build();

async function build(): Promise<void> {
  const version = await coreOf(release);
  const stem = join(cacheDir, basename(resultFile, '.json'));
  const core = join(cacheDir, `core-${version}`);
  const prepared = await installOnce(core, version, stem);
  // The result file comes last and at once: whoever sees it finds everything it names.
  writeFileSync(`${resultFile}.new`, JSON.stringify(prepared, null, 2));
  renameSync(`${resultFile}.new`, resultFile);
}

/** The version of the unpacked WordPress of a release, fetched when it is not there. */
async function coreOf(wanted: string): Promise<string> {
  const known = join(cacheDir, `release-${wanted}.txt`);
  if (existsSync(known)) {
    const version = readFileSync(known, 'utf8').trim();
    if (existsSync(join(cacheDir, `core-${version}`))) return version;
  }
  const version = await fetchCore(wanted);
  writeFileSync(known, version);
  return version;
}

async function fetchCore(wanted: string): Promise<string> {
  for (const leftover of globSync('building-*', { cwd: cacheDir })) {
    rmSync(join(cacheDir, leftover), { recursive: true });
  }
  try {
    return await buildCore(wanted, cacheDir);
  } catch (error) {
    const own = ownRelease();
    if (own === undefined || own === wanted) throw error;
    return buildCore(own, cacheDir);
  }
}

async function installOnce(core: string, version: string, stem: string): Promise<Prepared> {
  const dataTemplate = `${stem}-data`;
  const dump = `${stem}.sql`;
  rmSync(dataTemplate, { recursive: true, force: true });
  await createDataTemplate(dataTemplate);

  const guard = startGuard();
  try {
    const socket = await startMariaDb(guard, dataTemplate);
    await runSqlScript(socket, 'CREATE DATABASE wp CHARACTER SET utf8mb4');
    const site = { core, dir: join(guard.dir, 'site'), url: placeholderUrl, socket };
    mkdirSync(site.dir);
    freshSiteFolder(site.dir);
    const printed = await runSiteScript(site, 'install.php');
    const users = usersSchema.parse(JSON.parse(printed.split('@@').at(-1) ?? ''));
    writeFileSync(dump, await dumpDatabase(socket));
    return { version, core, dataTemplate, dump, users };
  } finally {
    await guard.stop();
  }
}
