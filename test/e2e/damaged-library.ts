// Makes the library of an app that is closed into one that a disk has damaged.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { realFiles } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';

/** Moves everything that the journals hold into the shards. */
export async function intoShards(library: string): Promise<void> {
  const opened = must(await openLibrary(library, realFiles, noBugs));
  await opened.compact();
  await opened.close();
}

/** Makes three comments of the first shard unreadable. */
export async function damageComments(library: string): Promise<void> {
  const file = path.join(library, 'comments/000000.ndjson');
  const lines = (await readFile(file, 'utf8')).split('\n');
  for (const at of [3, 5, 8]) lines[at] = (lines[at] ?? '').slice(0, 50);
  await writeFile(file, lines.join('\n'));
}

/** Every file under a folder, with its content. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = files.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
  const texts = await Promise.all(names.map((name) => readFile(name, 'base64')));
  return Object.fromEntries(names.map((name, place) => [path.relative(folder, name), texts[place] ?? '']));
}

/** Makes the records of posts with these titles unreadable; of all posts without any. */
export async function damagePosts(library: string, ...titles: string[]): Promise<void> {
  const file = path.join(library, 'posts/000000.ndjson');
  const [header, ...lines] = (await readFile(file, 'utf8')).split('\n');
  const isMeant = (line: string) =>
    titles.length === 0 || titles.some((title) => line.includes(`"${title}"`));
  const cut = lines.map((line) => (isMeant(line) ? line.slice(0, 50) : line));
  await writeFile(file, [header, ...cut].join('\n'));
}
