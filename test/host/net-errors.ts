// Chromium's names for what can go wrong on the network, from the codes Node gives. The pairs follow
// net/base/net_error_list.h and MapSystemError / MapConnectError of Chromium's net/ folder.

/** The part of Node's errors that is looked at. */
export interface NodeNetworkError {
  code?: string | undefined;
  syscall?: string | undefined;
  message: string;
}

const BY_CODE: Record<string, string> = {
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  EAI_NODATA: 'ERR_NAME_NOT_RESOLVED',
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNABORTED: 'ERR_CONNECTION_ABORTED',
  EPIPE: 'ERR_CONNECTION_RESET',
  ETIMEDOUT: 'ERR_TIMED_OUT',
  EHOSTUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  ENETUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  EADDRNOTAVAIL: 'ERR_ADDRESS_INVALID',
  ENETDOWN: 'ERR_INTERNET_DISCONNECTED',
  EACCES: 'ERR_NETWORK_ACCESS_DENIED',
  // Certificates: names of OpenSSL's verification results.
  DEPTH_ZERO_SELF_SIGNED_CERT: 'ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'ERR_CERT_AUTHORITY_INVALID',
  CERT_UNTRUSTED: 'ERR_CERT_AUTHORITY_INVALID',
  CERT_HAS_EXPIRED: 'ERR_CERT_DATE_INVALID',
  CERT_NOT_YET_VALID: 'ERR_CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'ERR_CERT_COMMON_NAME_INVALID',
  CERT_REVOKED: 'ERR_CERT_REVOKED',
  CERT_SIGNATURE_FAILURE: 'ERR_CERT_INVALID',
  // Handshakes.
  EPROTO: 'ERR_SSL_PROTOCOL_ERROR',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  // What Node's HTTP parser objects to.
  HPE_HEADER_OVERFLOW: 'ERR_RESPONSE_HEADERS_TOO_BIG',
};

/** `net::ERR_…` for an error before or during a response. */
export function netErrorName(error: NodeNetworkError): string {
  return `net::${bareName(error)}`;
}

function bareName({ code = '', syscall, message }: NodeNetworkError): string {
  if (code === 'ECONNRESET') {
    // Node gives one code to three things: a reset, a connection closed without an answer, a broken handshake.
    if (syscall === 'read' || syscall === 'write') return 'ERR_CONNECTION_RESET';
    return message.includes('before secure TLS connection') ? 'ERR_CONNECTION_CLOSED' : 'ERR_EMPTY_RESPONSE';
  }
  if (code === 'ETIMEDOUT' && syscall === 'connect') return 'ERR_CONNECTION_TIMED_OUT';
  const known = BY_CODE[code];
  if (known) return known;
  if (code.startsWith('HPE_')) return 'ERR_INVALID_HTTP_RESPONSE';
  if (code.startsWith('ERR_SSL_')) return 'ERR_SSL_PROTOCOL_ERROR';
  if (code.startsWith('Z_') || code.startsWith('ERR_ZLIB') || code.startsWith('ERR_BROTLI')) {
    return 'ERR_CONTENT_DECODING_FAILED';
  }
  return 'ERR_FAILED';
}

/** Whether the connection was lost: on a connection used before, Chromium then sends the request again. */
export function isConnectionLost({ code }: NodeNetworkError): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED';
}
