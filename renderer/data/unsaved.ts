/** Saves now. True once all of it is safe; false if it could not be saved. */
type Flush = () => Promise<boolean>;
/** The words themselves, for a last resort: to be shown and copied. Empty if all is safe. */
type Words = () => string;

const holders = new Set<{ flush: Flush; words: Words }>();

/**
 * Names something that may hold words that are not on disk, to be saved before the window closes.
 *
 * @returns forgets it again
 */
export function registerUnsaved(flush: Flush, words: Words = () => ''): () => void {
  const holder = { flush, words };
  holders.add(holder);
  return () => {
    holders.delete(holder);
  };
}

/** Saves everything that was registered. True if all of it is safe. */
export async function flushUnsaved(): Promise<boolean> {
  const results = await Promise.all([...holders].map(({ flush }) => flush()));
  return results.every(Boolean);
}

/** All words that are not on disk. */
export const unsavedWords = (): string =>
  [...holders]
    .map(({ words }) => words())
    .filter((words) => words !== '')
    .join('\n\n');
