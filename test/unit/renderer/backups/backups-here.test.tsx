// The first screen where backups are left of a library.
import { expect, test } from 'vitest';
import { BackupsHere } from '../../../../renderer/features/backups/BackupsHere.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
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
