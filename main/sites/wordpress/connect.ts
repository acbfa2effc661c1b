import { err, type Result } from '../../domain/result.ts';
import type { Credentials, Http } from '../../net/http.ts';
import type { SiteIdentity } from '../site-client.ts';
import { createApi } from './api.ts';
import { discoverWordPress } from './discover.ts';
import { readIdentity } from './identity.ts';

/**
 * Finds the blog at an address as typed, signs in and says who we are there. Errors, each with its own message:
 * `validation` (required, bad-address, insecure-address, not-wordpress, redirected-elsewhere), `offline`,
 * `auth-expired` (credentials, password-prompt, application-passwords-off), `forbidden` (code `no-rights` for a user
 * who may neither write nor moderate), `server`.
 */
export async function connectWordPress(options: {
  http: Http;
  address: string;
  credentials: Credentials;
}): Promise<Result<SiteIdentity>> {
  const { http, address } = options;
  const found = await discoverWordPress(http, address);
  if (!found.ok) return found;
  const api = createApi(http, found.value.apiRoot, options.credentials);
  const identity = await readIdentity(http, api, found.value);
  if (!identity.ok) return identity;
  const { writePosts, moderateComments } = identity.value.user.capabilities;
  if (writePosts || moderateComments) return identity;
  return err({ kind: 'forbidden', code: 'no-rights', host: new URL(identity.value.url).host });
}
