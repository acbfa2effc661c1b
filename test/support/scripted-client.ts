import type {
  RemoteComment,
  RemotePage,
  RemotePost,
  SiteClient,
  SiteIdentity,
} from '../../main/sites/site-client.ts';
import { aComment, aSite, someFields } from './builders.ts';

/** A call that a client was asked for: its name and what it was given. */
export type ClientCall = { [K in keyof SiteClient]: [K, ...Parameters<SiteClient[K]>] }[keyof SiteClient];

/**
 * A site's client that does what a test writes down and fails on everything else. `calls` is what it was asked, in
 * order, without the signals of listings.
 */
export function scriptedClient(script: Partial<SiteClient>): { client: SiteClient; calls: ClientCall[] } {
  const calls: ClientCall[] = [];
  const client = new Proxy(script, {
    get(_target, name: keyof SiteClient) {
      return (...args: unknown[]) => {
        calls.push([name, ...args.filter((arg) => !(arg instanceof AbortSignal))] as ClientCall);
        const action = script[name] as ((...given: unknown[]) => unknown) | undefined;
        if (!action) throw new Error(`Unexpected call of ${name}`);
        return action(...args);
      };
    },
  });
  return { client: client as SiteClient, calls };
}

/** A post as a site holds it. */
export const aRemotePost = (over: Partial<RemotePost> = {}): RemotePost => ({
  remoteId: 5,
  fields: someFields({ slug: 'kafe', status: 'publish' }),
  token: { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 },
  link: 'https://bavnivlakove.example/kafe/',
  dateGmt: '2026-11-09T09:00:00Z',
  authorId: 1,
  commentsOpen: true,
  rendered: '<p>Кафето е същото.</p>',
  editable: true,
  ...over,
});

/** A comment as a site holds it: the one that `aComment` is a copy of. */
export function aRemoteComment(over: Partial<RemoteComment> = {}): RemoteComment {
  const { id: _id, siteId: _siteId, baseStatus: _base, ...comment } = aComment();
  return { ...comment, remoteId: 7, ...over };
}

/** What `aSite` says about itself. */
export function anIdentity(over: Partial<SiteIdentity> = {}): SiteIdentity {
  const { url, apiRoot, title, language, timeZone, user } = aSite();
  return { url, apiRoot, title, language, timeZone, user, ...over };
}

/** One page of a listing. */
export const aPage = <T>(records: T[], over: Partial<RemotePage<T>> = {}): RemotePage<T> => ({
  records,
  rejected: [],
  total: records.length,
  pages: 1,
  ...over,
});
