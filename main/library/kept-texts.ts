import path from 'node:path';
import { textNames } from './bodies.ts';
import type { Stored } from './collections.ts';
import type { DamageReport } from './damage-report.ts';
import type { FileLayer } from './durable-file.ts';
import { BODY_FOLDER } from './layout.ts';
import type { Library } from './library.ts';

/**
 * SHA-256 of the long texts that were kept because what was lost may have had them, without those that any post or
 * version has by now; and how many there are.
 */
export async function neededTexts(
  folder: string,
  reports: readonly DamageReport[],
  library: Pick<Library, 'all'>,
  files: Pick<FileLayer, 'readdir'>,
): Promise<number> {
  const kept = await Promise.all(
    reports.map(async (report) => ((report.texts ?? 0) > 0 ? await keptBy(report, folder, files) : [])),
  );
  const names = new Set(kept.flat());
  if (names.size > 0) for (const name of namesIn(library)) names.delete(name);
  return names.size;
}

/** A damaged text lies there, too, but is told of where it was. */
async function keptBy({ place, repairs }: DamageReport, folder: string, files: Pick<FileLayer, 'readdir'>) {
  const damaged = new Set(repairs.map(({ file }) => path.basename(file)));
  const bodies = path.join(folder, place, BODY_FOLDER);
  const folders = await files.readdir(bodies).catch(() => []);
  const found = await Promise.all(
    folders.map((name) => files.readdir(path.join(bodies, name)).catch(() => [])),
  );
  return found.flat().flatMap((name) => (damaged.has(name) ? [] : path.basename(name, '.txt')));
}

/** By record: they are never changed, and to name a long text that is in memory costs a hash. */
const known = new WeakMap<Stored, readonly string[]>();

function* namesIn(library: Pick<Library, 'all'>): Generator<string> {
  for (const collection of ['posts', 'revisions'] as const) {
    for (const record of library.all(collection)) {
      const names = known.get(record) ?? [...textNames(collection, record)];
      known.set(record, names);
      yield* names;
    }
  }
}
