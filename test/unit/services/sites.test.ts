import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { err, ok } from '../../../main/domain/result.ts';
import { credentialKey, openCredentials } from '../../../main/security/credentials.ts';
import { SiteService } from '../../../main/services/sites.ts';
import type { SiteClient } from '../../../main/sites/site-client.ts';
import { SyncEngine } from '../../../main/sync/engine.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aComment, anOperation, aSite } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { anIdentity, aPage, aRemoteComment, scriptedClient } from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const box = {
  isEncryptionAvailable: () => true,
  backend: () => 'test',
  encryptString: (text: string) => Buffer.from(text),
  decryptString: (encrypted: Buffer) => encrypted.toString(),
};

const quiet: Partial<SiteClient> = {
  identify: async () => ok(anIdentity()),
  listPosts: async () => ok(aPage([])),
  listComments: async () => ok(aPage([])),
};

/** The sites of a real library, wired to a real engine as in the app, with a site that follows a script. */
async function connecting(script: Partial<SiteClient> = {}) {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const credentials = await openCredentials(path.join(folder, 'credentials.json'), box);
  const { client, calls } = scriptedClient({ ...quiet, ...script });
  const engine = new SyncEngine({
    mayBegin: () => true,
    ...{ library, clock: systemClock },
    clientFor: () => ok(client),
    onProgress: () => {},
    onBug: bugsOfTest().onBug,
  });
  onTestFinished(() => engine.stop());
  library.onCommit(({ collections }) => {
    if (collections.has('operations')) engine.wake(null);
  });
  const reset = vi.fn(async () => {});
  const sites = new SiteService({
    ...{ library, credentials, engine, clock: systemClock },
    identify: async () => ok(anIdentity()),
    clientAt: () => client,
    practice: { url: 'https://practice.example', credentials: { login: 'mila', password: 'x' }, reset },
  });
  return { library, credentials, engine, sites, calls, reset };
}

const form = {
  address: 'bavnivlakove.example',
  login: 'mila',
  password: 'abcd efgh',
  keep: 'device',
} as const;

test('a button that was pressed twice connects once and leaves no second password', async () => {
  const { library, credentials, sites } = await connecting();
  const [one, two] = await Promise.all([sites.connect(form), sites.connect(form)]);
  expect(two).toMatchObject({ ok: false, error: { reason: 'already-connected' } });
  expect(library.all('sites')).toHaveLength(1);
  const { id } = must(one);
  expect(credentials.get(credentialKey(aSite({ id })))).toEqual({ login: 'mila', password: 'abcdefgh' });
});

test.each(['disconnect', 'resetPractice'] as const)(
  '%s waits for the request under way and lets nothing else begin',
  async (call) => {
    const answer = Promise.withResolvers<void>();
    const { library, sites, calls } = await connecting({
      setCommentStatus: async ({ remoteId, status }) => {
        await answer.promise;
        return ok(aRemoteComment({ remoteId, status }));
      },
    });
    await library.transact((tx) => {
      tx.put('sites', aSite({ platform: 'practice' }));
      for (const n of [7, 8]) {
        const commentId = `site-1/${n}`;
        tx.put('comments', aComment({ id: commentId, remoteId: n }));
        const task = { kind: 'set-comment-status', commentId, status: 'approved' } as const;
        tx.put('operations', anOperation({ id: `op-${n}`, sequence: n, task }));
      }
      return ok(null);
    });
    await eventually(() => expect(calls).toHaveLength(1));
    const done = call === 'disconnect' ? sites.disconnect({ siteId: 'site-1' }) : sites.resetPractice();
    answer.resolve();
    must<unknown>(await done);
    expect(calls.filter(([name]) => name === 'setCommentStatus')).toHaveLength(1);
    expect(library.all('operations')).toEqual([]);
    expect(library.all('comments')).toEqual([]);
  },
);

test('a pull that the old password is refused late does not cost the new one its own', async () => {
  const answer = Promise.withResolvers<void>();
  const { library, sites, engine, calls } = await connecting({
    identify: async () => {
      if (calls.length > 1) return ok(anIdentity());
      await answer.promise;
      return err({ kind: 'auth-expired', reason: 'credentials', host: 'bavnivlakove.example' });
    },
  });
  await library.transact((tx) => ok(tx.put('sites', aSite())));
  engine.pull('site-1');
  await eventually(() => expect(calls).toHaveLength(1));
  const reconnected = sites.reconnect({ siteId: 'site-1', password: 'wxyz', keep: 'device' });
  // Answered after the new password would have been stored, had nobody waited for what is under way.
  await Promise.race([reconnected, new Promise((resolve) => setTimeout(resolve, 50))]);
  answer.resolve();
  expect(must(await reconnected).needsPassword).toBe(false);
  await eventually(() => expect(library.get('sites', 'site-1')?.pulledAt).not.toBeNull());
  expect(library.get('sites', 'site-1')?.needsPassword).toBe(false);
});

test('what is here of a site is counted without spam and trash', async () => {
  const { library, sites } = await connecting();
  await library.transact((tx) => {
    tx.put('sites', aSite());
    for (const [index, status] of (['approved', 'approved', 'pending', 'spam', 'trash'] as const).entries()) {
      tx.put('comments', aComment({ id: `site-1/${index}`, remoteId: index, status }));
    }
    return ok(null);
  });
  const [site] = must(await sites.list());
  expect(site?.counts).toEqual({ posts: 0, comments: 3, pending: 1 });
});
