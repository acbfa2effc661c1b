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
