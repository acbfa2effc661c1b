import { appendFileSync, copyFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { getHeapSnapshot } from 'node:v8';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
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
  return [...new Set([...found].map(([, save = '']) => save))];
}

test('what a search of all files has found of a damaged shard does not stay in memory', async () => {
  const folder = await tempFolder();
  const first = await openedLibrary(folder);
  const at = (name: string) => path.join(folder, 'replyDrafts', name);
  const shard = at('000000.ndjson');
  for (const save of ['older', 'newer']) {
    const reply = { id: 'a', content: wordsOf(save), savedAt: '' };
    must(await first.transact((tx) => ok(tx.put('replyDrafts', reply))));
    await first.compact();
    if (save === 'older') copyFileSync(shard, at('older'));
  }
  await first.close();
  renameSync(at('older'), at('000003.ndjson'));
  appendFileSync(shard, 'null\n');
  const library = await openedLibrary(folder);
  must(await library.loaded);
  expect(library.repairs).toHaveLength(2);
  expect(await savesInMemory()).toEqual(['newer']);
});
