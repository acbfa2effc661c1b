import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { CommentService } from '../../../main/services/comments.ts';
import { aComment, anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const page = { siteId: null, filter: 'all', order: 'newest', offset: 0, limit: 2 } as const;

test('the first page of comments is whole while older comments are still being loaded', async () => {
  const folder = await tempFolder();
  const first = await openedLibrary(folder);
  await first.transact((tx) => {
    tx.put('sites', aSite());
    const fields = someFields({ title: 'Публикация', status: 'publish' });
    tx.put('posts', aPost({ remoteId: 5, fields }));
    for (let n = 0; n < 600; n += 1) {
      const dateGmt = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
      tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n, dateGmt }));
    }
    const task = { kind: 'set-comment-status', commentId: 'site-1/599', status: 'approved' } as const;
    tx.put('operations', anOperation({ task }));
    return ok(null);
  });
  await first.compact();
  await first.close();
  const gate = Promise.withResolvers<void>();
  const readFile = (async (file: string, ...rest: []) => {
    if (file.endsWith('comments/000000.ndjson')) await gate.promise;
    return realFiles.readFile(file, ...rest);
  }) as typeof realFiles.readFile;
  const library = await openedLibrary(folder, { ...realFiles, readFile });
  const comments = new CommentService(library, manualClock());
  const early = must(await comments.list(page));
  expect(early).toMatchObject({
    total: 600,
    rows: [
      { id: 'site-1/599', postTitle: 'Публикация', onItsWay: 'queued' },
      { id: 'site-1/598', postTitle: 'Публикация', onItsWay: null },
    ],
  });
  expect(must(await comments.counts({ siteId: null }))).toMatchObject({ pending: 600, spam: 0 });
  expect(() => library.all('comments')).toThrow();
  gate.resolve();
  must(await library.loaded);
  expect(must(await comments.list(page))).toEqual(early);
});
