import { err, ok, type Result } from '../domain/result.ts';
import type { Deadline } from './deadline.ts';
import { TransportError } from './transport.ts';

/** Why a body did not come whole: more than the limit, cut off by the other side, or stopped by the deadline. */
export type BodyFailure = { reason: 'too-large' | 'truncated' } | { reason: 'stopped'; code: string };

/**
 * Reads a body to its end, at most `maxBytes` after unpacking. The rest of a body that is given up is cancelled, so
 * that the connection closes.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  deadline: Deadline,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyFailure>> {
  const reader = response.body?.getReader();
  if (reader === undefined) return ok(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes)
      return await giveUp(reader, { reason: 'too-large' });
    for (;;) {
      const { done, value } = await deadline.race(reader.read());
      if (done) return ok(join(chunks, size));
      size += value.byteLength;
      if (size > maxBytes) return await giveUp(reader, { reason: 'too-large' });
      chunks.push(value);
    }
  } catch {
    const stop: unknown = deadline.signal.reason;
    if (stop instanceof TransportError) return giveUp(reader, { reason: 'stopped', code: stop.code });
    return err({ reason: 'truncated' });
  }
}

async function giveUp(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  failure: BodyFailure,
): Promise<Result<never, BodyFailure>> {
  // Not awaited: a transport that hangs would hold us.
  reader.cancel().catch(() => undefined);
  return err(failure);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
