import path from 'node:path';
import { finishSwap } from '../../main/backup/swap.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { type Desk, openDesk } from './desk.ts';
import { must } from './must.ts';

/** Opens the newest kept backup and has it take the library's place at the next start. */
export async function planRestore(desk: Desk) {
  const [newest] = must(await desk.backups.overview({})).backups;
  const { offer } = must(await desk.backups.open({ backupId: newest?.id ?? '' }));
  must(await desk.backups.restore({}));
  return offer;
}

/** Ends a desk and opens another on its folder, as the app does it to restore. */
export async function startAnew(folder: string, desk: Desk): Promise<Desk> {
  await desk.stop();
  must(await finishSwap(path.join(folder, 'library'), realFiles));
  return openDesk(folder);
}

/** Restores the newest kept backup. */
export async function restored(folder: string, desk: Desk): Promise<Desk> {
  await planRestore(desk);
  return startAnew(folder, desk);
}
