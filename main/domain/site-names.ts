import { hostOf } from './host.ts';
import type { Site } from './site.ts';

/** What the names of sites are made of. */
export interface NamedSite extends Pick<Site, 'id' | 'title' | 'url' | 'platform'> {
  /** Name of the signed-in user. */
  userName: string;
}

/** How a site is called among the others. */
export interface SiteName {
  /** Its own title; its host where it has none. */
  title: string;
  /** What tells it from the others with this title; empty where the title alone does. */
  mark: string;
}

/**
 * Names sites so that no two read alike. Where titles are the same the host stands beside them, with the folder where
 * that is the same too, and with the user where one blog is connected twice. The practice blog lies nowhere: it is
 * told by `practice`, what it is in the reader's language.
 */
export function nameSites(sites: readonly NamedSite[], practice: string): ReadonlyMap<string, SiteName> {
  return new Map(sites.map((site) => [site.id, nameOf(site, sites, practice)]));
}

function nameOf(site: NamedSite, sites: readonly NamedSite[], practice: string): SiteName {
  const title = titleOf(site);
  const alike = sites.filter((other) => other.id !== site.id && sameText(titleOf(other), title));
  if (alike.length === 0) return { title, mark: '' };
  if (site.platform === 'practice') return { title, mark: practice };
  const sameHost = alike.filter(({ url }) => hostOf(url) === hostOf(site.url));
  if (sameHost.length === 0) return { title, mark: hostOf(site.url) };
  const address = addressOf(site.url);
  const sameAddress = sameHost.some(({ url }) => addressOf(url) === address);
  return { title, mark: sameAddress ? `${address} · ${site.userName}` : address };
}

/** A name in one line, for tips, titles and messages: "Бавни влакове (bavnivlakove.example)". */
export const nameInOneLine = ({ title, mark }: SiteName): string =>
  mark === '' ? title : `${title} (${mark})`;

const titleOf = ({ title, url }: NamedSite): string => title.trim() || hostOf(url);

/** People do not tell names apart by their capitals or spaces. */
const sameText = (one: string, other: string): boolean => folded(one) === folded(other);
const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').toLocaleLowerCase();

/** Host and folder, as people write addresses. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  const folder = pathname.replace(/\/+$/u, '');
  return host + decoded(folder);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
