import type { AppError } from '../../domain/app-error.ts';
import { err, type Result } from '../../domain/result.ts';
import { isLoopback, readAddress } from '../../net/address-rules.ts';

/** Places in WordPress that people copy from the address bar; what follows them is not the blog's address. */
const INSIDE = /\/(wp-admin|wp-login\.php|wp-json|xmlrpc\.php|index\.php)(\/.*)?$/;

/**
 * The address of a blog as a person types or pastes it: with or without a scheme, `/wp-admin`, a slash at the end;
 * names in any script. Without a scheme it is https, on this computer http.
 */
export function readTypedAddress(typed: string): Result<URL, AppError> {
  const text = typed.trim();
  if (text === '') return err({ kind: 'validation', field: 'address', reason: 'required', detail: '' });
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const guess = `http://${text}`;
  const scheme = URL.canParse(guess) && isLoopback(new URL(guess)) ? 'http' : 'https';
  const read = readAddress(hasScheme ? text : `${scheme}://${text}`);
  if (!read.ok) return read;
  const url = read.value;
  url.search = '';
  url.hash = '';
  url.pathname = `${url.pathname.replace(INSIDE, '').replace(/\/+$/, '')}/`;
  return read;
}
