import type { AppError } from '../../domain/app-error.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readAddress } from '../../net/address-rules.ts';
import type { Http } from '../../net/http.ts';
import type { HttpResponse } from '../../net/http-response.ts';
import { errorOf, readRefusal } from './errors.ts';
import { readHomePage } from './home-page.ts';
import { normaliseRoot, routeUrl } from './rest-root.ts';
import { readTypedAddress } from './typed-address.ts';

/** Where a blog's REST API is. */
export interface Discovery {
  apiRoot: string;
  /** The folder of the page that answered in the end. */
  url: string;
  /** `<html lang>` of that page, or empty. */
  language: string;
}

/**
 * Finds the REST root of the blog at an address that a person typed. Nothing secret is sent: redirects are followed,
 * also to another host, and credentials come only after the root is known.
 */
export async function discoverWordPress(http: Http, address: string): Promise<Result<Discovery, AppError>> {
  const typed = readTypedAddress(address);
  if (!typed.ok) return typed;
  const page = await http.send({ method: 'GET', url: typed.value.href });
  if (!page.ok) return page;
  const { status, url } = page.value;
  if (status === 401) return err(errorOf(page.value));
  const home = readHomePage(page.value);
  const at = { url: new URL('.', url).href, language: home.language };
  const root = home.apiRoot === null ? await guess(http, page.value) : announced(home.apiRoot, url);
  return root.ok ? ok({ apiRoot: root.value, ...at }) : root;
}

/**
 * The password will be sent to this root, so it must be on the host that the person has typed (or was led to by it):
 * a page that has been tampered with cannot send us elsewhere. A blog that keeps its API on another host is connected
 * by that host's address.
 */
function announced(root: URL, page: URL): Result<string, AppError> {
  const safe = readAddress(root.href);
  if (!safe.ok) return safe;
  return root.origin === page.origin
    ? ok(normaliseRoot(root))
    : err({ kind: 'validation', field: 'address', reason: 'redirected-elsewhere', detail: root.origin });
}

/** Blogs that hide the announcement still answer at the usual places, beside or above the page that was given. */
async function guess(http: Http, page: HttpResponse): Promise<Result<string, AppError>> {
  if (page.status >= 500) return err(errorOf(page));
  const folder = new URL('.', page.url);
  folder.search = '';
  const folders = [...new Set([folder.href, new URL('/', folder).href])];
  for (const base of folders.flatMap((one) => [`${one}wp-json/`, `${one}?rest_route=/`])) {
    const answer = await http.send({ method: 'GET', url: routeUrl(base, '', { _fields: 'namespaces' }) });
    if (answer.ok && isWordPress(answer.value)) return ok(base);
    if (!answer.ok && answer.error.kind === 'offline') return answer;
  }
  const { host } = page.url;
  return err({ kind: 'validation', field: 'address', reason: 'not-wordpress', detail: host });
}

/** An index with WordPress's own routes, or a refusal in its words: some blogs answer members only. */
function isWordPress(response: HttpResponse): boolean {
  if (response.status === 401 || response.status === 403) return readRefusal(response) !== null;
  const body = response.json();
  if (response.status !== 200 || !body.ok) return false;
  const { namespaces } = Object(body.value);
  return Array.isArray(namespaces) && namespaces.includes('wp/v2');
}
