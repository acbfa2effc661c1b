import { describe, expect, test } from 'vitest';
import { nativeTexts } from '../../../../main/native-texts.ts';
import { backups as bgBackups } from '../../../../renderer/i18n/bg/backups.ts';
import { frame as bgFrame } from '../../../../renderer/i18n/bg/frame.ts';
import { backups as enBackups } from '../../../../renderer/i18n/en/backups.ts';
import { frame as enFrame } from '../../../../renderer/i18n/en/frame.ts';

describe.each([
  ['en', enFrame],
  ['bg', bgFrame],
] as const)('what is done with a backup in a file (%s)', (language, { command }) => {
  const { menu, backupFile } = nativeTexts(language);

  test('is called the same in the menu, the palette and the system\u2019s window', () => {
    expect([`${command.backUp}\u2026`, `${backupFile.save}\u2026`]).toEqual(Array(2).fill(menu.file.backUp));
    expect([`${command.restore}\u2026`, `${backupFile.open}\u2026`]).toEqual(
      Array(2).fill(menu.file.restore),
    );
  });
});

test('the buttons for it say the same in English, and what to do in Bulgarian, where menus are nouns', () => {
  const { file } = nativeTexts('en').menu;
  expect([enBackups.toFile, enBackups.fromFile]).toEqual([file.backUp, file.restore]);
  // As the button beside them: „Направи копие сега“.
  const { now, toFile, fromFile } = bgBackups;
  for (const button of [now, toFile, fromFile]) expect(button).toMatch(/^(?:Направи|Запази|Възстанови) /u);
});
