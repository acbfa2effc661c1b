import path from 'node:path';
import type { Handlers } from '../../preload/contract/define.ts';
import type { libraryCalls } from '../../preload/contract/library.ts';
import type { Clock } from '../clock.ts';
import type { AppError } from '../domain/app-error.ts';
import { ok, type Result } from '../domain/result.ts';
import type { FileLayer } from '../library/durable-file.ts';
import { neededTexts } from '../library/kept-texts.ts';
import { QUARANTINE_FOLDER } from '../library/layout.ts';
import type { Library, LibraryOptions } from '../library/library.ts';
import type { Repair } from '../library/repairs.ts';
import { doubtWhatWasSent } from './after-damage.ts';
import { preferencesOf } from './app.ts';
import { damageOf, distrustTexts } from './damage.ts';

/** How often a disk that refused is asked again, ms. Saves that are retried by the page come in between. */
const ASK_AGAIN_MS = 3_000;

interface HealthDeps {
  clock: Pick<Clock, 'after' | 'now'>;
  /** Where the library lies, and what reads there. */
  folder: string;
  files: Pick<FileLayer, 'readdir'>;
  /** Writes a line to the log. Never given words of people. */
  note(line: string): void;
  /** The page has to ask again. */
  onChange(): void;
  openFolder(folder: string): Promise<string>;
  /** Told of a defect that has no caller. */
  onBug(error: unknown): void;
}

/** Watches over the library's files for the person: what is damaged, and whether the disk takes changes. */
export class LibraryHealth implements Handlers<typeof libraryCalls> {
  readonly #deps: HealthDeps;
  #library: Library | null = null;
  #loading = true;
  /** Whether all of the library can be asked about; not after loading has failed. */
  #isLoaded = false;
  #saving: AppError | null = null;
  #hasSaved = false;
  #tidying: AppError | null = null;
  /** Whether there is damage to be told of, by the last answer. */
  #isDamaged = false;
  #cancelAsking: (() => void) | null = null;
  #stopped = false;
  /** Resolves once what was found so far is dealt with. */
  #settling: Promise<unknown> = Promise.resolve();
  /** Resolves once no damaged text found so far is trusted any more. */
  #distrusting: Promise<unknown> = Promise.resolve();
  /** What the disk has refused of dealing with damage. */
  #owed: (() => Promise<Result<null>>)[] = [];

  readonly #doubted = Promise.withResolvers<void>();
  /** Resolves once what damage may have left of uploads is on disk as doubted: no site may hear from us before. */
  readonly doubted = this.#doubted.promise;

  constructor(deps: HealthDeps) {
    this.#deps = deps;
  }

