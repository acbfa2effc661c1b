import { rename } from 'node:fs/promises';
import type { Net, Session } from 'electron';
import { hostOf } from './domain/host.ts';
import { err, ok, type Result } from './domain/result.ts';
import type { Site } from './domain/site.ts';
import { JsonAdapter, UnreadableFile } from './library/json-adapter.ts';
import { electronTransport } from './net/electron-transport.ts';
import { createHttp } from './net/http.ts';
import type { Transport } from './net/transport.ts';
import { createPracticeBlog, PRACTICE_URL, PRACTICE_USER } from './practice-blog/blog.ts';
import { practiceStateSchema } from './practice-blog/state.ts';
import { type CredentialStore, type Credentials, credentialKey } from './security/credentials.ts';
import type { SiteClient, SiteIdentity } from './sites/site-client.ts';
import { createWordPressClient } from './sites/wordpress/client.ts';
import { connectWordPress } from './sites/wordpress/connect.ts';

export interface SiteClientsOptions {
  net: Pick<Net, 'request'>;
  /** A session for writes and nothing else, see `electronTransport`. */
  writes: Pick<Session, 'closeAllConnections'>;
  version: string;
  credentials: CredentialStore;
  /** File of the practice blog's state. */
  practiceFile: string;
  now: () => Date;
  createId: () => string;
}

/** Everything that speaks with blogs: the network for real ones, a function call for the practice blog. */
export function siteClients(options: SiteClientsOptions) {
  const { net, writes, version, credentials, practiceFile, now, createId } = options;
  const file = new JsonAdapter(practiceFile, practiceStateSchema, 1);
  const practice = createPracticeBlog({
    store: { load: () => readOrPutAside(file, practiceFile), save: (state) => file.write(state) },
    now,
    createId,
  });
  const overNetwork = electronTransport(net, writes);
  // The practice blog's address is reserved and resolves nowhere, so no other site can claim it.
  const transport: Transport = (request) =>
    request.url.startsWith(`${PRACTICE_URL}/`) ? practice.handle(request) : overNetwork(request);
  const http = createHttp({ transport, version });

  const clientAt = (
    { apiRoot, url }: Pick<SiteIdentity, 'apiRoot' | 'url'>,
    given: Credentials,
  ): SiteClient => createWordPressClient({ http, apiRoot, url, credentials: given });

  return {
    clientAt,

    identify: (address: string, given: Credentials): Promise<Result<SiteIdentity>> =>
      connectWordPress({ http, address, credentials: given }),

    clientFor(site: Site): Result<SiteClient> {
      const known = site.platform === 'practice' ? PRACTICE_USER : credentials.get(credentialKey(site));
      if (!known) return err({ kind: 'auth-expired', reason: 'no-password-here', host: hostOf(site.url) });
      return ok(clientAt(site, known));
    },

    practice: { url: PRACTICE_URL, credentials: PRACTICE_USER, reset: () => practice.reset() },
  };
}

/**
 * The practice blog as it was kept. A damaged file gets another name and the blog begins anew: without that nobody
 * could open it again, and what people wrote for it is in the library too.
 */
async function readOrPutAside<T extends { version: number }>(
  file: JsonAdapter<T>,
  path: string,
): Promise<T | null> {
  try {
    return await file.read();
  } catch (error) {
    if (!(error instanceof UnreadableFile) || error.reason !== 'damaged') throw error;
    await rename(path, `${path}.damaged`);
    return null;
  }
}
