import { expect, test } from 'vitest';
import { BackupList } from '../../../../renderer/features/backups/BackupList.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { rendered } from '../rendered.tsx';
import { aBackup } from './a-backup.ts';

test.each<[Language, RegExp, RegExp]>([
  ['en', /^Restore the backup of [^,]*, [^,]*, kept before a restore$/, /^Restore the backup of .*\d$/],
  ['bg', /^Възстанови копието от .*, запазено преди възстановяване$/, /^Възстанови копието от .*\d$/],
])(
  'in %s the buttons of two backups of one minute are told from each other by name',
  (language, replaced, daily) => {
    setupLanguage(language);
    const html = rendered(
      <BackupList
        backups={[aBackup('replaced', { kind: 'before-restore' }), aBackup('today')]}
        busy={false}
        onRestore={() => {}}
      />,
    );
    const names = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual([expect.stringMatching(replaced), expect.stringMatching(daily)]);
  },
);

test('a backup with a text that was damaged already says so', () => {
  setupLanguage('en');
  const list = (backups: Parameters<typeof BackupList>[0]['backups']) =>
    rendered(<BackupList backups={backups} busy={false} onRestore={() => {}} />);
  expect(list([aBackup('today', { damagedTexts: 1 })])).toContain('1 long text was damaged already');
  expect(list([aBackup('today')])).not.toContain('damaged');
});
