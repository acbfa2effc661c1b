// A disk's error names the file that it was about, as far as that can be known.
import path from 'node:path';
import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { ok } from '../../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import { aComment } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { type FileCall, interposedFiles } from '../../support/interposed-files.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const put = (library: Library) => library.transact((tx) => ok(tx.put('comments', aComment())));

/** The folder of a closed library with a shard. */
async function withShard(): Promise<string> {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library);
  await library.compact();
  await library.close();
  return folder;
}

/** A disk that refuses some calls; the error says as much as that of the system does. */
const refusing = (code: string, isMeant: (call: FileCall) => boolean): FileLayer =>
  interposedFiles(async (call, run) => {
    if (!isMeant(call)) return run();
    // Only what takes a path names one; whoever reads a file that is open already is told of none.
    const named = code === 'EIO' ? {} : { path: call.file };
    throw Object.assign(new Error(code), { code, ...named });
  }, realFiles);

test.each(['EIO', 'EACCES'])('what cannot be read is named (%s)', async (code) => {
  const folder = await withShard();
  for (const name of ['comments/000000.ndjson', 'index.json', 'library.json', 'shards.json']) {
    const file = path.join(folder, name);
    if (name === 'shards.json') await realFiles.rm(path.join(folder, 'index.json'));
    const files = refusing(code, (call) => call.name === 'readFile' && call.file === file);
    const opened = await openLibrary(folder, files, noBugs);
    const failed = opened.ok ? await opened.value.loaded : opened;
    expect(failed).toMatchObject({ ok: false, error: { kind: 'storage', file } });
    if (opened.ok) await opened.value.close();
  }
});

test('a folder that cannot be listed is named, and an error of another place is not', async () => {
  const folder = await withShard();
  const comments = path.join(folder, 'comments');
  const listing = refusing('EACCES', ({ name, file }) => name === 'readdir' && file === comments);
  expect(await openLibrary(folder, listing, noBugs)).toMatchObject({ error: { file: comments } });
  const outside = interposedFiles(async ({ name, file }, run) => {
    if (name !== 'readdir' || file !== comments) return run();
    throw Object.assign(new Error('EACCES'), { code: 'EACCES', path: path.dirname(folder) });
  }, realFiles);
  const manifest = path.join(folder, 'library.json');
  expect(await openLibrary(folder, outside, noBugs)).toMatchObject({ error: { file: manifest } });
});

test('what cannot be replaced is named by its own name, not by that of its copy', async () => {
  const folder = await withShard();
  const troubles: (AppError | null)[] = [];
  const files = refusing('EACCES', ({ name, to }) => name === 'rename' && /comments/.test(to ?? ''));
  const library = await openedLibrary(folder, files, {
    onTrouble: (error) => void troubles.push(error),
    journalLimit: 1,
  });
  await put(library);
  const file = path.join(folder, 'comments/000000.ndjson');
  await eventually(() => expect(troubles).toEqual([{ kind: 'storage', reason: 'denied', file }]));
});

test('a journal that cannot be begun has the same name with each try', async () => {
  const folder = await withShard();
  const files = refusing('EACCES', ({ name, file }) => name === 'open' && /journal/.test(file));
  const library = await openedLibrary(folder, files);
  const file = path.join(folder, 'library.json');
  const refused = { ok: false, error: { kind: 'storage', reason: 'denied', file } };
  expect([await put(library), await put(library)]).toEqual([refused, refused]);
});
