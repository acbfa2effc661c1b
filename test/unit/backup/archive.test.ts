import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../../../main/backup/archive-reader.ts';
import { restoredFolder } from '../../../main/backup/swap.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { archived } from './archives.ts';
import { contentOf } from './backups.ts';

test('the library comes back from one file, which unzip can read, too', async () => {
  const { write, restore, target, library, folder } = await archived();
  const progress: number[] = [];
  const size = await write(undefined, (done, total) => progress.push(done / total));
  expect(size).toBe((await stat(target)).size);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
  expect(execFileSync('unzip', ['-tq', target], { encoding: 'utf8' })).toContain('No errors');
  await restore();
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  expect(contentOf(restored)).toEqual(contentOf(library));
});

test('the practice blog goes on while the file is written: in it is what its manifest says', async () => {
  const { write, restore, folder, target } = await archived();
  const state = path.join(folder, 'practice-blog.json');
  await writeFile(state, '{"comments":[1]}');
  let hasGoneOn = false;
  await write(undefined, (done, total) => {
    if (hasGoneOn || done * 3 < total) return;
    hasGoneOn = true;
    writeFileSync(state, '{"comments":[1,2]}');
  });
  expect(hasGoneOn).toBe(true);
  expect((await readFile(state, 'utf8')).includes('2')).toBe(true);
  await restore(target);
  const restored = path.join(restoredFolder(folder), 'practice-blog.json');
  expect(await readFile(restored, 'utf8')).toBe('{"comments":[1]}');
});

test('the same file is replaced by a proven one, and nothing else is left beside it', async () => {
  const { write, root, target } = await archived();
  await writeFile(target, 'an older one');
  await write();
  await (await openArchive(target)).close();
  expect((await readdir(root)).sort()).toEqual([path.basename(target), 'library']);
});

test('what a killed run has left beside it goes, and nothing else', async () => {
  const { write, root, target } = await archived();
  const own = 'Copydesk 2026-11-20.copydesk-backup.4000001-0.tmp';
  const others = ['letter.tmp', 'letter.docx.4000001-0.tmp', 'Copydesk 2026-11-20.copydesk-backup'];
  for (const name of [own, `${path.basename(target)}.${process.pid}-0.tmp`, ...others]) {
    await writeFile(path.join(root, name), 'half');
  }
  await write();
  expect((await readdir(root)).sort()).toEqual([...others, path.basename(target), 'library'].sort());
});

test('a disk that fails at any call leaves the older file as it was, and nothing beside it', async () => {
  const disk = failingFiles(realFiles);
  const { write, root, target } = await archived(disk.files);
  for (let at = 1; ; at += 1) {
    await writeFile(target, 'an older one');
    disk.break({ kind: 'ENOSPC', at, lasts: 1, late: false });
    const failed = await write().then(
      () => false,
      () => true,
    );
    disk.heal();
    const isOld = (await readFile(target, 'latin1')) === 'an older one';
    // The last call makes the new name durable: by then it stands.
    if (!isOld) await (await openArchive(target)).close();
    if (failed) expect((await readdir(root)).sort()).toEqual([path.basename(target), 'library']);
    // To look for what killed runs have left comes first, and keeps nothing from being made.
    if (!failed && at > 1) {
      expect(at).toBeGreaterThan(10);
      break;
    }
  }
});

test('a library that cannot be read any more while the file is being made is told as such', async () => {
  const broken = Promise.withResolvers<void>();
  let isMade = false;
  const { write, root } = await archived({
    ...realFiles,
    open: async (file, flags, mode) => {
      if (String(file).endsWith('.tmp')) {
        isMade = true;
        await broken.promise;
        // What was asked for meanwhile has been answered.
        await new Promise((resolve) => setImmediate(resolve));
      } else if (isMade) {
        broken.resolve();
        throw Object.assign(new Error('EIO: i/o error, open'), { code: 'EIO', syscall: 'open' });
      }
      return realFiles.open(file, flags, mode);
    },
  });
  await expect(write()).rejects.toMatchObject({ error: { kind: 'backup', reason: 'library-unread' } });
  expect(await readdir(root)).toEqual(['library']);
});

test('a disk that keeps it otherwise than it was given is said to be at fault, by the name that was chosen', async () => {
  const { write, root, target } = await archived();
  await writeFile(target, 'an older one');
  let isChanged = false;
  const changed = write(undefined, (done, total) => {
    if (isChanged || done / total < 0.67) return;
    isChanged = true;
    const file = path.join(root, readdirSync(root).find((name) => name.endsWith('.tmp')) ?? '');
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    writeFileSync(file, bytes.fill(0x20, middle, middle + 8));
  });
  await expect(changed).rejects.toMatchObject({ error: { kind: 'backup', reason: 'io', file: target } });
  expect(await readFile(target, 'latin1')).toBe('an older one');
});

test('it can be stopped at any time', async () => {
  const { write, root, library } = await archived();
  for (const share of [0, 0.4, 0.9]) {
    const stop = new AbortController();
    const watch = (done: number, total: number) => (done / total >= share ? stop.abort() : undefined);
    await expect(write(stop.signal, watch)).rejects.toThrow('aborted');
    expect((await readdir(root)).sort()).toEqual(['library']);
  }
  await library.compact();
});
