import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type CredentialStore, openCredentials, type SecretBox } from '../../../main/security/credentials.ts';
import { must } from '../../support/must.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const MILA = { login: 'mila', password: 'canaryКафе4f2bZq' };
const ASEN = { login: 'asen', password: 'otherPassword77' };

/** A keychain that really encrypts, under a key of its own. */
function aBox(over: Partial<SecretBox> = {}): SecretBox {
  const key = randomBytes(32);
  return {
    isEncryptionAvailable: () => true,
    backend: () => 'gnome_libsecret',
    encryptString(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), bytes]);
    },
    decryptString(encrypted) {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, 12));
      decipher.setAuthTag(encrypted.subarray(12, 28));
      return decipher.update(encrypted.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
    ...over,
  };
}

async function opened(box = aBox()) {
  const folder = await tempFolder();
  const file = path.join(folder, 'credentials.json');
  return { folder, file, box, store: await openCredentials(file, box) };
}

/** The forms in which a secret could lie in a file without being readable at first sight. */
function disguises(secret: string, login: string): [string, Buffer][] {
  const utf16 = Buffer.from(secret, 'utf16le');
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
  return [
    ['as it is', Buffer.from(secret)],
    ['as JSON', Buffer.from(JSON.stringify(secret).slice(1, -1))],
    ['escaped', Buffer.from(encodeURIComponent(secret))],
    ['base64', Buffer.from(base64(secret))],
    ['base64 of the header', Buffer.from(base64(`${login}:${secret}`))],
    ['UTF-16', utf16],
    ['UTF-16 the other way round', Buffer.from(utf16).swap16()],
    ['hexadecimal', Buffer.from(Buffer.from(secret).toString('hex'))],
    ['backwards', Buffer.from([...secret].reverse().join(''))],
  ];
}

/** The disguises of MILA's password that the folder's files hold, decoded base64 included. */
async function leaks(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder)) {
    const bytes = await readFile(path.join(folder, name));
    const decoded = [...bytes.toString('latin1').matchAll(/[\w+/]{8,}={0,2}/g)].map(([text]) =>
      Buffer.from(text, 'base64'),
    );
    for (const [how, form] of disguises(MILA.password, MILA.login)) {
      if (name.includes(MILA.password) || [bytes, ...decoded].some((part) => part.includes(form))) {
        found.push(how);
      }
    }
  }
  return found;
}

test('on this device: there again after a restart, and the file holds nothing readable', async () => {
  const { folder, file, box, store } = await opened();
  must(await store.put('site-1', MILA, 'device'));
  expect(store.get('site-1')).toEqual(MILA);
  expect((await openCredentials(file, box)).get('site-1')).toEqual(MILA);
  expect(await leaks(folder)).toEqual([]);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await readdir(folder)).toEqual(['credentials.json']);
});

test.each(disguises(MILA.password, MILA.login))('the search finds a secret %s', async (how, form) => {
  const folder = await tempFolder();
  await writeFile(path.join(folder, 'x'), Buffer.concat([Buffer.from('{"a":"'), form, Buffer.from('"}')]));
  expect(await leaks(folder)).toContain(how);
});

test('for this session: there until the end, and never on the disk', async () => {
  const { folder, file, box, store } = await opened();
  must(await store.put('site-1', MILA, 'session'));
  expect(store.get('site-1')).toEqual(MILA);
  expect(await readdir(folder)).toEqual([]);
  expect((await openCredentials(file, box)).get('site-1')).toBeNull();
});

test.each<[string, Partial<SecretBox>, ReturnType<CredentialStore['keychain']>]>([
  ['nothing to encrypt with', { isEncryptionAvailable: () => false }, 'none'],
  [
    'the same, whatever the backend',
    { isEncryptionAvailable: () => false, backend: () => 'kwallet5' },
    'none',
  ],
  ['one key for all machines', { backend: () => 'basic_text' }, 'weak'],
  ['macOS and Windows', { backend: () => null }, 'strong'],
  ['a keyring of GNOME', { backend: () => 'gnome_libsecret' }, 'strong'],
  ['a wallet of KDE', { backend: () => 'kwallet6' }, 'strong'],
])('a keychain with %s', async (_name, over, kind) => {
  const { folder, file, box, store } = await opened(aBox(over));
  expect(store.keychain()).toBe(kind);
  must(await store.put('site-1', MILA, 'device'));
  expect(store.get('site-1')).toEqual(MILA);
  expect(await leaks(folder)).toEqual([]);
  // A weak one is used all the same: the page asks for consent first, see `app.state`.
  const again = await openCredentials(file, box);
  expect(again.get('site-1')).toEqual(kind === 'none' ? null : MILA);
});

