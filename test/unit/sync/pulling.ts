import type { AppError } from '../../../main/domain/app-error.ts';
import { ok } from '../../../main/domain/result.ts';
import type { RejectedRecord, SiteClient } from '../../../main/sites/site-client.ts';
import { pullSite } from '../../../main/sync/pull.ts';
import { aSite } from '../../support/builders.ts';
import { afterCrash } from '../../support/crash-copy.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import {
  anIdentity,
  aPage,
  aRemoteComment,
  aRemotePost,
  type ClientCall,
  scriptedClient,
} from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { PUBLISHED } from './sending.ts';

export const NOW = '2026-11-10T10:00:00.000Z';
export const OFFLINE: AppError = { kind: 'offline', reason: 'no-network', host: 'bavnivlakove.example' };

/** A library with one site, and a site with one post and one comment unless the script says otherwise. */
export async function pulling(script: Partial<SiteClient> = {}) {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const site = aSite();
  await library.transact((tx) => ok(tx.put('sites', site)));
  const { client, calls } = scriptedClient({
    identify: async () => ok(anIdentity()),
    authorNames: async (ids) => ok(new Map(ids.map((id) => [id, `Автор ${id}`]))),
    listPosts: async () => ok(aPage([aRemotePost()])),
    listComments: async () => ok(aPage([aRemoteComment()])),
    ...script,
  });
  const abort = new AbortController();
  const progress: [string, number, number][] = [];
  const context = {
    ...{ library, client, clock: manualClock(NOW), site, signal: abort.signal },
    report: ({ what, done, total }: { what: string; done: number; total: number }) =>
      void progress.push([what, done, total]),
  };
  return {
    ...{ library, calls, abort, progress },
    pull: () => pullSite({ ...context, site: library.get('sites', site.id) ?? site }),
    reopened: () => afterCrash(folder),
    site: () => library.get('sites', site.id),
    posts: () => library.all('posts').sort((a, b) => (a.remoteId ?? 0) - (b.remoteId ?? 0)),
    comments: () => library.all('comments').sort((a, b) => (a.remoteId ?? 0) - (b.remoteId ?? 0)),
  };
}

export const names = (calls: ClientCall[]) => calls.map(([name]) => name);
export const post = (remoteId: number) =>
  aRemotePost({ remoteId, authorId: remoteId % 3, fields: { ...PUBLISHED, title: `П ${remoteId}` } });
export const comment = (remoteId: number) => aRemoteComment({ remoteId, raw: `К ${remoteId}` });
export const rejected = (remoteId: string): RejectedRecord => ({
  what: 'post',
  remoteId,
  problem: 'title: expected string',
  source: `{"id":${remoteId}}`,
});
