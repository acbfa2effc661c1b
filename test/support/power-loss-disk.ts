import path from 'node:path';
import { PowerLossFile } from './power-loss-file.ts';
import type { Seeded } from './seeded.ts';

type Entry = PowerLossFile | 'folder';
type Names = Map<string, Entry>;

/** A change of names that is not certain before its folder has been synced. */
interface NameChange {
  folder: string;
  apply(names: Names): void;
  /** The first half of a move between folders: no file system loses a file that is moved. */
  after?: NameChange;
  /** Of a folder that is renamed: changes in it that nobody has synced. Once its new name is certain, they are lost. */
  loses?: readonly NameChange[];
}

/** Files of a disk, by absolute path; null for a folder. */
export type DiskImage = ReadonlyMap<string, Buffer | null>;

const failure = (code: string, file: string): Error => Object.assign(new Error(`${code}: ${file}`), { code });

/**
 * A disk in memory that tells apart what is there and what would be there after a power loss: data of files only as
 * far as a sync of the file has ended, names (created, renamed, removed) only as far as a sync of their folder has.
 * Everything else may survive in whole, in part, in another order, or not at all. Paths are absolute.
 */
export class PowerLossDisk {
  #names: Names;
  #durable: Names;
  #pending: NameChange[] = [];

  constructor(image: DiskImage = new Map([['/', null]])) {
    this.#durable = new Map();
    for (const [name, content] of image) {
      this.#durable.set(name, content === null ? 'folder' : PowerLossFile.durable(content));
    }
    this.#names = new Map(this.#durable);
  }

  /** Everything as it is now. */
  image(): DiskImage {
    return imageOf(this.#names, (file) => file.content);
  }

  /** What may be left if the power fails now. */
  afterPowerLoss(random: Seeded): DiskImage {
    const names: Names = new Map(this.#durable);
    const mode = random.pick(['none', 'all', 'first', 'any'] as const);
    const until = random.below(this.#pending.length + 1);
    const done = new Set<NameChange>();
    for (const [place, change] of this.#pending.entries()) {
      if (mode === 'none' || (mode === 'first' && place >= until)) break;
      if (mode === 'any' && random.chance(0.5)) continue;
      if (change.after && this.#pending.includes(change.after) && !done.has(change.after)) continue;
      change.apply(names);
      done.add(change);
    }
    return imageOf(names, (file) => file.afterPowerLoss(random));
  }

  isFolder(name: string): boolean {
    return this.#names.get(name) === 'folder';
  }

  file(name: string): PowerLossFile {
    const entry = this.#names.get(name);
    if (entry === undefined) throw failure('ENOENT', name);
    if (entry === 'folder') throw failure('EISDIR', name);
    return entry;
  }

  size(name: string): number | null {
    const entry = this.#names.get(name);
    return entry instanceof PowerLossFile ? entry.content.length : null;
  }

  /** As `open` does it; `flags` as Node writes them. */
  openFile(name: string, flags: string): PowerLossFile {
    const there = this.#names.has(name);
    if (!there && !/[wa]/.test(flags)) throw failure('ENOENT', name);
    if (there && flags.includes('x')) throw failure('EEXIST', name);
    if (!there) this.#put(name, new PowerLossFile());
    const file = this.file(name);
    if (flags.startsWith('w')) file.truncate(0);
    return file;
  }

  link(from: string, to: string): void {
    if (this.#names.has(to)) throw failure('EEXIST', to);
    this.#put(to, this.file(from));
  }

  copy(from: string, to: string): void {
    const { content } = this.file(from);
    this.openFile(to, 'w').write(0, content);
  }

  rename(from: string, to: string): void {
    if (this.isFolder(from)) {
      this.#renameFolder(from, to);
      return;
    }
    const file = this.file(from);
    if (this.isFolder(to)) throw failure('EISDIR', to);
    if (this.#names.get(to) === file) return; // two names of one file: nothing is done
    if (path.dirname(from) !== path.dirname(to)) {
      this.#drop(from, this.#put(to, file));
      return;
    }
    const apply = (names: Names) => void names.set(to, file).delete(from);
    this.#change({ folder: path.dirname(to), apply });
  }

  /** With everything in it; only beside itself, to a name that nothing has. */
  #renameFolder(from: string, to: string): void {
    if (this.#names.has(to) || path.dirname(from) !== path.dirname(to)) throw failure('ENOTEMPTY', to);
    const apply = (names: Names) => {
      for (const [name, entry] of [...names]) {
        if (name !== from && !name.startsWith(`${from}/`)) continue;
        names.delete(name);
        names.set(`${to}${name.slice(from.length)}`, entry);
      }
    };
    const loses = this.#pending.filter(({ folder }) => folder === from || folder.startsWith(`${from}/`));
    this.#change({ folder: path.dirname(to), apply, loses });
  }

  remove(name: string, { force = false, recursive = false } = {}): void {
    const entry = this.#names.get(name);
    if (entry === undefined && !force) throw failure('ENOENT', name);
    if (entry === 'folder' && !recursive) throw failure('EISDIR', name);
    for (const inside of [...this.#names.keys()].reverse()) {
      if (inside === name || inside.startsWith(`${name}/`)) this.#drop(inside);
    }
  }

  /** Answers the first folder that had to be made. */
  makeFolder(name: string, recursive: boolean): string | undefined {
    if (this.#names.has(name)) {
      if (recursive && this.isFolder(name)) return undefined;
      throw failure('EEXIST', name);
    }
    const above = recursive ? this.makeFolder(path.dirname(name), true) : undefined;
    this.#put(name, 'folder');
    return above ?? name;
  }

  list(folder: string): string[] {
    if (!this.isFolder(folder)) throw failure('ENOENT', folder);
    const inside = [...this.#names.keys()].filter((name) => name !== '/' && path.dirname(name) === folder);
    return inside.map((name) => path.basename(name));
  }

  /** Begins to sync a folder; what it answers is to be called when the sync ends. */
  beginSync(folder: string): () => void {
    const ready = this.#pending.filter((change) => change.folder === folder);
    return () => {
      for (const change of ready) {
        for (const each of change.after ? [change.after, change] : [change]) {
          if (!this.#pending.includes(each)) continue;
          each.apply(this.#durable);
          const over = new Set([each, ...(each.loses ?? [])]);
          this.#pending = this.#pending.filter((other) => !over.has(other));
        }
      }
    };
  }

  #put(name: string, entry: Entry): NameChange {
    if (!this.isFolder(path.dirname(name))) throw failure('ENOENT', name);
    return this.#change({ folder: path.dirname(name), apply: (names) => void names.set(name, entry) });
  }

  #drop(name: string, after?: NameChange): void {
    const apply = (names: Names) => void names.delete(name);
    this.#change({ folder: path.dirname(name), apply, ...(after && { after }) });
  }

  #change(change: NameChange): NameChange {
    change.apply(this.#names);
    this.#pending.push(change);
    return change;
  }
}

/** The files whose folders are all there. */
function imageOf(names: Names, contentOf: (file: PowerLossFile) => Buffer): DiskImage {
  const reachable = (name: string): boolean =>
    name === '/' || (names.get(path.dirname(name)) === 'folder' && reachable(path.dirname(name)));
  const image = new Map<string, Buffer | null>();
  for (const [name, entry] of names) {
    if (reachable(name)) image.set(name, entry === 'folder' ? null : contentOf(entry));
  }
  return image;
}
