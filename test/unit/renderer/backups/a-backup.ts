import type { CallOutput } from '../../../../renderer/data/request.ts';
import { type Answered, answered } from '../rendered.tsx';

type Overview = CallOutput<'backups', 'overview'>;
type Backup = Overview['backups'][number];

/** A backup as main tells of it; a test names only what it is about. */
export const aBackup = (id: string, over: Partial<Backup> = {}): Backup => ({
  ...{ id, kind: 'daily', createdAt: '2026-11-23T06:42:00.000Z', bytes: 1700, damagedTexts: 0 },
  ...{ counts: { posts: 1, drafts: 0, comments: 0, waiting: 0 } },
  ...over,
});

/** Main's answer to which backups there are: these. */
export function backupsAre(backups: Backup[], over: Partial<Overview> = {}): Answered {
  const calm = { running: null, error: null, restoredFrom: null, libraryGone: false };
  const overview = { backups, unreadable: 0, folder: '', ...calm, ...over };
  return answered('backups', 'overview', {}, overview);
}
