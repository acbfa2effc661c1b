import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeReady } from '../../../main/backup/restore.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { withLibrary } from './backups.ts';

test('the proof of a restored library is stopped between two of its files, wherever it is', async () => {
  const { take, store, root, restoring } = await withLibrary();
  const { id } = await take();
  for (let at = 1; ; at += 1) {
    const stop = new AbortController();
    const read: string[] = [];
    const readFile = (async (...args: Parameters<typeof realFiles.readFile>) => {
      if (String(args[0]).includes('library-restored')) read.push(String(args[0]));
      if (read.length === at) stop.abort();
      return realFiles.readFile(...args);
    }) as typeof realFiles.readFile;
    const proving = { ...restoring, files: { ...realFiles, readFile }, signal: stop.signal };
    const made = await makeReady(await store.source(id), 'x', proving).then(
      () => null,
      (problem: Error) => problem,
    );
    if (made === null) {
      expect(at).toBeGreaterThan(8);
      break;
    }
    expect(made.name).toBe('AbortError');
    expect(read).toHaveLength(at);
    expect(await readdir(root)).not.toContain('library-restored');
  }
});
