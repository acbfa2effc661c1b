/**
 * Seconds of a `Retry-After` header, given as a number or as an HTTP date (RFC 9110, 10.2.3); null if it is absent or
 * unreadable or longer than 31 years. A date is measured against the server's own `Date`, so that our clock does not matter.
 */
export function retryAfterSeconds(headers: Headers, now: () => number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  // Date.parse alone would also take "-5" for a date.
  const at = value.endsWith(' GMT') ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return null;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((at - (Number.isNaN(serverNow) ? now() : serverNow)) / 1000));
}
