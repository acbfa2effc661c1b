import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../main/security/content-security-policy.ts';
import { PAGE_URL, servePage } from '../../../main/security/page-files.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const SECRET = 'secret-7c0e';

/** A built page beside a file that nobody may read, and links that lead to it. */
async function pageFolder(): Promise<string> {
  const folder = await tempFolder();
  const root = path.join(folder, 'renderer');
  const files: Record<string, string> = {
    'renderer/index.html': '<title>Copydesk</title>',
    'renderer/assets/index.js': 'export {};',
    'renderer/assets/index.css': 'body{}',
    'renderer/assets/sofia.woff2': 'font',
    'renderer/assets/Буква.svg': '<svg/>',
    'renderer/assets/a b.json': '{}',
    'renderer/assets/a..b.js': 'export {};',
    'renderer/assets/notes.txt': SECRET,
    'renderer/assets/index.js.map': SECRET,
    'renderer/.env': SECRET,
    'renderer/noextension': SECRET,
    'renderer/folder.html/inside.js': 'export {};',
    'secret.html': SECRET,
    'renderer-secret/x.html': SECRET,
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  await symlink(path.join(folder, 'secret.html'), path.join(root, 'link.html'));
  await symlink(folder, path.join(root, 'up'));
  await symlink(path.join(folder, 'renderer-secret'), path.join(root, 'beside'));
  await symlink('loop.html', path.join(root, 'loop.html'));
  await symlink(path.join(root, 'assets/index.css'), path.join(root, 'inside.css'));
  return root;
}

/** The answer to an address that reaches the handler exactly as written, as a compromised page could send it. */
async function ask(url: string, method = 'GET'): Promise<Response> {
  const request = new Request('app://ui/', { method });
  Object.defineProperty(request, 'url', { value: url });
  return servePage(await pageFolder())(request);
}

test.each<[string, string, string]>([
  [PAGE_URL, 'text/html; charset=utf-8', '<title>Copydesk</title>'],
  ['app://ui/', 'text/html; charset=utf-8', '<title>Copydesk</title>'],
  ['app://ui/index.html?x=1#comments', 'text/html; charset=utf-8', '<title>Copydesk</title>'],
  ['app://ui/assets/index.js', 'text/javascript; charset=utf-8', 'export {};'],
  ['app://ui/assets/index.css', 'text/css; charset=utf-8', 'body{}'],
  ['app://ui/assets/sofia.woff2', 'font/woff2', 'font'],
  ['app://ui/assets/%D0%91%D1%83%D0%BA%D0%B2%D0%B0.svg', 'image/svg+xml', '<svg/>'],
  ['app://ui/assets/a%20b.json', 'application/json', '{}'],
  ['app://ui/assets/a..b.js', 'text/javascript; charset=utf-8', 'export {};'],
  ['app://ui/folder.html/inside.js', 'text/javascript; charset=utf-8', 'export {};'],
  ['app://ui/inside.css', 'text/css; charset=utf-8', 'body{}'],
])('%s is served', async (url, type, text) => {
  const response = await ask(url);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(await response.text()).toBe(text);
});

test.each([
  'app://ui/missing.html',
  'app://ui/../secret.html',
  'app://ui/assets/../../secret.html',
  'app://ui/%2e%2e/secret.html',
  'app://ui/%2E%2E/secret.html',
  'app://ui/.%2e/secret.html',
  'app://ui/..%2fsecret.html',
  'app://ui/%2e%2e%2fsecret.html',
  'app://ui/%252e%252e/secret.html',
  'app://ui/%252e%252e%252fsecret.html',
  'app://ui/..%255csecret.html',
  'app://ui/..\\secret.html',
  'app://ui/..%5csecret.html',
  'app://ui/%c0%ae%c0%ae/secret.html',
  'app://ui/%uff0e%uff0e/secret.html',
  'app://ui/\uff0e\uff0e/secret.html',
  'app://ui/%E0%80%AE%E0%80%AE/secret.html',
  'app://ui//../secret.html',
  'app://ui/....//secret.html',
  'app://ui/index.html%00.js',
  'app://ui/index.html\0.js',
  'app://ui/assets/index.js/',
  'app://ui/assets/index.js%20',
  'app://ui/assets/index%2ejs',
  'app://ui/assets%2findex.js',
  'app://ui/index.html/../../secret.html',
  'app://ui//etc/passwd',
  'app://ui/etc/passwd',
  'app://ui/file:///etc/passwd',
  'app://ui/C:/Windows/win.ini',
  'app://ui/assets',
  'app://ui/assets/',
  'app://ui/folder.html',
  'app://ui/folder.html/',
  'app://ui/assets/notes.txt',
  'app://ui/assets/index.js.map',
  'app://ui/.env',
  'app://ui/noextension',
  'app://ui/INDEX.HTML',
  'app://ui/link.html',
  'app://ui/up/secret.html',
  'app://ui/beside/x.html',
  'app://ui/loop.html',
  'app://ui/%',
  'app://ui/%zz',
  `app://ui/${'a/'.repeat(5000)}x.js`,
  `app://ui/${'x'.repeat(5000)}.js`,
  'app://evil/index.html',
  'app://ui.evil/index.html',
  'app://ui:80/index.html',
  'app:///index.html',
  'app:index.html',
])('%s is not found', async (url) => {
  const response = await ask(url);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(await response.text()).toBe('Not found');
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('%s is not found', async (method) => {
  expect((await ask(PAGE_URL, method)).status).toBe(404);
});

test('without a built page nothing is found', async () => {
  const serve = servePage(path.join(await tempFolder(), 'renderer'));
  expect((await serve(new Request(PAGE_URL))).status).toBe(404);
});
