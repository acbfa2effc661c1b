import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { openCredentials } from '../../../main/security/credentials.ts';
import { siteClients } from '../../../main/site-clients.ts';
import { hostNetwork } from '../../support/host-network.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Signs in to the practice blog whose file holds `text`. */
async function practiceOver(text: string) {
  const folder = await tempFolder();
  const practiceFile = path.join(folder, 'practice-blog.json');
  await writeFile(practiceFile, text);
  const box = {
    isEncryptionAvailable: () => false,
    backend: () => null,
    encryptString: () => Buffer.alloc(0),
    decryptString: () => '',
  };
  const { identify, practice } = siteClients({
    ...{ ...hostNetwork(), ...systemClock, practiceFile, version: '0.0.0' },
    credentials: await openCredentials(path.join(folder, 'credentials.json'), box),
  });
  return { practiceFile, answer: await identify(practice.url, practice.credentials) };
}

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
