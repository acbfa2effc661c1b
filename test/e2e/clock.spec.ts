// The computer's clock is wrong at one start and right at the next: backups are made and kept, and dates stay dates.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Opened, openPractice, test } from './desk.ts';

const DAY = 24 * 3_600_000;

/** The day that a shifted clock shows, at the beginning of an ISO date. */
const dayOf = (days: number) =>
  new RegExp(`^${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)}T`);

/** Shifts the clock of the main process, and lets what waits for minutes come at once: a backup is made soon. */
const shiftedBy = (ms: number) => `
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length === 0 ? super(Real.now() + ${ms}) : super(...given); }
    static now() { return Real.now() + ${ms}; }
  };
  const later = setTimeout;
  globalThis.setTimeout = Object.assign(
    (run, ms, ...rest) => later(run, ms > 60_000 ? ms / 1000 : ms, ...rest),
    { [require('node:util').promisify.custom]: later[require('node:util').promisify.custom] },
  );`;

test('two days ahead and back again: each start has its backup, none is lost, and all have their dates', async ({
  open,
  userData,
}) => {
  const preload = path.join(userData, '..', 'clock.cjs');
  const start = async (days: number): Promise<Opened> => {
    await writeFile(preload, shiftedBy(days * DAY));
    const opened = await open({ preload });
    await opened.page.clock.setSystemTime(Date.now() + days * DAY);
    return opened;
  };
  const first = await start(0);
  await openPractice(first.desk);
  await first.desk.navigation.to('settings');
  await expect(first.desk.backups.rows).toHaveCount(1);
  await first.app.close();

  const ahead = await start(2);
  await ahead.desk.navigation.to('settings');
  await expect(ahead.desk.backups.rows).toHaveCount(2);
  await ahead.desk.navigation.newPost.click();
  await ahead.desk.writing.type('Вдругиден', 'Писано, когато часовникът беше напред.');
  await expect(ahead.desk.status.saved).toBeVisible();
  await ahead.app.close();

  const back = await start(0);
  await back.desk.navigation.to('settings');
  await expect(back.desk.status.synced).toBeVisible();
  await expect(back.desk.backups.rows).toHaveCount(2);
  // The one made last stands first, whatever its date.
  await expect(back.desk.backups.rows.getByRole('time').first()).toHaveAttribute('datetime', dayOf(0));
  await expect(back.desk.backups.rows.getByRole('time').last()).toHaveAttribute('datetime', dayOf(2));
  await back.desk.navigation.to('allPosts');
  await expect(back.desk.writing.row('all', 'Вдругиден')).toBeVisible();
  await back.app.close();

  const behind = await start(-2);
  await behind.desk.navigation.to('settings');
  await expect(behind.desk.backups.rows).toHaveCount(3);
});
