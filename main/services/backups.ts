import path from 'node:path';
import type { backupCalls } from '../../preload/contract/backups.ts';
import type { Handlers, Input, Output } from '../../preload/contract/define.ts';
import { archiveName } from '../backup/archive-names.ts';
import { openArchive } from '../backup/archive-reader.ts';
import { writeArchive } from '../backup/archive-writer.ts';
import { backupError, notKept, ofKept } from '../backup/backup-failure.ts';
import { type BackupManifest, damagedTexts } from '../backup/manifest.ts';
import { countsOf } from '../backup/prove.ts';
import { makeReady } from '../backup/restore.ts';
import { everyDay } from '../backup/schedule.ts';
import { BackupStore, type StoredBackup } from '../backup/store.ts';
import { dropRestored, isInLibrary, planSwap } from '../backup/swap.ts';
import type { Clock } from '../clock.ts';
import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { FileLayer } from '../library/durable-file.ts';
import type { Library } from '../library/library.ts';
import { settingsToKeep } from './app.ts';
import {
  backupRow,
  eachPercent,
  hasNoPostsOrSites,
  hasWords,
  isLibraryGone,
  isPassing,
  notingOnce,
} from './backup-views.ts';
import { siteChanges } from './site-changes.ts';

type Calls = typeof backupCalls;
type Progress = NonNullable<Output<Calls['overview']>['running']>;

export interface BackupOptions {
  /** Where the daily backups are. */
  folder: string;
  files: FileLayer;
  /** Asks where to save a file of this name; null if nowhere. */
  whereToSave(name: string): Promise<string | null>;
  /** Asks which file to restore; null if none. */
  whichToOpen(): Promise<string | null>;
  /** Told of each step of what is under way, and with null of its end. */
  onProgress(running: Progress | null): void;
  /** Ends Copydesk, everything saved, and starts it again. */
  restart(): void;
  /** When the backup was made that this start has restored, if it has. */
  restoredFrom: string | null;
  /** Told what may explain later why a backup is missing. */
  note(line: string): void;
}

interface BackupDeps extends BackupOptions {
  library: Library;
  clock: Clock;
  version: string;
  dataFolder: string;
  /** Shows a folder in the file manager; answers with why it cannot, empty if it could. */
  openFolder(folder: string): Promise<string>;
  onBug(error: unknown): void;
}

/** What is under way. */
interface Job {
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** Backups of the whole library: the calls of `backups`, and the daily one. */
export class BackupService implements Handlers<Calls> {
  readonly #deps: BackupDeps;
  readonly #store: BackupStore;
  readonly #noteUnreadable: ReturnType<typeof notingOnce>;
  #running: Progress | null = null;
  #stopper = new AbortController();
  /** Settles when nothing is under way any more. */
  #ended: Promise<unknown> = Promise.resolve();
  #stopDaily = () => {};
  #error: AppError | null = null;
  /** The backup that lies unpacked and proven beside the library. */
  #opened: BackupManifest | null = null;
  /** It will take the library's place at the start that follows, and nothing may touch it until then. */
  #isPlanned = false;

  constructor(deps: BackupDeps) {
    this.#deps = deps;
    this.#store = new BackupStore(deps.folder, deps.files);
    this.#noteUnreadable = notingOnce(deps.note);
  }

  /** Has a backup made every day from now on. */
  start(): void {
    const newest = () => this.#newestDaily().then((backup) => backup?.createdAt ?? null);
    this.#stopDaily = everyDay(this.#deps.clock, newest, async () => {
      // Those of one without posts and sites would push out, in a week, all that may be wanted back.
      if (hasNoPostsOrSites(this.#deps.library)) return;
      // A defect in one must not be the end of them all.
      await this.#daily().catch(this.#deps.onBug);
    });
  }

  /** Stops what is under way, between two files at the latest, also while a restored library is proved. */
  async stop(): Promise<void> {
    this.#stopDaily();
    this.#stopper.abort();
    await this.#ended;
  }

