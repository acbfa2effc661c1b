import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

/** The app's own scheme and its one host: relative addresses only, so that `'self'` is all the page ever needs. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'ui';
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const notFound = () => new Response('Not found', { status: 404, headers: HEADERS });

/** The file that a path means, or null: only regular files of known types that really lie inside `root`. */
async function fileFor(root: string, pathname: string): Promise<string | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..')) return null;
  const file = path.join(root, decoded === '/' ? '/index.html' : decoded);
  if (!(path.extname(file) in TYPES)) return null;
  try {
    // A link could lead out of the folder: what counts is where the file really is.
    const [real, realRoot] = await Promise.all([realpath(file), realpath(root)]);
    if (!real.startsWith(realRoot + path.sep)) return null;
    return (await stat(real)).isFile() ? real : null;
  } catch {
    return null;
  }
}

/**
 * Handler of the app's scheme: serves the renderer's folder and nothing else. Anything odd is a 404, so that nobody
 * learns what exists.
 */
export function servePage(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== PAGE_HOST) return notFound();
    // `url.pathname` has `..` already resolved by the parser; the raw text shows what was really asked.
    if (/%2e|%2f|%5c|%00|\\/iu.test(request.url)) return notFound();
    const file = await fileFor(root, url.pathname);
    if (file === null) return notFound();
    const body = await readFile(file);
    return new Response(new Uint8Array(body), {
      headers: { ...HEADERS, 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' },
    });
  };
}
