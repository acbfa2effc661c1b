import path from 'node:path';
import { type FileLayer, removeLeftoversIn, replaceFile, syncFolder } from '../library/durable-file.ts';
import type { Library } from '../library/library.ts';
import { BackupFailure, readBack } from './backup-failure.ts';
import { FileReader } from './file-reader.ts';
import { expired, newestBackupFirst } from './keep.ts';
import {
  type BackupManifest,
  decodeManifest,
  encodeManifest,
  newBackupManifest,
  promisedHash,
} from './manifest.ts';
import { Pool } from './pool.ts';
import { readSnapshot, type Work, withSnapshot } from './snapshot.ts';
import type { BackupSource } from './source.ts';

/** A backup in the store. */
export interface StoredBackup extends BackupManifest {
  /** Name of its manifest, without ending. */
  id: string;
}

/** A manifest that is none, or is of a newer app; with full path. */
export interface UnreadableBackup {
  file: string;
  reason: string;
}

interface Taking extends Omit<Work, 'files'> {
  kind: 'daily' | 'before-restore';
  appVersion: string;
  now: Date;
}

const fileName = (id: string): string => `${id}.json`;
const idIn = (name: string): string | null =>
  /^(\d{4}-\d\d-\d\dT[\d-]+Z(-before-restore)?)\.json$/.exec(name)?.[1] ?? null;

/** The backups beside the library: a manifest for each, and a pool of contents. See docs/backup-format.md. */
export class BackupStore {
  readonly #folder: string;
  readonly #files: FileLayer;
  readonly #pool: Pool;

  constructor(folder: string, files: FileLayer) {
    this.#folder = folder;
    this.#files = files;
    this.#pool = new Pool(path.join(folder, 'files'), files);
  }

  /** All backups whose manifest can be used, the one made last first. Rejects with the disk's error. */
  async list(): Promise<StoredBackup[]> {
    return (await this.listAll()).backups;
  }

  /** As {@link list}, and the manifests that cannot be used. */
  async listAll(): Promise<{ backups: StoredBackup[]; unreadable: UnreadableBackup[] }> {
    const backups: StoredBackup[] = [];
    const unreadable: UnreadableBackup[] = [];
    for (const name of await this.#names()) {
      const id = idIn(name);
      if (id === null) continue;
      const file = path.join(this.#folder, name);
      try {
        backups.push({ id, ...decodeManifest(await this.#files.readFile(file, 'utf8'), file) });
      } catch (problem) {
        if (!(problem instanceof BackupFailure) || problem.error.kind !== 'backup') throw problem;
        unreadable.push({ file, reason: problem.error.reason });
      }
    }
    return { backups: backups.sort(newestBackupFirst), unreadable };
  }

  async #names(): Promise<string[]> {
    try {
      return await this.#files.readdir(this.#folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  /**
   * Takes a backup of the library as it is now; writing goes on meanwhile. Contents are durable before the manifest that
   * names them, and both before an older backup goes. Throws BackupFailure, and the disk's errors.
   */
  async take(library: Library, taking: Taking): Promise<StoredBackup> {
    const { kind, appVersion, now } = taking;
    const reader = new FileReader(this.#files);
    const facts = await withSnapshot(library, (names, folder) =>
      readSnapshot(names, folder, { ...taking, files: this.#files }, async (entry, bytes) => {
        const promised = promisedHash(entry);
        // A text that the disk has changed is in the pool as it was.
        if (promised !== null && promised !== entry.sha256) {
          const kept = await this.#pool.find(promised);
          if (kept) return { ...entry, sha256: promised, bytes: kept.length };
        }
        await this.#pool.put(entry, bytes, reader);
        return entry;
      }),
    );
    taking.signal.throwIfAborted();
    await this.#pool.sync(facts.files);
    const number = 1 + Math.max(0, ...(await this.list()).map((backup) => backup.number));
    const dated = { kind, appVersion, createdAt: now.toISOString(), number };
    const manifest = newBackupManifest({ ...dated, ...facts });
    const suffix = kind === 'before-restore' ? '-before-restore' : '';
    const id = `${manifest.createdAt.replaceAll(/[:.]/g, '-')}${suffix}`;
    const file = path.join(this.#folder, fileName(id));
    await this.#keep(file, manifest);
    const taken = { id, ...manifest };
    // A restore may yet fail, and the one that it restores must not be the one that has to go. And while somebody has
    // still to look at damage, what was lost may be in a backup whose time is over.
    if (kind === 'daily' && (await library.openReports()).length === 0) await this.#prune(taken);
    return taken;
  }

  /** Until its manifest reads back as it was written there is no backup, and no older one may go for it. */
  async #keep(file: string, manifest: BackupManifest): Promise<void> {
    await replaceFile(file, encodeManifest(manifest), this.#files);
    try {
      decodeManifest(await this.#files.readFile(file, 'utf8'), file);
    } catch (problem) {
      // What was never a backup would be listed as one that went bad.
      await this.#files.rm(file, { force: true }).catch(() => undefined);
      readBack(this.#folder)(problem);
    }
  }

  /** Never fails: what stays takes up room, and goes the next time. */
  async #prune(newest: StoredBackup): Promise<void> {
    try {
      // No other manifest ever has the name of one that a kill left half-written.
      await removeLeftoversIn(this.#folder, (name) => idIn(name) !== null, this.#files);
      const { backups, unreadable } = await this.listAll();
      const all = [newest, ...backups.filter(({ id }) => id !== newest.id)];
      const gone = new Set(expired(all, newest));
      for (const { id } of gone) await this.#files.rm(path.join(this.#folder, fileName(id)), { force: true });
      // A manifest must never be seen without its contents: first that it is gone has to be certain.
      await syncFolder(this.#files, this.#folder);
      // A newer app has made a backup here, and may refer to contents that nothing else refers to.
      if (unreadable.some(({ reason }) => reason === 'newer')) return;
      const kept = all.filter((backup) => !gone.has(backup));
      await this.#pool.prune(new Set(kept.flatMap(({ files }) => files.map(({ sha256 }) => sha256))));
    } catch {
      // The backup itself is made.
    }
  }

  /** One backup, to be restored. Throws BackupFailure `gone`. */
  async source(id: string): Promise<BackupSource> {
    const manifest = (await this.list()).find((backup) => backup.id === id);
    if (!manifest) throw new BackupFailure('gone', id);
    const pool = this.#pool;
    return {
      manifest,
      async *read(entry) {
        yield await pool.read(entry);
      },
      close: async () => {},
    };
  }
}
