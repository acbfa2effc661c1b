import path from 'node:path';
import { type DamageReport, isOpenReport, readReports, writeReport } from './damage-report.ts';
import { duplicateFile, type FileLayer, makeFolder, syncFolder } from './durable-file.ts';
import { QUARANTINE_FOLDER } from './layout.ts';
import type { Repair } from './repairs.ts';

/**
 * Where damaged files are kept as they were, with a report of what was found. Both are noted while reading and written
 * before anything else is: until then the damage is still there for the next start to find.
 */
export class Quarantine {
  readonly #folder: string;
  readonly #files: FileLayer;
  readonly #place: string;
  /** There may be tens of thousands of texts among them. */
  readonly #waiting = new Set<string>();
  /** What this run has found so far. */
  #report: DamageReport;
  #isReported = true;

  /** @param taken names that are in the quarantine already: a clock that was put back may come to them again */
  constructor(folder: string, files: FileLayer, now: Date, taken: readonly string[]) {
    this.#folder = folder;
    this.#files = files;
    // Colons and dots have a meaning in Windows's file names.
    const time = now.toISOString().replaceAll(/[:.]/g, '-');
    let name = time;
    for (let next = 2; taken.includes(name); next += 1) name = `${time}-${next}`;
    this.#place = path.join(QUARANTINE_FOLDER, name);
    this.#report = { place: this.#place, foundAt: now.toISOString(), repairs: [], acknowledged: 0 };
  }

  /** Notes a damaged file; answers where it will be kept. Both are relative to the library's folder. */
  note(file: string): string {
    this.#waiting.add(file);
    return path.join(this.#place, file);
  }

  /** Notes a long text that is not damaged, but that nothing refers to any more. */
  keepText(file: string): void {
    this.note(file);
    this.#report = { ...this.#report, texts: (this.#report.texts ?? 0) + 1 };
    this.#isReported = false;
  }

  /** Notes which posts are lost while versions of them are left, for the report. Those of earlier damage are named there. */
  async noteLost(postIds: readonly string[]): Promise<void> {
    const earlier = await readReports(this.#folder, this.#files);
    const named = new Set(earlier.flatMap(({ lostPosts = [] }) => lostPosts));
    const lostPosts = postIds.filter((id) => !named.has(id));
    if (lostPosts.length === 0) return;
    this.#report = { ...this.#report, lostPosts };
    this.#isReported = false;
  }

  /** Notes what was found damaged, for the report. */
  tell(repair: Repair): void {
    this.#report = { ...this.#report, repairs: [...this.#report.repairs, repair] };
    this.#isReported = false;
  }

  /**
   * Gives every noted file its second name, durably. It keeps the first as well until the library replaces or removes
   * it: until then it may be the only place from which what is readable can be read.
   */
  async move(): Promise<void> {
    const waiting = [...this.#waiting]; // more may be noted meanwhile
    const folders = new Set<string>();
    for (const file of waiting) {
      const kept = path.join(this.#folder, this.#place, file);
      await makeFolder(path.dirname(kept), this.#files);
      await duplicateFile(path.join(this.#folder, file), kept, this.#files);
      folders.add(path.dirname(kept));
    }
    for (const folder of folders) await syncFolder(this.#files, folder); // once for all: there may be thousands of texts
    for (const file of waiting) this.#waiting.delete(file);
    const report = this.#report;
    if (this.#isReported) return;
    await writeReport(this.#folder, report, this.#files);
    this.#isReported = report === this.#report;
  }

  /** What this run and earlier ones found that nobody has acknowledged, oldest first. */
  async open(): Promise<DamageReport[]> {
    const earlier = await readReports(this.#folder, this.#files);
    return [...earlier.filter(({ place }) => place !== this.#place), this.#report].filter(isOpenReport);
  }

  /** A person has been told of everything that `open` answers. To be called after `move`. Rejects with the disk's error. */
  async acknowledge(): Promise<void> {
    for (const report of await this.open()) {
      const seen = { ...report, acknowledged: report.repairs.length };
      await writeReport(this.#folder, seen, this.#files);
      if (report.place === this.#place) this.#report = { ...this.#report, acknowledged: seen.acknowledged };
    }
  }
}
