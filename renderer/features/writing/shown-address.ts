/** An address as people read it: host and path, letters instead of percent signs. Empty where there is none. */
export function shownAddress(link: string): string {
  const url = URL.parse(link);
  if (url === null) return '';
  const path = `${url.pathname}${url.search}`;
  try {
    return `${url.host}${decodeURI(path)}`;
  } catch {
    // Not UTF-8: shown as it is.
    return `${url.host}${path}`;
  }
}
