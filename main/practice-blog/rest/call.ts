import type { PracticeState } from '../state.ts';
import { type Reply, refuse } from './reply.ts';

/** Parameters of the address and the body under one name each; the body wins, as in WordPress. */
export type Params = ReadonlyMap<string, unknown>;

/** One REST call, read from a Request. Routes that write may change `state`: it is a copy, kept only if saved. */
export interface Call {
  method: string;
  /** Scheme and host under which the blog was asked: its links use the same. */
  base: string;
  /** The address after `/wp-json`, without a slash at the end. */
  path: string;
  params: Params;
  signedIn: boolean;
  userAgent: string;
  now: Date;
  state: PracticeState;
}

/** An in-process call has no address of its own; a blog on this machine would see this one. */
export const CALLER_IP = '127.0.0.1';

/** The owner's user id; all that a signed-in caller does is done by this user. */
export const OWNER_ID = 1;

/** The REST path in an address, in both of WordPress's forms, or null for an ordinary page. */
export function restPath(url: URL): string | null {
  const route = url.searchParams.get('rest_route');
  const inQuery = url.pathname === '/' || url.pathname === '/index.php';
  const path = route !== null && inQuery ? route : url.pathname.match(/^\/wp-json(\/.*)?$/)?.[0]?.slice(8);
  return path === undefined ? null : path.replace(/\/+$/, '');
}

/** Collects the parameters of a request; a body that is not JSON is refused as WordPress refuses it. */
export async function readParams(request: Request, url: URL): Promise<Params | Reply> {
  const params = collect(url.searchParams);
  if (request.method === 'GET' || request.method === 'HEAD') return params;
  const text = await request.text();
  if (text === '') return params;
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('application/x-www-form-urlencoded'))
    return new Map([...params, ...collect(new URLSearchParams(text))]);
  if (!type.includes('json')) return params;
  const body = parseJson(text);
  if (body === undefined) return refuse(400, 'rest_invalid_json', 'The body is not valid JSON.');
  return new Map([...params, ...Object.entries(body)]);
}

/** `a=1&b[]=2&b[]=3` becomes a → '1', b → ['2', '3']. */
function collect(search: URLSearchParams): Map<string, unknown> {
  const params = new Map<string, unknown>();
  for (const [key, value] of search) {
    const name = key.replace(/\[[^\]]*\]$/, '');
    const before = params.get(name);
    if (name === key) params.set(name, value);
    else params.set(name, Array.isArray(before) ? [...before, value] : [value]);
  }
  return params;
}

/** The object in the text, or undefined. PHP's parser refuses an unpaired surrogate escape, so this does too. */
function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!JSON.stringify(value).isWellFormed() || hasLoneEscape(text)) return undefined;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return undefined;
  }
}

function hasLoneEscape(text: string): boolean {
  const pairs = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/g;
  const withoutEscapedBackslashes = text.replaceAll('\\\\', '');
  return /\\u[dD][89a-fA-F][0-9a-fA-F]{2}/.test(withoutEscapedBackslashes.replace(pairs, ''));
}
