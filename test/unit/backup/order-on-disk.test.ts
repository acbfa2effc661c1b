// In which order the disk is told: a power loss keeps what was synced, and of the rest anything.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dropPlan, finishSwap, planSwap } from '../../../main/backup/swap.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { withLibrary } from './backups.ts';
import { PLAN, twoLibraries } from './libraries.ts';

/** Files that write down what was removed, renamed to and synced, folders by their names. */
function watchedFiles() {
  const calls: string[] = [];
  const files: FileLayer = {
    ...realFiles,
    rm: async (file, options) => {
      // Where nothing is, nothing is removed.
      if (existsSync(String(file))) calls.push(`rm ${path.basename(String(file))}`);
      await realFiles.rm(file, options);
    },
    rename: async (from, to) => {
      calls.push(`rename ${path.basename(String(to))}`);
      await realFiles.rename(from, to);
    },
    open: (async (...args: Parameters<FileLayer['open']>) => {
      // Of a folder nothing else is wanted than to sync it.
      if (args[1] === 0) calls.push(`sync ${path.basename(String(args[0]))}`);
      return realFiles.open(...args);
    }) as FileLayer['open'],
  };
  return { calls, files };
}

test('contents go only once it is certain that no manifest names them', async () => {
  const { calls, files } = watchedFiles();
  const { take, put, clock, pool } = await withLibrary(files);
  const first = await take();
  const before = new Set((await pool()).map((name) => path.basename(name)));
  clock.advance(60_000);
  await put('draft', 'Съвсем друго');
  calls.length = 0;
  await take();
  const manifest = calls.indexOf(`rm ${first.id}.json`);
  const content = calls.findIndex((call) => before.has(call.slice('rm '.length)));
  expect(manifest).toBeGreaterThan(-1);
  expect(content).toBeGreaterThan(manifest);
  expect(calls.slice(manifest, content)).toContain('sync backups');
});

test('the name of the restored library is certain before the note that wants it', async () => {
  const { root, library } = await twoLibraries();
  const { calls, files } = watchedFiles();
  await planSwap(library, PLAN, files);
  const note = calls.indexOf('rename library-restore.json');
  expect(calls.slice(0, note)).toContain(`sync ${path.basename(root)}`);
});

test('both renames are certain before the note goes, and a replaced library has lost its name before its files', async () => {
  const { root, library } = await twoLibraries();
  await planSwap(library, PLAN, realFiles);
  const { calls, files } = watchedFiles();
  await finishSwap(library, files);
  const sync = `sync ${path.basename(root)}`;
  const moved = calls.findIndex((call) => call.startsWith('rename library-replaced-'));
  expect(calls.slice(moved + 1)).toEqual([
    ...[sync, 'rename library', sync, 'rm library-restore.json', sync],
    ...['rename library-restored', sync, 'rm library-restored'],
  ]);
});

test('a plan that is dropped takes the restored library along, but only once its note is gone for certain', async () => {
  const { root, library } = await twoLibraries();
  await planSwap(library, PLAN, realFiles);
  const { calls, files } = watchedFiles();
  await dropPlan(library, files);
  expect(calls).toEqual(['rm library-restore.json', `sync ${path.basename(root)}`, 'rm library-restored']);
  expect(await readdir(root)).toEqual(['library']);
});
