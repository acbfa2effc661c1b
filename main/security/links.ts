/** Headers that a mail address may carry. Some mail programs also know `attach`, which would send off a local file. */
const MAIL_HEADERS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'in-reply-to']);

/**
 * The address to open outside for a link, re-serialised by the URL parser so that what was checked is what is opened;
 * null for anything but http, https and mailto, for credentials in the address, and for what is no address at all.
 */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!isHarmless(url)) return null;
  // The parser leaves quotes in hosts and mail addresses; a program started with them could take the rest for options.
  return url.href.replace(/[\s"<>\\`]/gu, encodeURIComponent);
}

function isHarmless(url: URL): boolean {
  if (url.username || url.password) return false;
  if (url.protocol === 'mailto:') {
    // A mail address has no host of its own: `mailto://name@host` is another thing in disguise.
    const isMail = url.host === '' && !url.href.startsWith('mailto://');
    return isMail && [...url.searchParams.keys()].every((name) => MAIL_HEADERS.has(name.toLowerCase()));
  }
  return url.protocol === 'https:' || url.protocol === 'http:';
}
