import { aComment } from '../support/builders.ts';
import { MemoryLibrary } from '../unit/search/searched-library.ts';

const COUNT = 3_000;

class LargeLibrary extends MemoryLibrary {
  #changed = 0;

  /** Gives the next comment other words. */
  change(): void {
    this.#changed += 1;
    const n = 1 + (this.#changed % COUNT);
    this.commit('comments', [comment(n, `променен ${this.#changed}`)]);
  }
}

const comment = (n: number, text: string) => {
  const raw = `коментар номер${n} ${text} ${'и още много думи '.repeat(10)}`;
  return aComment({ id: `site-1/${n}`, remoteId: n, raw, rendered: `<p>${raw}</p>` });
};

/** The same some thousand comments each time. */
export function aLargeLibrary(): LargeLibrary {
  const library = new LargeLibrary();
  library.commit(
    'comments',
    Array.from({ length: COUNT }, (_, n) => comment(n + 1, 'същи')),
  );
  return library;
}
