import type { Credentials, Http } from '../../net/http.ts';
import type { SiteClient } from '../site-client.ts';
import { createApi } from './api.ts';
import { commentCalls } from './comments.ts';
import { readIdentity } from './identity.ts';
import { postCalls } from './posts.ts';
import { authorNames } from './users.ts';

/** A {@link SiteClient} for WordPress 6.1 and newer over its REST API, with an application password. */
export function createWordPressClient(options: {
  http: Http;
  apiRoot: string;
  url: string;
  credentials: Credentials;
}): SiteClient {
  const api = createApi(options.http, options.apiRoot, options.credentials);
  return {
    identify: () => readIdentity(options.http, api, { url: options.url }),
    authorNames: (ids) => authorNames(api, ids),
    ...postCalls(api),
    ...commentCalls(api),
  };
}
