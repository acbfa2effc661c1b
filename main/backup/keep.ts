import { type BackupManifest, damagedTexts } from './manifest.ts';

/** Days of which a backup is kept. */
const DAYS = 7;
/** Libraries that a restore has replaced, kept beside the days. */
const REPLACED = 3;

/** Other libraries, moved away or replaced, of which the newest backup stays. */
const OTHERS = 2;

type Dated = Pick<BackupManifest, 'createdAt' | 'files' | 'kind' | 'library' | 'number'>;

/** The day on the calendar of this computer. */
export const dayOf = (iso: string): string => {
  const date = new Date(iso);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');
};

/** The one made last comes first. Dates decide only where nothing else does: the clock may have been years ahead. */
export const newestBackupFirst = (a: Pick<Dated, 'createdAt' | 'number'>, b: typeof a): number =>
  b.number - a.number || b.createdAt.localeCompare(a.createdAt);

/**
 * The backups that have had their time: all but the newest of each of the last seven days that have one, the last
 * libraries that were replaced by a restore, and the newest of the last other libraries: somebody may want back what was
 * there before a new one was begun. One with a text that was damaged already pushes out none that is whole: of its day
 * the newest whole one stays beside it, and so does the newest of all.
 *
 * @param newest the one just made
 */
export function expired<B extends Dated>(backups: readonly B[], newest: B): B[] {
  const sorted = [...backups].sort(newestBackupFirst);
  const days = new Map<string, B>();
  const whole = new Map<string, B>();
  for (const backup of sorted) {
    const day = dayOf(backup.createdAt);
    if (backup.kind !== 'daily') continue;
    if (!days.has(day) && days.size < DAYS) days.set(day, backup);
    if (!whole.has(day) && damagedTexts(backup) === 0) whole.set(day, backup);
  }
  const replaced = sorted.filter(({ kind }) => kind === 'before-restore').slice(0, REPLACED);
  const others = new Map<string, B>();
  for (const backup of sorted.filter(({ library }) => library.id !== newest.library.id)) {
    if (others.size < OTHERS && !others.has(backup.library.id)) others.set(backup.library.id, backup);
  }
  const [newestWhole = newest] = whole.values();
  const wholeOfDays = [...days.keys()].flatMap((day) => whole.get(day) ?? []);
  const ofDays = [...days.values(), ...wholeOfDays, newestWhole];
  const kept = new Set<B>([newest, ...ofDays, ...replaced, ...others.values()]);
  return backups.filter((backup) => !kept.has(backup));
}