test('choosing the session later takes the password off the disk', async () => {
  const { file, box, store } = await opened();
  must(await store.put('site-1', MILA, 'device'));
  must(await store.put('site-2', ASEN, 'device'));
  must(await store.put('site-1', MILA, 'session'));
  expect(store.get('site-1')).toEqual(MILA);
  const again = await openCredentials(file, box);
  expect([again.get('site-1'), again.get('site-2')]).toEqual([null, ASEN]);
});

test('what is removed is gone, here and on the disk; the others stay', async () => {
  const { file, box, store } = await opened();
  must(await store.put('site-1', MILA, 'device'));
  must(await store.put('site-2', ASEN, 'device'));
  must(await store.put('site-3', ASEN, 'session'));
  for (const id of ['site-1', 'site-3', 'unknown']) must(await store.remove(id));
  for (const each of [store, await openCredentials(file, box)]) {
    expect(['site-1', 'site-2', 'site-3'].map((id) => each.get(id))).toEqual([null, ASEN, null]);
  }
  expect(Object.keys(JSON.parse(await readFile(file, 'utf8')).secrets)).toEqual(['site-2']);
});

test('passwords stored at the same moment all stay', async () => {
  const { file, box, store } = await opened();
  const ids = Array.from({ length: 20 }, (_, n) => `site-${n}`);
  await Promise.all(ids.map((id) => store.put(id, MILA, 'device').then(must)));
  const again = await openCredentials(file, box);
  expect(ids.filter((id) => again.get(id) === null)).toEqual([]);
});

test.each([
  '',
  'null',
  '[]',
  '{',
  '<html>',
  '7',
  '{"version":2,"secrets":{}}',
  '{"version":1,"secrets":{"a":1}}',
])('a file that holds %j costs only the passwords', async (text) => {
  const { file, box } = await opened();
  await writeFile(file, text);
  const store = await openCredentials(file, box);
  expect(store.get('site-1')).toBeNull();
  must(await store.put('site-1', MILA, 'device'));
  expect((await openCredentials(file, box)).get('site-1')).toEqual(MILA);
});

test('a secret that this keychain did not make, or that was changed, is no password', async () => {
  const { file, store } = await opened();
  must(await store.put('site-1', MILA, 'device'));
  expect((await openCredentials(file, aBox())).get('site-1')).toBeNull();
  const gone = aBox({ isEncryptionAvailable: () => false });
  expect((await openCredentials(file, gone)).get('site-1')).toBeNull();
  for (const wrong of ['not JSON', '{"login":"mila"}', '{"login":1,"password":2}', 'null']) {
    const box = aBox({ decryptString: () => wrong });
    expect((await openCredentials(file, box)).get('site-1')).toBeNull();
  }
});

test('a password that cannot be stored is said to be lost and not half kept', async () => {
  const { folder, store } = await opened();
  must(await store.put('site-1', ASEN, 'session'));
  // Nothing can be renamed onto a folder that holds something.
  await mkdir(path.join(folder, 'credentials.json/occupied'), { recursive: true });
  const refused = { ok: false, error: { kind: 'storage', file: path.join(folder, 'credentials.json') } };
  expect(await store.put('site-1', MILA, 'device')).toMatchObject(refused);
  expect(await store.put('site-2', MILA, 'device')).toMatchObject(refused);
  expect([store.get('site-1'), store.get('site-2')]).toEqual([ASEN, null]);
  expect(await leaks(path.join(folder, 'credentials.json/occupied'))).toEqual([]);
});

test('a keychain that refuses at the last moment is no defect', async () => {
  const { folder, store } = await opened(
    aBox({
      encryptString: () => {
        throw new Error(`User denied access to ${MILA.password}`);
      },
    }),
  );
  const answer = await store.put('site-1', MILA, 'device');
  expect(answer).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'denied' } });
  expect(JSON.stringify(answer)).not.toContain(MILA.password);
  expect(store.get('site-1')).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});
