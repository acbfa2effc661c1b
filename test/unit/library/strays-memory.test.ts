import { appendFileSync, copyFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { getHeapSnapshot } from 'node:v8';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aComment } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Words that stand in no text of this program. */
const wordsOf = (save: string): string => `${['word', 'of', 'the', save, 'save'].join('-')} `.repeat(40);

/** The saves whose words are anywhere in memory. */
async function savesInMemory(): Promise<string[]> {
  /./.exec('-'); // in place of the text in which one was found last, which the engine keeps
  const chunks: Buffer[] = [];
  for await (const chunk of getHeapSnapshot()) chunks.push(Buffer.from(chunk));
  const found = Buffer.concat(chunks)
    .toString()
    .matchAll(/word-of-the-(\w+)-save/g);
  return [...new Set([...found].map(([, save = '']) => save))].sort();
}

test('what a search of all files has found does not stay in memory, whether a shard needed it or not', async () => {
  const folder = await tempFolder();
  const at = (...names: string[]) => path.join(folder, ...names);
  const first = await openedLibrary(folder);
  for (const save of ['older', 'newer']) {
    const reply = { id: 'a', content: wordsOf(`${save}Reply`), savedAt: '' };
    const comment = aComment({ raw: wordsOf(`${save}Comment`) });
    must(await first.transact((tx) => ok([tx.put('replyDrafts', reply), tx.put('comments', comment)])));
    await first.compact();
    if (save === 'newer') continue;
    for (const name of ['replyDrafts', 'comments'])
      copyFileSync(at(name, '000000.ndjson'), at(name, 'older'));
  }
  await first.close();
  for (const name of ['replyDrafts', 'comments']) renameSync(at(name, 'older'), at(name, '000003.ndjson'));
  appendFileSync(at('replyDrafts', '000000.ndjson'), 'null\n');
  const library = await openedLibrary(folder);
  must(await library.loaded);
  expect(library.repairs).toHaveLength(3);
  expect(await savesInMemory()).toEqual(['newerComment', 'newerReply']);
});
