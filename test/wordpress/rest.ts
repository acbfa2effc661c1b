import type { WordPress } from './server.ts';
import type { WordPressUsers } from './users.ts';

export interface RestReply {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON. */
  readonly body: unknown;
}

export interface RestRequest {
  readonly method?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
}

/**
 * Asks the blog's REST API as one of its users, for a test that wants to see or change the blog from the outside.
 *
 * @param path below `/wp-json/`, e.g. `wp/v2/posts?context=edit`
 */
export async function rest(
  wp: WordPress,
  who: keyof WordPressUsers,
  path: string,
  { method = 'GET', json }: RestRequest = {},
): Promise<RestReply> {
  const reply = await fetch(`${wp.url}/wp-json/${path}`, {
    method,
    headers: {
      authorization: basicAuthorization(wp, who),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  return { status: reply.status, headers: reply.headers, body: await reply.json() };
}

/** The header that logs a user in with the application password. */
export function basicAuthorization(wp: WordPress, who: keyof WordPressUsers): string {
  const { login, password } = wp.users[who];
  return `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
}
