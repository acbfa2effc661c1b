import { describe, expect, test } from 'vitest';
import { nativeTexts } from '../../../../main/native-texts.ts';
import { backups as bgBackups } from '../../../../renderer/i18n/bg/backups.ts';
import { frame as bgFrame } from '../../../../renderer/i18n/bg/frame.ts';
import { backups as enBackups } from '../../../../renderer/i18n/en/backups.ts';
import { frame as enFrame } from '../../../../renderer/i18n/en/frame.ts';

describe.each([
  ['en', enFrame, enBackups],
  ['bg', bgFrame, bgBackups],
] as const)('what is done with a backup in a file (%s)', (language, { command }, { toFile, fromFile }) => {
  const { menu, backupFile } = nativeTexts(language);

  test('is called the same in the menu, the palette, the settings and the system\u2019s window', () => {
    expect([toFile, `${command.backUp}\u2026`, `${backupFile.save}\u2026`]).toEqual(
      Array(3).fill(menu.file.backUp),
    );
    expect([fromFile, `${command.restore}\u2026`, `${backupFile.open}\u2026`]).toEqual(
      Array(3).fill(menu.file.restore),
    );
  });
});
