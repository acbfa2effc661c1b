// The backups in the settings.
import { expect, test } from 'vitest';
import { BackupSettings } from '../../../../renderer/features/backups/BackupSettings.tsx';
import { NotesProvider } from '../../../../renderer/frame/notes.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { rendered } from '../rendered.tsx';
import { aBackup, backupsAre } from './a-backup.ts';

test.each<[Language, RegExp, string, string]>([
  [
    'en',
    /cannot be read/,
    '1 backup cannot be read. It was left in /backups.',
    '2 backups cannot be read. They were left in /backups.',
  ],
  [
    'bg',
    /не мо(?:же|гат) да се прочет/,
    '1 копие не може да се прочете. Оставено е в /backups.',
    '2 копия не могат да се прочетат. Оставени са в /backups.',
  ],
])('in %s a backup that cannot be read is not silently missing from the list', (language, any, one, two) => {
  setupLanguage(language);
  const settings = (unreadable: number) =>
    rendered(
      <NotesProvider>
        <BackupSettings />
      </NotesProvider>,
      [backupsAre([aBackup('today')], { unreadable, folder: '/backups' })],
    );
  expect(settings(0)).not.toMatch(any);
  expect(settings(1)).toContain(one);
  expect(settings(2)).toContain(two);
});
