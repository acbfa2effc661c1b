import path from 'node:path';
import type { BodyStore } from './body-store.ts';
import { COLLECTIONS } from './collections.ts';
import type { Contents } from './contents.ts';
import {
  duplicateFile,
  type FileLayer,
  readTextFile,
  removeLeftovers,
  removeLeftoversIn,
  replaceFile,
  syncFolder,
} from './durable-file.ts';
import type { Journal } from './journal.ts';
import {
  CLOSING_FILE,
  INDEX_FILE,
  MANIFEST_FILE,
  QUARANTINE_FOLDER,
  REPORT_FILE,
  SHARD_LIST_FILE,
} from './layout.ts';
import { type Manifest, manifestText } from './manifest.ts';
import { V1_BACKUP } from './migrate-v1.ts';
import { removeDeadLocks } from './owner-lock.ts';
import type { Quarantine } from './quarantine.ts';

interface PreparationDeps {
  folder: string;
  files: FileLayer;
  quarantine: Quarantine;
  bodies: BodyStore;
  journal: Journal;
  /** The manifest that the library has, or gets. */
  manifest: Manifest;
  /** Makes this process the owner. Throws if it cannot be. */
  own(): Promise<void>;
  /** Writes everything in memory to shards. */
  writeAll(): Promise<void>;
}

/**
 * What has to be done before the first change of a run. Opening itself writes nothing, so that a library can be read
 * from a disk that takes nothing. Every step may fail, and is tried again before the next change.
 */
export class Preparation {
  readonly #deps: PreparationDeps;
  /** Null once there is a manifest of this version. */
  #before: Pick<Contents, 'manifest' | 'leftovers'> | null;
  /** Whether what earlier runs wrote is durable, and what they left half-written is gone. */
  #isSynced = false;

  constructor(contents: Pick<Contents, 'manifest' | 'leftovers'>, deps: PreparationDeps) {
    this.#deps = deps;
    this.#before = contents.manifest.kind === 'current' ? null : contents;
    for (const file of contents.leftovers) deps.quarantine.note(file);
  }

  /** Whether everything has been done: this run has changed the library, or is about to. */
  get isDone(): boolean {
    return this.#isSynced && this.#before === null;
  }

  /** To be awaited before each change, under the write lock. Rejects with the disk's error. */
  async ensure(): Promise<void> {
    const { folder, files, quarantine, journal, own } = this.#deps;
    await own();
    await quarantine.move();
    if (!this.#isSynced) {
      // A killed run may have left names that a power loss still takes. With a journal beside it and no manifest, it
      // would look as if somebody had removed that.
      await syncFolder(files, folder);
      await journal.syncExisting();
      await this.#removeLeftovers();
    }
    this.#isSynced = true;
    if (this.#before) await this.#writeManifest(this.#before);
    this.#before = null;
  }

  /** What killed runs left half-written. Never fails. */
  async #removeLeftovers(): Promise<void> {
    const { folder, files, bodies } = this.#deps;
    for (const name of [MANIFEST_FILE, INDEX_FILE, SHARD_LIST_FILE, CLOSING_FILE])
      await removeLeftovers(path.join(folder, name), files);
    const quarantine = path.join(folder, QUARANTINE_FOLDER);
    for (const name of await files.readdir(quarantine).catch(() => []))
      await removeLeftovers(path.join(quarantine, name, REPORT_FILE), files);
    const folders = [...COLLECTIONS.map((name) => path.join(folder, name)), ...(await bodies.folders())];
    for (const each of folders) await removeLeftoversIn(each, () => true, files);
    await removeDeadLocks(folder, files);
  }

  /** Keeps a file under a second name; what had that name before is set aside, unless it is the same. */
  async #keep(name: string, original: string): Promise<void> {
    const { folder, files, quarantine } = this.#deps;
    const [kept, file] = [path.join(folder, name), path.join(folder, original)];
    const there = await readTextFile(kept, files);
    if (there !== null && there !== (await readTextFile(file, files))) {
      quarantine.note(name);
      await quarantine.move();
      await files.rm(kept, { force: true });
    }
    await duplicateFile(file, kept, files);
    await syncFolder(files, folder);
  }

  async #writeManifest({
    manifest: found,
    leftovers,
  }: Pick<Contents, 'manifest' | 'leftovers'>): Promise<void> {
    const { folder, files, manifest, writeAll } = this.#deps;
    const file = path.join(folder, MANIFEST_FILE);
    if (found.kind === 'v1') {
      // Until the manifest takes its place, the old file is the library and everything else can be made again from it.
      for (const leftover of leftovers) await files.rm(path.join(folder, leftover), { force: true });
      // A power loss must not bring one back among the shards that an index knows.
      const folders = new Set(leftovers.map((leftover) => path.dirname(path.join(folder, leftover))));
      for (const each of folders) await syncFolder(files, each);
      await writeAll();
      await this.#keep(V1_BACKUP, MANIFEST_FILE);
    }
    await replaceFile(file, manifestText(manifest), files);
  }
}
