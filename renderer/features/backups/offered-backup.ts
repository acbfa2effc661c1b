import type { TFunction } from 'i18next';
import type { CallOutput } from '../../data/request.ts';

type Backup = CallOutput<'backups', 'overview'>['backups'][number];

/**
 * The backup that the first screen offers: the newest daily one, since what was kept before a restore is what somebody
 * wanted to be rid of. That only where there is no other.
 *
 * @param backups newest first
 */
export const offeredBackup = <B extends Pick<Backup, 'kind'>>(backups: readonly B[]): B | undefined =>
  backups.find(({ kind }) => kind === 'daily') ?? backups[0];

/** What the button does that restores a backup of that date: two of one minute are told from each other by it. */
export const restoreName = (t: TFunction<'backups'>, { kind }: Pick<Backup, 'kind'>, date: string): string =>
  t(kind === 'daily' ? 'restoreOf' : 'restoreOfReplaced', { date });
