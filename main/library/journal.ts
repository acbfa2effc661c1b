import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { appendDurably, type FileLayer, syncFile, syncFolder } from './durable-file.ts';
import { journalName } from './layout.ts';
import { assertInPlace } from './manifest.ts';

/**
 * The journal that this run writes: a row of append-only files, of which only the newest grows. A file written by an
 * earlier run is never appended to, so what a crash left at its end stays where it is and is told from what follows.
 * Appending and rotating must not overlap: the caller holds the write lock.
 */
export class Journal {
  readonly #folder: string;
  readonly #files: FileLayer;
  /** Generation of the file that takes the next line. */
  #generation: number;
  /** Every file that may exist, those of earlier runs included, oldest first. */
  #existing: number[];
  /** Files, by generation, that may end in something refused, with the length of what is good in them. */
  readonly #tails = new Map<number, number>();
  #handle: FileHandle | null = null;
  /** Bytes of the current file that are known to be good. */
  #length = 0;
  /** Whether lines are no longer on disk, so that the shards have to be written from memory. */
  hasLostLines = false;

  /**
   * @param existing generations of the files in the folder
   * @param generation of this run's first file, larger than any of those
   */
  constructor(folder: string, files: FileLayer, existing: readonly number[], generation: number) {
    this.#folder = folder;
    this.#files = files;
    this.#existing = [...existing];
    this.#generation = generation;
  }

  /** How many files there are. */
  get files(): number {
    return this.#existing.length;
  }

  /** Generation of the file that was written last. */
  get newest(): number {
    return this.#handle ? this.#generation : Math.max(1, this.#generation - 1);
  }

  /** Bytes in the current file. */
  get length(): number {
    return this.#length;
  }

  /**
   * Appends lines; when the promise resolves they survive a power loss. When it rejects, none of them counts.
   * What is written to a file that somebody has removed would be gone with it: another one is begun.
   */
  async append(lines: Buffer): Promise<void> {
    if (this.#handle) {
      if (await this.#write(this.#handle, lines)) return;
      this.hasLostLines = true;
      await this.rotate();
    }
    if (await this.#write(await this.#create(), lines)) return;
    throw Object.assign(new Error(`${this.#path()} is gone`), { code: 'ENOENT' });
  }

  /**
   * Appends lines to the current file. False if that is not the file which has its name, or somebody else has written to
   * it: then they are taken back as well.
   */
  async #write(handle: FileHandle, lines: Buffer): Promise<boolean> {
    const length = this.#length + lines.length;
    let isInPlace = false;
    try {
      // Looked at while the disk is at work: it takes no time of its own then.
      await appendDurably(handle, lines, () => {
        isInPlace = this.#files.sizeSync(this.#path()) === length;
      });
    } catch (error) {
      await this.#cutBack(handle, 0);
      throw error;
    }
    if (!isInPlace) {
      await this.#cutBack(handle, lines.length);
      return false;
    }
    this.#length = length;
    this.#tails.clear(); // what follows them has their number, so readers drop them
    return true;
  }

  /** Ends the current file; the next line begins another. Answers the generation of the first file that is to come. */
  async rotate(): Promise<number> {
    const handle = this.#handle;
    this.#handle = null;
    if (handle) this.#generation += 1;
    this.#length = 0;
    await handle?.close().catch(() => undefined); // every byte of it is synced
    return this.#generation;
  }

  /** Takes no more lines. Never fails. */
  async close(): Promise<void> {
    await this.rotate();
    await this.#cutTails();
  }

  /**
   * Makes the files of earlier runs durable. A killed run can leave lines that the system has but the disk has not;
   * they have been read and are built upon, so they must not go with a power loss that later lines survive. What one
   * held that somebody has removed since is in memory.
   */
  async syncExisting(): Promise<void> {
    for (const generation of this.#existing) {
      const file = path.join(this.#folder, journalName(generation));
      const isThere = this.#files.sizeSync(file) !== null;
      if (isThere) await syncFile(file, this.#files);
      else this.hasLostLines = true;
    }
  }

  /** Removes the files before this generation: what they say must be durable elsewhere. */
  async removeBefore(generation: number): Promise<void> {
    const old = this.#existing.filter((each) => each < generation);
    for (const each of old) {
      await this.#files.rm(path.join(this.#folder, journalName(each)), { force: true });
      this.#existing = this.#existing.filter((other) => other !== each);
    }
    if (old.length > 0) await syncFolder(this.#files, this.#folder);
  }

  async #create(): Promise<FileHandle> {
    assertInPlace(this.#folder, this.#files);
    const file = this.#path();
    this.#existing.push(this.#generation);
    const handle = await this.#files.open(file, 'ax', 0o600).catch((error: unknown) => {
      this.#generation += 1; // the file may exist or not: its name is not used again
      throw error;
    });
    try {
      await syncFolder(this.#files, this.#folder); // a line in a file without a name would be lost
    } catch (error) {
      this.#generation += 1;
      await handle.close().catch(() => undefined);
      await this.#files.rm(file, { force: true }).catch(() => undefined);
      throw error;
    }
    this.#handle = handle;
    this.#length = 0;
    return handle;
  }

  /** The current file. */
  #path(): string {
    return path.join(this.#folder, journalName(this.#generation));
  }

  /**
   * Takes back what a failed append may have left, of which so many bytes are known to be its own; where the disk refuses
   * that, too, the file takes no more lines.
   */
  async #cutBack(handle: FileHandle, own: number): Promise<void> {
    this.#tails.set(this.#generation, this.#length);
    try {
      await cut(handle, this.#length, own);
    } catch {
      // A reader drops what is left at its end: the next file begins with a transaction number that is not larger.
      await this.rotate();
    }
  }

  /** Where no line follows that makes readers drop them, refused lines have to be cut off for good. */
  async #cutTails(): Promise<void> {
    for (const [generation, length] of this.#tails) {
      const file = path.join(this.#folder, journalName(generation));
      const handle = await this.#files.open(file, 'r+').catch(() => null); // removed since, or still refused
      if (!handle) continue;
      await cut(handle, length, 0).catch(() => undefined);
      await handle.datasync().catch(() => undefined);
      await handle.close().catch(() => undefined);
    }
  }
}

/** Shortens a file to what is good in it; one that somebody else has shortened never grows by that. */
async function cut(handle: FileHandle, length: number, own: number): Promise<void> {
  const { size } = await handle.stat();
  await handle.truncate(Math.min(length, size - own));
}
