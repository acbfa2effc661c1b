import type { Comment } from '../../../main/domain/comment.ts';
import { aComment, aPost, someFields } from '../../support/builders.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { MemoryLibrary } from './searched-library.ts';

/** A comment with this text. */
export const comment = (n: number, text: string, over: Partial<Comment> = {}) =>
  aComment({ id: `site-1/${n}`, remoteId: n, raw: text, rendered: `<p>${text}</p>`, ...over });

/** A library with posts and comments, and a folder for the index. */
export async function aLibrary(comments = 20) {
  const library = new MemoryLibrary();
  library.commit('posts', [aPost({ id: 'p1', remoteId: 5, fields: someFields({ title: 'Влакове' }) })]);
  library.commit(
    'comments',
    Array.from({ length: comments }, (_, n) => comment(n + 1, `коментар номер${n + 1}`)),
  );
  return { library, folder: await tempFolder() };
}
