import type { AppError } from './app-error.ts';

/**
 * Whether a failed send may have done its work on the site all the same. After such a failure the site is asked what
 * it holds before anything is sent again: WordPress's own mobile apps made duplicates by retrying blindly.
 *
 * `false` is a promise: no byte of the request left, or the site said that it did not do it. Everything uncertain is
 * `true`, which costs a look-up and nothing more.
 */
export function mayHaveArrived(error: AppError): boolean {
  switch (error.kind) {
    case 'offline':
      return error.reason === 'dropped' || error.reason === 'timeout';
    case 'server':
      return answeredTooLate(error.reason, error.status);
    case 'bug':
      return true;
    case 'auth-expired':
    case 'forbidden':
    case 'not-found':
    case 'conflict':
    case 'stale-write':
    case 'rate-limited':
    case 'validation':
    case 'storage':
    case 'search':
    case 'backup':
    case 'after-restore':
      return false;
  }
}

/**
 * An answer that could not be used. Status 4xx is a refusal, whatever its body looks like (a firewall's page, for
 * one). Below 400 the work was done, or a captive portal spoke: we cannot tell. From 500 on PHP may have failed
 * after the database had committed.
 */
function answeredTooLate(reason: Extract<AppError, { kind: 'server' }>['reason'], status: number): boolean {
  if (status >= 400 && status < 500) return false;
  return reason !== 'failed' || status >= 500;
}
