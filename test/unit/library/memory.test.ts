import { getHeapSnapshot } from 'node:v8';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A word that stands in no text of this program, once for each save. */
const wordOf = (save: number): string => ['word', 'of', 'save', save].join('-');

/** The saves whose words are anywhere in memory. */
async function savesInMemory(): Promise<number[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of getHeapSnapshot()) chunks.push(Buffer.from(chunk));
  const found = Buffer.concat(chunks)
    .toString()
    .matchAll(/word-of-save-(\d+)-/g);
  return [...new Set([...found].map(([, save]) => Number(save)))].sort((a, b) => a - b);
}

test('of all that old journals say of a record only the newest stays in memory', async () => {
  const folder = await tempFolder();
  const first = await openedLibrary(folder);
  for (let save = 1; save <= 9; save += 1) {
    const content = `${wordOf(save)}-${'word '.repeat(40)}`;
    must(await first.transact((tx) => ok(tx.put('replyDrafts', { id: 'a', content, savedAt: '' }))));
  }
  await first.close();
  const library = await openedLibrary(folder);
  must(await library.loaded);
  expect(library.all('replyDrafts')).toHaveLength(1);
  expect(await savesInMemory()).toEqual([9]);
});
