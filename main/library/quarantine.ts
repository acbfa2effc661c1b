import path from 'node:path';
import { duplicateFile, type FileLayer, makeFolder } from './durable-file.ts';
import { QUARANTINE_FOLDER } from './layout.ts';

/** Where damaged files are kept as they were. They are noted while reading and moved before anything is written. */
export class Quarantine {
  readonly #folder: string;
  readonly #files: FileLayer;
  readonly #place: string;
  #waiting: string[] = [];

  constructor(folder: string, files: FileLayer, now: Date) {
    this.#folder = folder;
    this.#files = files;
    // Colons and dots have a meaning in Windows's file names.
    this.#place = path.join(QUARANTINE_FOLDER, now.toISOString().replaceAll(/[:.]/g, '-'));
  }

  /** Notes a damaged file; answers where it will be kept. Both are relative to the library's folder. */
  note(file: string): string {
    if (!this.#waiting.includes(file)) this.#waiting.push(file);
    return path.join(this.#place, file);
  }

  /**
   * Gives every noted file its second name, durably. It keeps the first as well until the library replaces or removes
   * it: until then it may be the only place from which what is readable can be read.
   */
  async move(): Promise<void> {
    for (const file of [...this.#waiting]) {
      const kept = path.join(this.#folder, this.#place, file);
      await makeFolder(path.dirname(kept), this.#files);
      await duplicateFile(path.join(this.#folder, file), kept, this.#files);
      this.#waiting = this.#waiting.filter((each) => each !== file);
    }
  }
}
