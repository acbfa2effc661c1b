/** Saves something now. True once it is safe; false if it could not be saved. */
type Flush = () => Promise<boolean>;

const flushes = new Set<Flush>();

/**
 * Names something that may hold unsaved words, to be saved before the window closes.
 *
 * @returns forgets it again
 */
export function registerUnsaved(flush: Flush): () => void {
  flushes.add(flush);
  return () => {
    flushes.delete(flush);
  };
}

/** Saves everything that was registered. True if all of it is safe. */
export async function flushUnsaved(): Promise<boolean> {
  const results = await Promise.all([...flushes].map((flush) => flush()));
  return results.every(Boolean);
}
