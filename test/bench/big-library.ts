import { ok } from '../../main/domain/result.ts';
import { type Library, openLibrary } from '../../main/library/library.ts';
import { aComment, aPost, aSite, someFields } from '../support/builders.ts';
import { must } from '../support/must.ts';

const WORDS = 'влак гара термос кондуктор slow train window билет Аврамово дъжд перон coffee'.split(' ');

/** A sequence that looks random and is the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A library in `folder` with one site, 50 posts and `count` comments of about 400 bytes, half of them Cyrillic. */
export async function bigLibrary(folder: string, count: number): Promise<Library> {
  const library = must(await openLibrary(folder));
  const random = seeded(count);
  const text = (words: number) =>
    Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  await library.transact((tx) => {
    tx.put('sites', aSite());
    for (let n = 1; n <= 50; n += 1) {
      const fields = someFields({ title: text(5), body: `<p>${text(600)}</p>`, status: 'publish' });
      tx.put('posts', aPost({ id: `post-${n}`, remoteId: n, fields }));
    }
    for (let n = 1; n <= count; n += 1) {
      const raw = text(35);
      const dateGmt = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
      const status = n % 20 === 0 ? ('pending' as const) : ('approved' as const);
      const place = { id: `site-1/${n}`, remoteId: n, postRemoteId: 1 + (n % 50) };
      tx.put(
        'comments',
        aComment({ ...place, raw, rendered: `<p>${raw}</p>`, dateGmt, status, baseStatus: status }),
      );
    }
    return ok(null);
  });
  return library;
}
