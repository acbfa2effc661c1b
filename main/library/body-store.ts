import { createHash } from 'node:crypto';
import path from 'node:path';
import type { BodyRef } from './bodies.ts';
import { type FileLayer, placeFile, syncFolder } from './durable-file.ts';
import { BODY_FOLDER } from './layout.ts';
import { assertInPlace } from './manifest.ts';
import { StorageFailure, storageError } from './storage-error.ts';

/** UTF-16 units of texts that are kept once read. */
const KEPT_UNITS = 2_000_000;

/** Long texts, one file each, named by what is in it: written once, never changed. */
export class BodyStore {
  readonly #folder: string;
  readonly #files: FileLayer;
  readonly #onDamage: (ref: BodyRef, isLost: boolean) => void;
  /** Texts read lately, the newest last. */
  readonly #texts = new Map<string, string>();
  #units = 0;
  /** Folders whose names this run has made durable, and those with names that may not be. */
  readonly #synced = new Set<string>();
  readonly #unsynced = new Set<string>();
  /** What is known of texts whose files are not what their names say. */
  readonly #damaged = new Map<string, string>();
  /** Texts whose files this run has written, or found to be what their names say. */
  readonly #intact = new Set<string>();

  /** @param onDamage told once of each text that is not as it was written */
  constructor(folder: string, files: FileLayer, onDamage: (ref: BodyRef, isLost: boolean) => void) {
    this.#folder = folder;
    this.#files = files;
    this.#onDamage = onDamage;
  }

  /** The file of a text, relative to the library's folder. */
  static fileOf = (sha256: string): string => path.join(BODY_FOLDER, sha256.slice(0, 2), `${sha256}.txt`);

  /**
   * The text, or what is left of it: a damaged one is reported, and shown as far as it can be read. Throws
   * {@link StorageFailure} if the disk cannot be read: then nobody knows whether it is damaged.
   */
  read = (ref: BodyRef): string => {
    const { sha256 } = ref;
    const known = this.#damaged.get(sha256) ?? this.#texts.get(sha256);
    if (known !== undefined) return this.#touch(sha256, known);
    const bytes = this.#bytesOrFailure(sha256);
    const text = bytes?.toString('utf8') ?? '';
    if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) this.#keep(sha256, text);
    else this.#noteDamage(ref, text);
    return text;
  };

  /** What the file of a text holds; null if somebody has removed it from a library that is still in its place. */
  #bytes(sha256: string): Buffer | null {
    const file = this.#path(sha256);
    if (this.#files.sizeSync(file) !== null) return this.#files.readFileSync(file);
    assertInPlace(this.#folder, this.#files);
    return null;
  }

  #bytesOrFailure(sha256: string): Buffer | null {
    try {
      return this.#bytes(sha256);
    } catch (error) {
      throw new StorageFailure(storageError(error, this.#path(sha256)));
    }
  }

  /** Looks whether the file is there in its full length; far cheaper than to read it. */
  check(ref: BodyRef): void {
    if (this.#damaged.has(ref.sha256)) return;
    const size = this.#files.sizeSync(this.#path(ref.sha256));
    if (size === ref.bytes) return;
    const rest = size === null ? '' : this.#files.readFileSync(this.#path(ref.sha256)).toString('utf8');
    this.#noteDamage(ref, rest);
  }

  isDamaged(sha256: string): boolean {
    return this.#damaged.has(sha256);
  }

  /**
   * Whether a text can be written to its file. Where there is one with something else in it, it is damaged and is never
   * overwritten; whoever else refers to it gets this text, which is what it once was.
   */
  takes = (ref: BodyRef, text: string): boolean => {
    const { sha256 } = ref;
    if (this.#intact.has(sha256)) return true;
    const isKnown = this.#damaged.has(sha256);
    if (!isKnown && (this.#bytes(sha256)?.equals(Buffer.from(text)) ?? true)) return true;
    if (isKnown) this.#damaged.set(sha256, text);
    else this.#noteDamage(ref, text, false);
    return false;
  };

  /** Writes a text, unless it is there already. It is durable after the next `sync`. */
  async write(ref: BodyRef, text: string): Promise<void> {
    const file = this.#path(ref.sha256);
    const folder = path.dirname(file);
    const there = this.#files.sizeSync(file) === ref.bytes;
    // One that is there may have got its name just before a crash or a failure, and lose it with the next power loss.
    if (there && this.#synced.has(folder)) return;
    this.#unsynced.add(folder);
    if (!there) await placeFile(file, text, this.#files);
    this.#intact.add(ref.sha256);
  }

  /** Makes durable what was written. */
  async sync(): Promise<void> {
    for (const folder of this.#unsynced) {
      await syncFolder(this.#files, folder);
      this.#unsynced.delete(folder);
      this.#synced.add(folder);
    }
  }

  /** Never fails: a text that stays takes up room, and is tried again after the next compaction. */
  async remove(sha256: string): Promise<void> {
    this.#intact.delete(sha256);
    await this.#files.rm(this.#path(sha256), { force: true }).catch(() => undefined);
  }

  /** The folders that texts are in, with full path. */
  async folders(): Promise<string[]> {
    const root = path.join(this.#folder, BODY_FOLDER);
    const names = await this.#files.readdir(root).catch(() => []);
    return names.map((name) => path.join(root, name));
  }

  /** The names of all texts on disk. */
  async list(): Promise<string[]> {
    const names: string[] = [];
    for (const folder of await this.folders()) {
      const files = await this.#files.readdir(folder).catch(() => []);
      names.push(...files.flatMap((name) => /^([0-9a-f]{64})\.txt$/.exec(name)?.[1] ?? []));
    }
    return names;
  }

  #path(sha256: string): string {
    return path.join(this.#folder, BodyStore.fileOf(sha256));
  }

  #noteDamage(ref: BodyRef, text: string, isLost = true): void {
    this.#damaged.set(ref.sha256, text);
    this.#onDamage(ref, isLost);
  }

  #touch(sha256: string, text: string): string {
    if (this.#texts.delete(sha256)) this.#texts.set(sha256, text);
    return text;
  }

  #keep(sha256: string, text: string): void {
    this.#texts.set(sha256, text);
    this.#units += text.length;
    for (const [oldest, { length }] of this.#texts) {
      if (this.#units <= KEPT_UNITS) break;
      this.#texts.delete(oldest);
      this.#units -= length;
    }
  }
}
