/** Longest address that may be opened; the bridge refuses longer ones. */
const MAX_ADDRESS = 4000;
/** Characters of the path that are shown after the host. */
const SHOWN_PATH = 24;

const PROTOCOLS = ['http:', 'https:', 'mailto:'];

/** Letters that cannot change the order or the look of what stands around them: no controls, no right-to-left. */
const PLAIN_PATH = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}/._~!$&'()*+,;=:@?-]*$/u;

/** What looks like a web address when it is the visible text of a link; "г.Пловдив" and "т.е." do not. */
const ADDRESS_TEXT =
  /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]+\.)+(?:[a-z]{2,}|бг|ею|рф|срб|укр|мкд))(?::\d+)?(?:[/?#].*)?$/iu;

/** Where a link really goes, in words that can be shown beside it. */
export interface LinkAddress {
  /** Real host with its port, or the address of a mail link; always ASCII for web addresses. */
  host: string;
  /** Start of the path, `…` at its end if more follows. */
  path: string;
  /** Why the person should look twice: letters that may imitate others, or a text that names another site. */
  warning: 'none' | 'unusual-letters' | 'names-another-site';
}

/**
 * The one form in which a stranger's `href` may be opened: absolute, re-serialised by the URL parser (which drops the
 * tabs and line breaks that hide a protocol), http, https or mailto only, without user name and password, which serve
 * nobody but impostors.
 *
 * @param base address of the post, for the `#comment-12` links that themes make; without it they are no links
 * @returns null if there is nowhere to go
 */
export function cleanHref(raw: string, base = ''): string | null {
  const trimmed = raw.trim();
  if (trimmed === '') return null;
  const url = URL.parse(trimmed, base === '' ? undefined : base);
  if (url === null || !PROTOCOLS.includes(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href.length > MAX_ADDRESS ? null : url.href;
}

/**
 * Says where a cleaned address goes.
 *
 * @param href what {@link cleanHref} returned
 * @param text visible text of the link, compared with the real host
 */
export function describeLink(href: string, text = ''): LinkAddress {
  const url = new URL(href);
  if (url.protocol === 'mailto:') {
    return { host: shorten(readable(url.pathname), 60), path: '', warning: 'none' };
  }
  const path = readable(url.pathname + url.search);
  return {
    host: url.host,
    path: path === '/' ? '' : shorten(path, SHOWN_PATH),
    warning: warningFor(url, text),
  };
}

/** The host that a picture would come from, or an empty text if it names none. */
export function hostOfSource(source: string): string {
  const url = URL.parse(source.trim());
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.host : '';
}

function warningFor(url: URL, text: string): LinkAddress['warning'] {
  if (url.hostname.split('.').some((label) => label.startsWith('xn--'))) return 'unusual-letters';
  const named = ADDRESS_TEXT.exec(text.trim())?.[1];
  // Only what the URL parser takes for a host is compared: it also folds letters and adds punycode.
  const other = named === undefined ? null : URL.parse(`http://${named}`);
  if (other === null || withoutWww(other.hostname) === withoutWww(url.hostname)) return 'none';
  return 'names-another-site';
}

const withoutWww = (host: string): string => host.replace(/^www\./, '');

/** Percent soup as letters, if all of them are letters that can do no harm. */
function readable(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    return PLAIN_PATH.test(decoded) ? decoded : path;
  } catch {
    return path;
  }
}

function shorten(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}
