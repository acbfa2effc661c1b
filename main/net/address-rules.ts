import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** Whether an address never leaves this computer: `localhost`, 127.0.0.0/8 and ::1. */
export function isLoopback(url: URL): boolean {
  // The URL parser has already turned 127.1 and 0x7f000001 into 127.0.0.1.
  return (
    url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname)
  );
}

/**
 * Reads an address that we are about to send something to: https, or http on this computer only. A user name or
 * password inside the address is refused, so that it cannot get into a log or a message.
 */
export function readAddress(address: string): Result<URL, AppError> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol) || url.username || url.password)
    return err({ kind: 'validation', field: 'address', reason: 'bad-address', detail: '' });
  if (url.protocol === 'http:' && !isLoopback(url))
    return err({ kind: 'validation', field: 'address', reason: 'insecure-address', detail: url.host });
  return ok(url);
}
