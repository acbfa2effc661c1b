import { ok, type Result } from '../../main/domain/result.ts';
import type { Library } from '../../main/library/library.ts';
import { aComment, anOperation, aPost, someFields } from '../support/builders.ts';

/** Posts that are written to in turn; each third has a text with a file of its own. */
const POSTS = 24;
const LONG = '<p>Влакът тръгва в шест.</p>\n'.repeat(60);

/** Transaction `number`, the same in every process. */
export const write = (library: Library, number: number): Promise<Result<null>> =>
  library.transact((tx) => {
    const place = number % POSTS;
    const body = place % 3 === 0 ? `${number} ${LONG}` : `<p>${number}</p>`;
    tx.put('posts', aPost({ id: `post-${place}`, fields: someFields({ title: `${number}`, body }) }));
    tx.put('comments', aComment({ id: `site-1/${number % 40}`, remoteId: 1 + (number % 40) }));
    tx.put('operations', anOperation({ id: `operation-${place}` }));
    return ok(null);
  });

/** Which transaction was the last one of this library. Throws if it is not exactly the state after that one. */
export function stateOf(library: Library): number {
  const titles = library.all('posts').map(({ id, fields }) => {
    const number = Number(fields.title);
    const isWhole = id === `post-${number % POSTS}` && /^(<p>)?(\d+)/.exec(fields.body)?.[2] === fields.title;
    if (!isWhole) throw new Error(`not what was written: ${id} ${fields.title} ${fields.body.slice(0, 20)}`);
    return number;
  });
  const last = Math.max(0, ...titles);
  const expected = Math.min(last, POSTS);
  const oldest = Math.min(...titles, last);
  if (titles.length !== expected || (last > 0 && oldest !== Math.max(1, last - POSTS + 1))) {
    throw new Error(`mixed: ${titles.sort((a, b) => a - b).join(' ')}`);
  }
  const comments = library.all('comments').length;
  if (comments !== Math.min(last, 40)) throw new Error(`${comments} comments after ${last}`);
  return last;
}
