import path from 'node:path';
import { type FileLayer, placeFile, removeLeftoversIn, syncFolder } from '../library/durable-file.ts';
import { Slices } from '../library/slices.ts';
import { BackupFailure, readBack } from './backup-failure.ts';
import type { FileReader } from './file-reader.ts';
import type { Entry } from './manifest.ts';
import { sha256Of } from './snapshot.ts';

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/**
 * The contents of all backups, each once: a shard, text or picture that did not change since yesterday is not copied
 * again. Copies, not links: damage to the library's blocks on the disk does not reach them.
 */
export class Pool {
  readonly #folder: string;
  readonly #files: FileLayer;
  /** Folders with new names that a power loss could still take back. */
  readonly #unsynced = new Set<string>();

  constructor(folder: string, files: FileLayer) {
    this.#folder = folder;
    this.#files = files;
  }

  fileOf(sha256: string): string {
    return path.join(this.#folder, sha256.slice(0, 2), sha256);
  }

  /** The content, proven to be what its name says. Throws BackupFailure `damaged`, and the disk's errors. */
  async read({ sha256 }: Pick<Entry, 'sha256'>): Promise<Buffer> {
    return this.#proven(sha256, (file) => this.#files.readFile(file));
  }

  async #proven(sha256: string, read: (file: string) => Promise<Buffer>): Promise<Buffer> {
    const file = this.fileOf(sha256);
    if (this.#files.sizeSync(file) === null) throw new BackupFailure('damaged', file);
    const bytes = await read(file);
    if ((await sha256Of(bytes, new Slices())) !== sha256) throw new BackupFailure('damaged', file);
    return bytes;
  }

  /** The content, if it is there and whole: one that has been damaged is written anew. */
  find(sha256: string): Promise<Buffer | null> {
    return this.read({ sha256 }).catch(() => null);
  }

  /**
   * Keeps a content, unless it is there, and reads it back. It is durable after the next `sync`. One at a time. Throws
   * BackupFailure `io` where it reads back otherwise, and the disk's errors.
   *
   * @param reader for one backup: its memory would stay as long as the pool
   */
  async put(entry: Entry, bytes: Buffer, reader: FileReader): Promise<void> {
    const file = this.fileOf(entry.sha256);
    // Also of one that is there: it may have got its name just before a crash.
    this.#unsynced.add(path.dirname(file));
    const prove = () => this.#proven(entry.sha256, (written) => reader.read(written));
    if (await prove().catch(() => null)) return;
    await placeFile(file, bytes, this.#files);
    await prove().catch(readBack(path.dirname(this.#folder)));
  }

  /**
   * Makes durable what was put since the last time, for the contents of one backup, and looks whether they are all
   * there: the folder may have been taken away meanwhile, and made anew by what was put after that. Throws BackupFailure
   * `io`, and the disk's errors.
   */
  async sync(entries: readonly Entry[]): Promise<void> {
    const folders = [...this.#unsynced];
    // What fails is put again by the next backup; a folder that is gone would make that one fail, too.
    this.#unsynced.clear();
    for (const folder of folders) await syncFolder(this.#files, folder);
    const slices = new Slices();
    for (const { sha256, bytes } of entries) {
      const isThere = this.#files.sizeSync(this.fileOf(sha256)) === bytes;
      if (!isThere) throw new BackupFailure('io', path.dirname(this.#folder));
      await slices.breathe();
    }
  }

  /** Removes what no backup refers to. Never fails: what stays takes up room, and is tried again the next time. */
  async prune(referred: ReadonlySet<string>): Promise<void> {
    const slices = new Slices();
    const folders = await this.#files.readdir(this.#folder).catch(() => []);
    for (const name of folders.filter((each) => /^[0-9a-f]{2}$/.test(each))) {
      const folder = path.join(this.#folder, name);
      await removeLeftoversIn(folder, isHash, this.#files);
      const contents = await this.#files.readdir(folder).catch(() => []);
      for (const content of contents.filter((each) => isHash(each) && !referred.has(each))) {
        await this.#files.rm(path.join(folder, content), { force: true }).catch(() => undefined);
      }
      await slices.breathe();
    }
  }
}
