import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { COLLECTIONS } from '../../../main/library/collections.ts';
import { aComment, aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { readByThePage } from '../../support/read-by-the-page.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const LONG = 'Тръгнахме от Смолян в пет и половина. '.repeat(60);

test.each(['library-v2', 'library-v2-revisions'])(
  'another program that knows the page on the format reads %s whole',
  (fixture) => {
    const place = path.join(import.meta.dirname, '../../fixtures', fixture);
    const expected = JSON.parse(readFileSync(path.join(place, 'expected.json'), 'utf8'));
    expect(readByThePage(path.join(place, 'library'))).toEqual(expected);
  },
);

test('and what is written today: shards, long texts, removed records and journals of several runs', async () => {
  const folder = await tempFolder();
  const post = aPost({ fields: someFields({ title: 'Влак', body: LONG }), newestRevision: 'r' });
  for (let run = 0; run < 3; run += 1) {
    const library = await openedLibrary(folder);
    const put = (n: number) => aComment({ id: `c${n}`, remoteId: n, raw: `${run} \u2028 "👍"` });
    const done = await library.transact((tx) => {
      for (let n = run * 400; n < run * 400 + 600; n += 1) tx.put('comments', put(n));
      tx.remove('comments', `c${run * 7}`);
      tx.put('posts', run === 2 ? aPost({ ...post, newestRevision: undefined }) : post);
      return ok(null);
    });
    must(done);
    if (run < 2) await library.compact();
    must(await library.transact((tx) => ok(tx.remove('comments', `c${run * 7 + 1}`))));
    const shown = COLLECTIONS.map((name): [string, object] => [
      name,
      Object.fromEntries(library.all(name).map((record) => [record.id, structuredClone(record)])),
    ]);
    await library.close();
    const found = readByThePage(folder);
    expect(found).toEqual(Object.fromEntries(shown.filter(([, records]) => Object.keys(records).length > 0)));
    expect(Object.keys(found.comments ?? {}).length).toBeGreaterThan(500);
  }
});
