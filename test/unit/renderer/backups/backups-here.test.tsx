// The first screen where backups are left of a library.
import { expect, test } from 'vitest';
import { BackupsHere } from '../../../../renderer/features/backups/BackupsHere.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { damageIs } from '../library/a-damage.ts';
import { rendered } from '../rendered.tsx';
import { aBackup, backupsAre } from './a-backup.ts';

test.each<[Language, RegExp]>([
  ['en', /close Copydesk, put the library back as .*, and start again\. .* choose one of the ways below/],
  ['bg', /върнете библиотеката на мястото ѝ \(.*\) и го стартирайте .* някоя от възможностите по-долу/],
])('in %s who misses a library is told what to do', (language, todo) => {
  setupLanguage(language);
  const here = rendered(<BackupsHere />, [backupsAre([aBackup('today')], { libraryGone: true })]);
  expect(here).toMatch(todo);
});

const today = aBackup('today');
const yesterday = aBackup('yesterday', { createdAt: '2026-11-22T06:40:00.000Z' });
const replaced = aBackup('replaced', { kind: 'before-restore', createdAt: '2026-11-23T08:00:00.000Z' });
/** Without the hours, which are those of this computer. */
const here = (
  ...[backups, over, ...more]: [...Parameters<typeof backupsAre>, ...ReturnType<typeof damageIs>[]]
) => rendered(<BackupsHere />, [backupsAre(backups, over), ...more]);

test('the date belongs to what it is said of: the newest of all, or the newest daily one', () => {
  setupLanguage('en');
  expect(here([])).toBe('');
  expect(here([today])).toMatch(/A backup is kept on this computer, of [^.]*23 Nov/);
  expect(here([today, yesterday])).toMatch(/2 backups are kept on this computer, the newest of [^.]*23 Nov/);
  expect(here([replaced])).toMatch(
    /aria-label="Restore the backup of [^"]*23 Nov[^"]*, kept before a restore"/,
  );
  expect(here([replaced, yesterday])).toMatch(/aria-label="Restore the backup of [^",]*, [^",]*"/);
  expect(here([replaced, yesterday])).toMatch(/2 backups .*, the newest daily one of [^.]*22 Nov/);
});

test('of a library that is gone nothing is said twice: where damage is told above, only the way back is here', () => {
  setupLanguage('en');
  const gone = /Your library is not in its place/;
  expect(here([today], { libraryGone: true })).toMatch(gone);
  expect(here([today], { libraryGone: false })).not.toMatch(gone);
  const told = here([today], { libraryGone: true }, damageIs({}));
  expect(told).not.toMatch(gone);
  expect(told).toMatch(/A backup is kept.*Restore…/);
});