  async overview(): Promise<Result<Output<Calls['overview']>>> {
    const { restoredFrom, folder } = this.#deps;
    const listed = await this.#attempt(() => this.#store.listAll(), folder);
    if (!listed.ok) return listed;
    const { backups, unreadable } = listed.value;
    this.#noteUnreadable(unreadable);
    return ok({
      ...{ backups: backups.map(backupRow), unreadable: unreadable.length, folder },
      ...{ running: this.#running, error: this.#error, restoredFrom },
      libraryGone: await isLibraryGone(backups, this.#deps),
    });
  }

  async showFolder() {
    const { folder, openFolder } = this.#deps;
    return ok({ shown: (await openFolder(folder)) === '' });
  }

  async backUpNow() {
    const made = await this.#daily();
    return made.ok ? ok({}) : made;
  }

  async saveToFile(): Promise<Result<Output<Calls['saveToFile']>>> {
    const { library, files, clock, version: appVersion, whereToSave } = this.#deps;
    if (this.#running) return busy;
    const target = await whereToSave(archiveName(clock.now()));
    if (target === null) return ok({ saved: null });
    if (await isInLibrary(target, this.#deps.dataFolder)) {
      return err({ kind: 'backup', reason: 'inside', file: path.basename(target) });
    }
    const written = await this.#run('file', target, (job) =>
      writeArchive(library, target, { ...job, files, appVersion, now: clock.now() }),
    );
    return written.ok ? ok({ saved: { file: target, bytes: written.value } }) : written;
  }

  async open({ backupId }: Input<Calls['open']>): Promise<Result<Output<Calls['open']>>> {
    const { library, whichToOpen } = this.#deps;
    if (this.#running) return busy;
    const file = backupId === null ? await whichToOpen() : null;
    const name = backupId ?? (file === null ? null : path.basename(file));
    if (name === null) return ok({ offer: null });
    const opened = await this.#run('open', name, async (job) => {
      const source = file === null ? await this.#store.source(name) : await openArchive(file);
      this.#opened = null;
      const at = {
        ...this.#deps,
        ...job,
        library: this.#deps.dataFolder,
        settings: settingsToKeep(library, hasNoPostsOrSites(library)),
      };
      const ready = makeReady(source, name, at);
      const sites = await (file === null ? ready.catch(ofKept(source.manifest.createdAt)) : ready);
      return { manifest: source.manifest, sites };
    });
    if (!opened.ok) return opened;
    const { manifest, sites } = opened.value;
    this.#opened = manifest;
    const { createdAt, appVersion, counts } = manifest;
    const changes = siteChanges(library.all('sites'), sites);
    const contents = { counts, damagedTexts: damagedTexts(manifest) };
    const present = { present: countsOf(library), isKept: hasWords(library) };
    return ok({ offer: { createdAt, appVersion, ...contents, ...present, ...changes } });
  }

  async restore() {
    const { library, dataFolder, files, clock, restart } = this.#deps;
    const opened = this.#opened;
    if (!opened) return err({ kind: 'backup', reason: 'gone', file: '' } as const);
    const { createdAt } = opened;
    const planned = await this.#run('restore', dataFolder, async (job) => {
      if (hasWords(library)) await this.#take('before-restore', job).catch(notKept(this.#deps.folder));
      await planSwap(dataFolder, { createdAt, now: clock.now(), keepOld: false }, files);
      this.#isPlanned = true;
    });
    if (!planned.ok) return planned;
    restart();
    return ok({});
  }

  async leave() {
    const { dataFolder, files } = this.#deps;
    if (this.#running?.what === 'restore' || this.#isPlanned) return busy;
    if (this.#opened) await dropRestored(dataFolder, files);
    this.#opened = null;
    return ok({});
  }

  async cancel() {
    this.#stopper.abort();
    return ok({});
  }

  async #newestDaily(): Promise<StoredBackup | undefined> {
    const backups = await this.#store.list().catch(() => []);
    return backups.find(({ kind }) => kind === 'daily');
  }

  async #daily(): Promise<Result<StoredBackup>> {
    const made = await this.#run('daily', this.#deps.folder, (job) => this.#take('daily', job));
    if (made.ok || !isPassing(made.error)) this.#error = made.ok ? null : made.error;
    this.#deps.onProgress(null);
    return made;
  }

  #take(kind: 'daily' | 'before-restore', job: Job): Promise<StoredBackup> {
    const { library, clock, version: appVersion } = this.#deps;
    return this.#store.take(library, { ...job, kind, appVersion, now: clock.now() });
  }

  /** One thing at a time. */
  async #run<T>(what: Progress['what'], file: string, work: (job: Job) => Promise<T>): Promise<Result<T>> {
    if (this.#running || this.#isPlanned) return busy;
    const { onProgress } = this.#deps;
    this.#stopper = new AbortController();
    const show = (running: Progress | null) => {
      this.#running = running;
      onProgress(running);
    };
    show({ what, done: 0, total: 0 });
    const job: Job = {
      signal: this.#stopper.signal,
      onProgress: eachPercent((done, total) => show({ what, done, total })),
    };
    const ended = this.#attempt(() => work(job), file).finally(() => show(null));
    this.#ended = ended.catch(() => undefined);
    return ended;
  }

  async #attempt<T>(work: () => Promise<T>, file: string): Promise<Result<T>> {
    try {
      return ok(await work());
    } catch (problem) {
      const error = backupError(problem, file);
      if (error === null) throw problem;
      return err(error);
    }
  }
}

const busy = err({ kind: 'backup', reason: 'busy', file: '' } as const);
