import { expect, test } from 'vitest';
import type { Comment } from '../../../main/domain/comment.ts';
import { ok } from '../../../main/domain/result.ts';
import { threadOf } from '../../../main/services/comment-views.ts';
import { aComment, aSite } from '../../support/builders.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('the language of a comment follows its words and its site, however often it was asked for', async () => {
  const library = await openedLibrary(await tempFolder());
  const put = (over: Partial<Comment>) => library.transact((tx) => ok(tx.put('comments', aComment(over))));
  const languageIn = (language: string) =>
    threadOf(library, aSite({ language }), 5).comments.map((comment) => comment.language);

  await put({ rendered: '<p>Много добре.</p>' });
  expect([languageIn('bg-BG'), languageIn('bg-BG')]).toEqual([['bg-BG'], ['bg-BG']]);
  expect(languageIn('en-GB')).toEqual(['bg']);
  await put({ rendered: '<p>Very well.</p>' });
  expect(languageIn('bg-BG')).toEqual(['en']);
  expect(languageIn('en-GB')).toEqual(['en-GB']);
});
