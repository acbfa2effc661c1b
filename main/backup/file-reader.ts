import type { FileLayer } from '../library/durable-file.ts';

/**
 * Reads whole files, one after another, into the same memory. A backup goes through a few hundred megabytes; with new
 * memory for each file, V8 would look through all of a large library for what is no longer needed every twenty files,
 * and main stand still for fifty milliseconds each time.
 */
export class FileReader {
  readonly #files: Pick<FileLayer, 'open'>;
  #memory = Buffer.alloc(0);

  constructor(files: Pick<FileLayer, 'open'>) {
    this.#files = files;
  }

  /**
   * What the file holds, which nobody may lengthen meanwhile; good until the next one is read. Rejects with the disk's
   * error.
   */
  async read(file: string): Promise<Buffer> {
    const handle = await this.#files.open(file, 'r');
    try {
      const { size } = await handle.stat();
      const room = this.#memory.length;
      if (size > room) this.#memory = Buffer.allocUnsafeSlow(Math.max(2 * room, size));
      let length = 0;
      for (let read = 1; length < size && read > 0; length += read) {
        read = (await handle.read(this.#memory, length, size - length, length)).bytesRead;
      }
      return this.#memory.subarray(0, length);
    } finally {
      await handle.close();
    }
  }
}
