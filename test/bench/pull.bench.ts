import path from 'node:path';
import { systemClock } from '../../main/clock.ts';
import { compose } from '../../main/compose.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import { openCredentials } from '../../main/security/credentials.ts';
import { hostNetwork } from '../support/host-network.ts';
import { must } from '../support/must.ts';
import { noBackups } from '../support/no-backups.ts';
import { noBugs } from '../support/no-bugs.ts';
import { quietHealth } from '../support/quiet-health.ts';
import { seedComments } from '../wordpress/seed.ts';
import { startWordPress, type WordPress } from '../wordpress/server.ts';
import { waitUntil } from '../wordpress/wait-until.ts';
import { type Measures, ratio } from './measure.ts';

const COMMENTS = 1_000;
const ROUNDS = 5;
const noBox = {
  isEncryptionAvailable: () => false,
  backend: () => null,
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
};

/** The app with an empty library, as it stands when somebody connects a site. */
async function startedApp(folder: string) {
  const library = must(await openLibrary(folder, realFiles, noBugs));
  const nothing = () => {};
  const health = quietHealth(folder);
  const composed = compose({
    ...{ library, clock: systemClock, version: '0.0.0', dataFolder: folder, ...hostNetwork() },
    credentials: await openCredentials(path.join(folder, 'credentials.json'), noBox),
    ...{ systemLanguages: () => ['en'], openExternal: async () => {}, onReadyToClose: nothing },
    ...{ health, openFolder: async () => '', onProgress: nothing, onBug: nothing },
    search: {
      file: path.join(folder, 'search', 'index.sqlite'),
      worker: new URL('../../main/search/worker.ts', import.meta.url),
    },
    onSearchBuilding: nothing,
    backups: noBackups(folder),
  });
  await health.follow(library);
  await composed.start();
  const { search, sites } = composed.handlers;
  // Until its thread is there.
  must(await search.find({ query: 'кафе', group: 'all', order: 'best', offset: 0, limit: 1 }));
  return {
    /** Connects a site and pulls it for the first time. */
    async pull({ url, users: { admin } }: WordPress): Promise<void> {
      const { login, password } = admin;
      const site = must(await sites.connect({ address: url, login, password, keep: 'session' }));
      const pulled = () => library.get('sites', site.id)?.pulledAt !== null;
      await waitUntil(pulled, () => JSON.stringify(library.get('contacts', site.id)));
    },
    async stop(): Promise<void> {
      await composed.stop();
      await library.close();
    },
  };
}

/** The same pages asked for with nothing around them. */
async function bareRequests(wp: WordPress): Promise<void> {
  const { login, password } = wp.users.admin;
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
  const fields =
    'id,post,parent,author,author_name,author_email,author_url,author_ip,author_user_agent,date_gmt,content,link,status,type';
  for (let page = 1; page <= COMMENTS / 100; page += 1) {
    const query = `context=edit&status=any&type=all&per_page=100&page=${page}&_fields=${fields}`;
    const answer = await fetch(`${wp.url}/wp-json/wp/v2/comments?${query}`, { headers: { authorization } });
    await answer.json();
  }
}

/** The first pull of a real WordPress, against the requests alone. */
export async function pullMeasures(folder: string): Promise<Measures> {
  const wp = await startWordPress();
  const apps: Awaited<ReturnType<typeof startedApp>>[] = [];
  try {
    await seedComments(wp, COMMENTS);
    for (let round = 0; round <= ROUNDS; round += 1)
      apps.push(await startedApp(path.join(folder, `pull-${round}`)));
    const fresh = apps.values();
    return {
      'first pull of 1,000 comments / the bare requests': await ratio({
        subject: () => fresh.next().value?.pull(wp),
        baseline: () => bareRequests(wp),
        rounds: ROUNDS,
        atMost: 2.5,
        names: ['pull', 'requests'],
      }),
    };
  } finally {
    for (const app of apps) await app.stop();
    await wp.stop();
  }
}
