/** Where a link really leads, whatever its words say. */
export type LinkTarget = {
  /** Host and the start of the path: "gari.example/126". */
  text: string;
  /** The host is written with letters outside the Latin alphabet, so it may imitate another one. */
  unusual: boolean;
};

/** Longer paths tell nothing more at a glance. */
const longest = 48;

/**
 * The host of a link as the network knows it: Latin and punycode, so that a Cyrillic "а" cannot pass for a Latin
 * one. Null for what leads to no site (a page anchor, a script, something unreadable).
 */
export function linkTarget(href: string): LinkTarget | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol === 'mailto:') return { text: url.pathname, unusual: /[^\x20-\x7e]/.test(url.pathname) };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const path = `${url.pathname}${url.search}`.replace(/\/$/, '');
  const whole = `${url.host.replace(/^www\./, '')}${readable(path)}`;
  return {
    text: whole.length > longest ? `${whole.slice(0, longest - 1)}…` : whole,
    unusual: url.hostname.split('.').some((label) => label.startsWith('xn--')),
  };
}

/** A Cyrillic path in letters rather than percent signs; as it is where it is not valid UTF-8. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
