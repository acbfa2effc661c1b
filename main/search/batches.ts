import type { Batch, RecordKey, Source } from './protocol.ts';

/**
 * How long the main thread may read for one batch, ms. Copying the batch to the other thread takes about as long again,
 * so that together they stay under half a frame.
 */
const READ_MS = 3;
/** Bounds what one copy costs, and how long a question waits in the other thread. */
const MOST_RECORDS = 100;
const MOST_CHARACTERS = 300_000;

const sizeOf = (source: Source): number =>
  source.kind === 'post' ? source.body.length + source.excerpt.length : source.text.length;

/**
 * Reads records little by little, each as it is when its turn comes.
 *
 * @param keys which, in any number
 * @param read the record as it is now; null takes it out of the index
 */
export function* batches(
  keys: Iterable<RecordKey>,
  read: (key: RecordKey) => Source | null,
): Generator<Batch> {
  let batch: Batch = { records: [], gone: [] };
  let characters = 0;
  let began = performance.now();
  for (const key of keys) {
    const source = read(key);
    if (source === null) batch.gone.push({ kind: key.kind, id: key.id });
    else batch.records.push(source);
    characters += source === null ? 0 : sizeOf(source);
    const count = batch.records.length + batch.gone.length;
    if (count < MOST_RECORDS && characters < MOST_CHARACTERS && performance.now() - began < READ_MS) continue;
    yield batch;
    batch = { records: [], gone: [] };
    characters = 0;
    began = performance.now();
  }
  if (batch.records.length + batch.gone.length > 0) yield batch;
}
