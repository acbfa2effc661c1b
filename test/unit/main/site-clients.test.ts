import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { credentialKey, openCredentials } from '../../../main/security/credentials.ts';
import { siteClients } from '../../../main/site-clients.ts';
import { aSite } from '../../support/builders.ts';
import { hostNetwork } from '../../support/host-network.ts';
import { must } from '../../support/must.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const box = {
  isEncryptionAvailable: () => false,
  backend: () => null,
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
};

/** Signs in to the practice blog whose file holds `text`. */
async function practiceOver(text: string) {
  const folder = await tempFolder();
  const practiceFile = path.join(folder, 'practice-blog.json');
  await writeFile(practiceFile, text);
  const { identify, practice } = siteClients({
    ...{ ...hostNetwork(), ...systemClock, practiceFile, version: '0.0.0' },
    credentials: await openCredentials(path.join(folder, 'credentials.json'), box),
  });
  return { practiceFile, answer: await identify(practice.url, practice.credentials) };
}

test('a site of a backup that names another place than the one that knows the password gets none', async () => {
  const folder = await tempFolder();
  const credentials = await openCredentials(path.join(folder, 'credentials.json'), box);
  const { clientFor } = siteClients({
    ...{ ...hostNetwork(), ...systemClock, version: '0.0.0', credentials },
    practiceFile: path.join(folder, 'practice-blog.json'),
  });
  must(await credentials.put(credentialKey(aSite()), { login: 'mila', password: 'secret' }, 'session'));
  expect(clientFor(aSite())).toMatchObject({ ok: true });
  for (const apiRoot of [
    'https://elsewhere.example/wp-json/',
    'http://bavnivlakove.example/wp-json/',
    'nowhere',
  ]) {
    expect(clientFor(aSite({ apiRoot }))).toMatchObject({
      ok: false,
      error: { kind: 'auth-expired', reason: 'no-password-here' },
    });
  }
});

test.each(['', '\0\0\0', '<html>', 'null', '{"version":1}'])(
  'a damaged practice blog (%j) is put aside and begins anew',
  async (text) => {
    const { practiceFile, answer } = await practiceOver(text);
    expect(answer).toMatchObject({ ok: true });
    expect(await readFile(`${practiceFile}.damaged`, 'utf8')).toBe(text);
    expect(JSON.parse(await readFile(practiceFile, 'utf8'))).toMatchObject({ version: 1 });
  },
);

test('one of a newer Copydesk stays as it is', async () => {
  const { practiceFile, answer } = await practiceOver('{"version":99}');
  expect(answer).toMatchObject({ ok: false, error: { kind: 'server', code: 'practice_storage' } });
  expect(await readFile(practiceFile, 'utf8')).toBe('{"version":99}');
});
