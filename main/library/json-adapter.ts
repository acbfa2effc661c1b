import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { type FileLayer, readTextFile, realFiles, removeLeftovers, replaceFile } from './durable-file.ts';

/** The file is there but is not what it should be. It is left untouched. */
export class UnreadableFile extends Error {
  readonly reason: 'damaged' | 'newer';
  readonly file: string;

  constructor(reason: 'damaged' | 'newer', file: string, detail: string) {
    super(`${file}: ${detail}`);
    this.name = 'UnreadableFile';
    this.reason = reason;
    this.file = file;
  }
}

/**
 * lowdb's adapter seam over one durable JSON file with a `version`. Reading validates; a file of a newer version is
 * refused rather than downgraded, and a damaged one is never taken for an empty one.
 */
export class JsonAdapter<T extends { version: number }> implements Adapter<T> {
  readonly #file: string;
  readonly #schema: z.ZodType<T>;
  readonly #version: T['version'];
  readonly #files: FileLayer;

  constructor(file: string, schema: z.ZodType<T>, version: T['version'], files: FileLayer = realFiles) {
    this.#file = file;
    this.#schema = schema;
    this.#version = version;
    this.#files = files;
  }

  async read(): Promise<T | null> {
    const text = await readTextFile(this.#file, this.#files);
    if (text === null) return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new UnreadableFile('damaged', this.#file, 'not JSON');
    }
    const version = (value as { version?: unknown } | null)?.version;
    if (typeof version === 'number' && version > this.#version) {
      throw new UnreadableFile('newer', this.#file, `version ${version}`);
    }
    const parsed = this.#schema.safeParse(value);
    if (!parsed.success) throw new UnreadableFile('damaged', this.#file, parsed.error.message);
    // Only now: beside a file that cannot be read, a half-written copy may be all that is left of somebody's words.
    await removeLeftovers(this.#file, this.#files);
    return parsed.data;
  }

  async write(data: T): Promise<void> {
    await replaceFile(this.#file, JSON.stringify(data), this.#files);
  }
}
