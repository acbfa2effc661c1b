import type { AppError } from '../domain/app-error.ts';

type OfflineReason = Extract<AppError, { kind: 'offline' }>['reason'];

/**
 * Chromium's codes by what they mean to a person, see
 * https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h. All of these happen before the
 * request is written, except `timeout`; whatever is not listed counts as a dropped connection, after which the
 * request may have arrived (see `mayHaveArrived`).
 */
const REASONS: Readonly<Record<string, OfflineReason>> = {
  timeout: 'timeout',
  'net::ERR_TIMED_OUT': 'timeout',
  'net::ERR_CONNECTION_TIMED_OUT': 'timeout',
  'net::ERR_INTERNET_DISCONNECTED': 'no-network',
  'net::ERR_NETWORK_ACCESS_DENIED': 'no-network',
  'net::ERR_PROXY_CONNECTION_FAILED': 'no-network',
  'net::ERR_PROXY_AUTH_REQUESTED': 'no-network',
  'net::ERR_PROXY_AUTH_UNSUPPORTED': 'no-network',
  'net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED': 'no-network',
  'net::ERR_TUNNEL_CONNECTION_FAILED': 'no-network',
  'net::ERR_NAME_NOT_RESOLVED': 'name',
  'net::ERR_NAME_RESOLUTION_FAILED': 'name',
  'net::ERR_ICANN_NAME_COLLISION': 'name',
  'net::ERR_DNS_TIMED_OUT': 'name',
  'net::ERR_DNS_SERVER_FAILED': 'name',
  'net::ERR_DNS_MALFORMED_RESPONSE': 'name',
  'net::ERR_CONNECTION_REFUSED': 'refused',
  'net::ERR_CONNECTION_FAILED': 'refused',
  'net::ERR_ADDRESS_UNREACHABLE': 'refused',
  'net::ERR_ADDRESS_INVALID': 'refused',
  'net::ERR_UNSAFE_PORT': 'refused',
  'net::ERR_SSL_PROTOCOL_ERROR': 'certificate',
  'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH': 'certificate',
  'net::ERR_SSL_UNRECOGNIZED_NAME_ALERT': 'certificate',
  'net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN': 'certificate',
  'net::ERR_SSL_SERVER_CERT_BAD_FORMAT': 'certificate',
  'net::ERR_SSL_KEY_USAGE_INCOMPATIBLE': 'certificate',
  'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED': 'certificate',
  'net::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED': 'certificate',
};

/** Codes of an answer that broke off or could not be unpacked: a server spoke. */
const BROKEN_BODY = new Set([
  'net::ERR_CONTENT_LENGTH_MISMATCH',
  'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
  'net::ERR_INVALID_CHUNKED_ENCODING',
  'net::ERR_CONTENT_DECODING_FAILED',
]);

/** The {@link AppError} for a request that brought no response at all. */
export function errorOfCode(code: string, host: string): AppError {
  if (BROKEN_BODY.has(code)) return { kind: 'server', reason: 'truncated', status: 0, code, host };
  if (code === 'net::ERR_INVALID_HTTP_RESPONSE')
    return { kind: 'server', reason: 'shape', status: 0, code, host };
  const reason = REASONS[code] ?? (code.startsWith('net::ERR_CERT_') ? 'certificate' : 'dropped');
  return { kind: 'offline', reason, host };
}
