import { describe, expect, it } from 'vitest';
import { mayHaveArrived } from '../../../main/domain/delivery.ts';
import { errorOfCode } from '../../../main/net/net-error.ts';

describe('errorOfCode', () => {
  it.each([
    ['timeout', 'timeout', true],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout', true],
    ['net::ERR_INTERNET_DISCONNECTED', 'no-network', false],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'no-network', false],
    ['net::ERR_NAME_NOT_RESOLVED', 'name', false],
    ['net::ERR_CONNECTION_REFUSED', 'refused', false],
    ['net::ERR_ADDRESS_UNREACHABLE', 'refused', false],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate', false],
    ['net::ERR_CERT_DATE_INVALID', 'certificate', false],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate', false],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate', false],
    ['net::ERR_CONNECTION_RESET', 'dropped', true],
    ['net::ERR_CONNECTION_CLOSED', 'dropped', true],
    ['net::ERR_EMPTY_RESPONSE', 'dropped', true],
    ['net::ERR_NETWORK_CHANGED', 'dropped', true],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', 'dropped', true],
    ['net::ERR_ABORTED', 'dropped', true],
    ['net::ERR_SOMETHING_NEW', 'dropped', true],
  ])('%s is %s', (code, reason, perhaps) => {
    const error = errorOfCode(code, 'blog.example');
    expect(error).toEqual({ kind: 'offline', reason, host: 'blog.example' });
    expect(mayHaveArrived(error)).toBe(perhaps);
  });

  it.each([
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'truncated'],
    ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'truncated'],
    ['net::ERR_CONTENT_DECODING_FAILED', 'truncated'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'shape'],
  ])('%s: a server spoke, %s', (code, reason) => {
    const error = errorOfCode(code, 'blog.example');
    expect(error).toMatchObject({ kind: 'server', reason, code });
    expect(mayHaveArrived(error)).toBe(true);
  });
});