  /** What the library is to be opened with. */
  readonly hooks: Pick<LibraryOptions, 'onRepair' | 'onTrouble' | 'onWritten'> = {
    onRepair: (repair) => this.#repaired(repair),
    onTrouble: (error) => {
      if (error === null && this.#tidying === null) return;
      this.#tidying = error;
      this.#deps.onChange();
    },
    onWritten: (error) => this.#written(error),
  };

  /** Follows an open library. Resolves once it is known how it stands. */
  follow(library: Library): Promise<void> {
    const following = this.#follow(library);
    this.#settling = following.catch(() => undefined); // the caller hears of it
    return following;
  }

  async #follow(library: Library): Promise<void> {
    this.#library = library;
    const loaded = await library.loaded;
    this.#loading = false;
    this.#isLoaded = loaded.ok;
    const texts = library.repairs.flatMap(({ what, ids = [], doubtful = [] }) =>
      what === 'shard' ? [...ids, ...doubtful] : ids,
    );
    if (loaded.ok && texts.length > 0) this.#distrust(library, texts);
    this.#deps.onChange();
    if (!loaded.ok) return;
    library.onCommit(({ collections }) => {
      // What comes back of what was lost is lost no more.
      if (this.#isDamaged && (collections.has('posts') || collections.has('revisions')))
        this.#deps.onChange();
    });
    await this.#mend(() => this.#doubt(library));
    await this.#distrusting;
    await library.tryDisk();
    // What nobody has to be told of is not left open: as long as damage is, no backup makes room for a newer one.
    if ((await this.#damage(library)) === null && this.#isDamaged) await this.acknowledgeDamage();
  }

  /** To be awaited before the library is closed: what was found until then is dealt with, what comes later is noted. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelAsking?.();
    await this.#settling;
  }

  async health() {
    const library = this.#library;
    const [loading, saving, hasSaved, tidying] = [this.#loading, this.#saving, this.#hasSaved, this.#tidying];
    const damage = library && (await this.#damage(library));
    return ok({ loading, saving, hasSaved, tidying, damage });
  }

  async #damage(library: Library) {
    const reports = await library.openReports();
    this.#isDamaged = reports.length > 0;
    const isLoaded = this.#isLoaded;
    const { folder, files } = this.#deps;
    const texts = isLoaded ? await neededTexts(folder, reports, library, files) : 0;
    // Until it is distrusted a damaged text passes for the site's.
    await this.#distrusting;
    return damageOf(reports, library, isLoaded && this.#owed.length === 0, texts);
  }

  async acknowledgeDamage() {
    const done = await this.#library?.acknowledgeReports();
    if (done?.ok === false) return done;
    this.#deps.onChange();
    return ok({});
  }

  async showDamaged() {
    const { folder, openFolder } = this.#deps;
    return ok({ shown: (await openFolder(path.join(folder, QUARANTINE_FOLDER))) === '' });
  }

  #repaired({ what, collection, file, quarantined, kept, lost, ids }: Repair): void {
    const place = quarantined === null ? 'it is missing' : `kept as ${quarantined}`;
    const sums = `kept ${kept}, lost ${lost ?? 'unknown'}`;
    this.#deps.note(
      `damaged ${what}${collection === null ? '' : ` of ${collection}`} ${file}: ${sums}; ${place}`,
    );
    // While loading, everything found is dealt with together. Nothing is lost of a text that was written once more.
    if (this.#library && this.#isLoaded && !this.#stopped && ids && lost !== 0)
      this.#distrust(this.#library, ids);
    this.#deps.onChange();
  }

  #distrust(library: Library, ids: readonly string[]): void {
    const done = this.#mend(() => distrustTexts(library, ids)).catch(this.#deps.onBug);
    this.#distrusting = Promise.all([this.#distrusting, done]);
    this.#settling = Promise.all([this.#settling, done]);
  }

  async #doubt(library: Library): Promise<Result<null>> {
    const done = await doubtWhatWasSent(library, library.repairs, this.#deps.clock);
    if (done.ok) this.#doubted.resolve();
    return done;
  }

  /** Deals with damage, now or once the disk takes changes again. */
  async #mend(work: () => Promise<Result<null>>): Promise<void> {
    const done = await work();
    if (!done.ok) this.#owed.push(work);
  }

  #mendRest(): void {
    for (const work of this.#owed.splice(0)) {
      const done = this.#mend(work).catch(this.#deps.onBug);
      this.#settling = Promise.all([this.#settling, done]);
    }
  }

  #written(error: AppError | null): void {
    const isNews =
      JSON.stringify(error) !== JSON.stringify(this.#saving) || (error === null && !this.#hasSaved);
    this.#saving = error;
    this.#hasSaved ||= error === null;
    this.#cancelAsking?.();
    this.#cancelAsking = null;
    if (error !== null && !this.#stopped)
      this.#cancelAsking = this.#deps.clock.after(ASK_AGAIN_MS, () => void this.#askDisk());
    if (error === null && !this.#stopped) this.#mendRest();
    if (isNews) this.#deps.onChange();
  }

  /** A real change, since a disk that is full lets everything else pass; what it says is what is there already. */
  #askDisk(): Promise<unknown> | undefined {
    return this.#library?.transact((tx) => ok(tx.put('preferences', { ...preferencesOf(tx) })));
  }
}
