import path from 'node:path';
import { vi } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Site } from '../../../main/domain/site.ts';
import { credentialKey, openCredentials } from '../../../main/security/credentials.ts';
import { type SiteDeps, SiteService } from '../../../main/services/sites.ts';
import { IDLE } from '../../../main/sync/site-activity.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aSite } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { anIdentity, scriptedClient } from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export const PRACTICE = {
  url: 'https://practice.example',
  credentials: { login: 'mila', password: 'practice' },
};

export const FORM = {
  address: 'bavnivlakove.example',
  login: 'mila',
  password: 'abcd efgh',
  keep: 'device',
} as const;

/** What the password of a site with this id is kept under. */
export const keyOf = (id: string): string => credentialKey(aSite({ id }));

/** The sites of a real library with a real file of credentials; identifying and the engine note what they are asked. */
export async function connectedSites(sites: Site[] = [], over: Partial<SiteDeps> = {}) {
  const folder = await tempFolder();
  const disk = breakableFiles();
  const library = await openedLibrary(folder, disk.files);
  const file = path.join(folder, 'credentials.json');
  const box = {
    isEncryptionAvailable: () => true,
    backend: () => 'test',
    encryptString: (text: string) => Buffer.from(text),
    decryptString: (encrypted: Buffer) => encrypted.toString(),
  };
  const credentials = await openCredentials(file, box);
  await library.transact((tx) => {
    for (const site of sites) tx.put('sites', site);
    return ok(null);
  });
  const engine = {
    pull: vi.fn(),
    wake: vi.fn(),
    state: (siteId: string) => ({
      ...{ siteId, pulledAt: null, error: null, offlineSince: null },
      ...IDLE,
    }),
    forget: vi.fn((_siteId: string, clear: () => Promise<unknown>) => clear()),
  };
  const identify = vi.fn<SiteDeps['identify']>(async () => ok(anIdentity()));
  const reset = vi.fn(async () => {});
  const service = new SiteService({
    ...{ library, credentials, identify, clock: manualClock() },
    clientAt: () => scriptedClient({}).client,
    engine: engine as unknown as SiteDeps['engine'],
    practice: { ...PRACTICE, reset },
    ...over,
  });
  return {
    ...{ service, library, credentials, disk, engine, identify, reset },
    /** What a restart would find. */
    keptCredentials: () => openCredentials(file, box),
  };
}
