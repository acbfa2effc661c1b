import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundleProgram } from '../support/bundle-program.ts';
import type { Cost } from './load-child.ts';

/**
 * The records of all shards as one JSON file: what every program has to read and parse that keeps the same records in
 * memory. Long texts are left out, as the library leaves them on the disk.
 */
export async function writeReference(folder: string): Promise<string> {
  const collections: string[] = [];
  for (const name of await readdir(folder, { withFileTypes: true })) {
    if (!name.isDirectory() || name.name === 'bodies') continue;
    const shards = (await readdir(path.join(folder, name.name))).sort();
    const texts = await Promise.all(
      shards.map((shard) => readFile(path.join(folder, name.name, shard), 'utf8')),
    );
    const lines = texts.flatMap((text) => text.trimEnd().split('\n').slice(1));
    collections.push(`${JSON.stringify(name.name)}:[${lines.join(',')}]`);
  }
  const file = `${folder}-reference.json`;
  await writeFile(file, `{${collections.join(',')}}`);
  return file;
}

/**
 * What it costs a new process to load a library, or to read and parse the same records from one file. The program is one
 * file, as the app is: from single modules, Node would still be clearing away what stripping their types has left while
 * the first screen is measured, which no start of the app does. What is compiled lazily is compiled in both.
 *
 * @param folder where the program is put
 */
export async function coster(
  folder: string,
): Promise<(mode: 'load' | 'parse', file: string) => Promise<Cost>> {
  const program = await bundleProgram(path.join(import.meta.dirname, 'load-child.ts'), folder);
  return async (mode, file) => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, mode, file]);
    return JSON.parse(stdout) as Cost;
  };
}
