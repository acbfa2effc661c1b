// The `response` of `net.request`: a readable stream whose body is already decoded, as Chromium hands it over.
import type { IncomingMessage as NodeResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { type NodeNetworkError, netErrorName } from './net-errors.ts';
import { notModelled } from './strict.ts';

/** Headers of which only the first counts; others that come several times are joined with a comma. */
const FIRST_ONLY = new Set([
  ...['content-type', 'content-length', 'user-agent', 'referer', 'host', 'authorization', 'from', 'location'],
  ...[
    'proxy-authorization',
    'if-modified-since',
    'if-unmodified-since',
    'max-forwards',
    'retry-after',
    'etag',
  ],
  ...['last-modified', 'server', 'age', 'expires'],
]);

/** All values of each header by its lower-case name. */
export function headerValues(rawHeaders: readonly string[]): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase();
    values[name] = [...(values[name] ?? []), rawHeaders[i + 1] ?? ''];
  }
  return values;
}

/** A response; when the body breaks off, `onError` is told Chromium's name for it. */
export class IncomingMessage extends Readable {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly headers: Record<string, string | string[]> = {};
  readonly rawHeaders: string[];
  readonly httpVersion: string;
  readonly httpVersionMajor: number;
  readonly httpVersionMinor: number;
  readonly #body: Readable;

  constructor(response: NodeResponse, onError: (error: Error) => void) {
    super();
    this.statusCode = response.statusCode ?? 0;
    this.statusMessage = response.statusMessage ?? '';
    this.rawHeaders = response.rawHeaders;
    this.httpVersion = response.httpVersion;
    this.httpVersionMajor = response.httpVersionMajor;
    this.httpVersionMinor = response.httpVersionMinor;
    for (const [name, values] of Object.entries(headerValues(response.rawHeaders))) {
      if (name === 'set-cookie') this.headers[name] = values;
      else this.headers[name] = FIRST_ONLY.has(name) ? (values[0] ?? '') : values.join(', ');
    }
    this.#body = decoded(response);
    this.#body.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) this.#body.pause();
    });
    this.#body.once('end', () => this.push(null));
    const fail = (error: NodeNetworkError) => onError(new Error(brokenOff(response, error)));
    response.once('error', fail);
    if (this.#body !== response) this.#body.once('error', fail);
  }

  override _read(): void {
    this.#body.resume();
  }

  get trailers(): never {
    throw notModelled('HTTP trailers');
  }
}

/** Chromium decodes what it offered to accept; the header that says so stays. */
function decoded(response: NodeResponse): Readable {
  const decoders: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
    zstd: createZstdDecompress,
  };
  const empty =
    response.statusCode === 204 || response.statusCode === 304 || response.headers['content-length'] === '0';
  const decoder = empty ? undefined : decoders[response.headers['content-encoding']?.toLowerCase() ?? ''];
  return decoder ? response.pipe(decoder()) : response;
}

/** A body that ends too early has names of its own. */
function brokenOff(response: NodeResponse, error: NodeNetworkError): string {
  if (error.code === 'ECONNRESET' && error.syscall === undefined && !response.complete) {
    return response.headers['transfer-encoding'] === undefined
      ? 'net::ERR_CONTENT_LENGTH_MISMATCH'
      : 'net::ERR_INCOMPLETE_CHUNKED_ENCODING';
  }
  return netErrorName(error);
}
