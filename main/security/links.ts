/**
 * The address to open outside for a link, re-serialised by the URL parser so that what was checked is what is opened;
 * null for anything but http, https and mailto, for credentials in the address, and for what is no address at all.
 */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return url.href;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.username || url.password ? null : url.href;
}
