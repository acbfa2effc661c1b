import type { AppError } from '../domain/app-error.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Library } from '../library/library.ts';
import type { SiteClient } from '../sites/site-client.ts';

/** What a site is recognised by: a number of its, and the address that this had. */
interface Mark {
  what: 'post' | 'comment';
  remoteId: number;
  link: string;
}

/** How many of its posts and comments a site is asked about: some may be gone by now, or have moved. */
const MOST_ASKED = 5;

/**
 * The id of the site at `url` whose own record was lost while its posts or comments were not; null if there is none.
 * Connected again under this id, it has its drafts, its outbox, its decisions and threads back, and nothing is here twice.
 *
 * An address under the site's own proves nothing, since another blog may lie in a folder of the same host: the site has
 * to say itself that one of these numbers has this address there. Where it says so of two, they were two people's, and
 * nobody can tell whose is whose.
 *
 * @param client speaks with the site
 * @returns an error where the site could not be asked: connected under another id, all of it would be here twice
 */
export async function lostSiteId(
  library: Pick<Library, 'all'>,
  url: string,
  client: Pick<SiteClient, 'getPost' | 'getComment'>,
): Promise<Result<string | null>> {
  const proved: string[] = [];
  for (const [siteId, marks] of marksOfLost(library, url)) {
    const isIt = await holdsAny(client, marks);
    if (!isIt.ok) return isIt;
    if (isIt.value) proved.push(siteId);
  }
  const [only = null, another] = proved;
  return ok(another === undefined ? only : null);
}

/** What is left under this address of each site that is not here, posts before comments. */
function marksOfLost(library: Pick<Library, 'all'>, url: string): Map<string, Mark[]> {
  const known = new Set<string | null>(library.all('sites').map(({ id }) => id));
  const start = url.endsWith('/') ? url : `${url}/`;
  const marks = new Map<string, Mark[]>();
  const add = (siteId: string | null, remoteId: number | null, link: string, what: Mark['what']) => {
    if (siteId === null || known.has(siteId) || remoteId === null || !link.startsWith(start)) return;
    const mine = marks.get(siteId) ?? [];
    if (mine.length < MOST_ASKED) marks.set(siteId, [...mine, { what, remoteId, link }]);
  };
  // The address of what is not published yet changes when it is.
  for (const isPublic of [true, false]) {
    for (const { siteId, remoteId, remote, base } of library.all('posts')) {
      if ((base?.fields.status === 'publish') === isPublic) add(siteId, remoteId, remote?.link ?? '', 'post');
    }
  }
  for (const { siteId, remoteId, link } of library.all('comments')) add(siteId, remoteId, link, 'comment');
  return marks;
}

/** Whether the site holds any of these under its number and its address. */
async function holdsAny(
  client: Pick<SiteClient, 'getPost' | 'getComment'>,
  marks: readonly Mark[],
): Promise<Result<boolean>> {
  let trouble: Result<never> | null = null;
  let hasAnswered = false;
  for (const { what, remoteId, link } of marks) {
    const now = await (what === 'post' ? client.getPost(remoteId) : client.getComment(remoteId));
    if (now.ok && now.value.link === link) return ok(true);
    if (now.ok) hasAnswered = true;
    else if (!isNo(now.error)) {
      trouble = now;
      // Each further question would be waited for as long, and without it nobody can say that this is another site.
      if (now.error.kind === 'offline') return now;
    }
  }
  return trouble === null || hasAnswered ? ok(false) : trouble;
}

/** The site does not have it, or not for us. */
const isNo = ({ kind }: AppError): boolean => kind === 'not-found' || kind === 'forbidden';
