/** Where WordPress lets its users make application passwords. */
const PROFILE = 'wp-admin/profile.php#application-passwords-section';

/**
 * The page on which the person makes an application password, from an address as typed: with or without protocol, of
 * a blog in a folder, or of any page of wp-admin. Null while it is no address yet.
 */
export function passwordPage(typed: string): string | null {
  const trimmed = typed.trim();
  if (/^(?!https?:)[a-z][a-z+.-]*:\/\//iu.test(trimmed)) return null;
  if (!/[^\s.]\.[^\s.]|localhost|\[|^https?:\/\/./iu.test(trimmed)) return null;
  const url = URL.parse(/^https?:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null) return null;
  const folder = url.pathname
    .replace(/\/(?:wp-admin|wp-login\.php|wp-json|index\.php)(?:\/.*)?$/u, '')
    .replace(/\/+$/u, '');
  return `${url.origin}${folder}/${PROFILE}`;
}

/** The host in an address as typed, for "Looking for WordPress at …"; the text itself while it is none. */
export function typedHost(typed: string): string {
  const page = passwordPage(typed);
  return page === null ? typed.trim() : new URL(page).host;
}
