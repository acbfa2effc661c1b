import { beforeEach, expect, test, vi } from 'vitest';
import { openDesktop } from '../../../main/desktop.ts';
import type { AppError } from '../../../main/domain/app-error.ts';
import { PAGE_URL } from '../../../main/security/page-files.ts';
import { dialog, resetElectron, shell } from '../../support/electron-double.ts';
import { manualClock } from '../../support/manual-clock.ts';

vi.mock('electron', () => import('../../support/electron-double.ts'));
beforeEach(resetElectron);

const aClosedDesktop = () =>
  openDesktop({
    ...{ clock: manualClock(), pageUrl: PAGE_URL, dataFolder: '/data/library', logFolder: '' },
    ...{ onKeptOpen: () => {}, reportBug: () => {} },
  });

test.each<[AppError, string]>([
  [{ kind: 'storage', reason: 'damaged', file: '/data/library.json' }, '/data/library.json is damaged'],
  [{ kind: 'storage', reason: 'newer', file: '/data/library.json' }, 'newer Copydesk'],
  [{ kind: 'storage', reason: 'in-use', file: '/data/owner.json' }, 'Another Copydesk is working'],
  [{ kind: 'storage', reason: 'denied', file: '/data/library.json' }, 'may not read /data/library.json'],
])('a library that cannot be opened is explained: %o', async (error, text) => {
  dialog.showMessageBox.mockResolvedValueOnce({ response: 2 });
  expect(await aClosedDesktop().showCannotOpen(error)).toBe('quit');
  const words = { message: 'The library cannot be opened', detail: expect.stringContaining(text) };
  const asked = { ...words, buttons: ['Try again', 'Show folder', 'Quit'], cancelId: 2 };
  expect(dialog.showMessageBox).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(asked));
});

test('the folder of a library that stays closed can be looked at before it is tried again', async () => {
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1 }).mockResolvedValueOnce({ response: 0 });
  const damaged: AppError = { kind: 'storage', reason: 'damaged', file: '/data/library/library.json' };
  expect(await aClosedDesktop().showCannotOpen(damaged)).toBe('again');
  expect(shell.openPath).toHaveBeenCalledExactlyOnceWith('/data/library');
});

test('the newest good backup is offered before anything else, by its date', async () => {
  const damaged: AppError = { kind: 'storage', reason: 'damaged', file: '/data/library/library.json' };
  dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
  expect(await aClosedDesktop().showCannotOpen(damaged, '2026-11-21T10:00:00.000Z')).toBe('restore');
  const [asked] = dialog.showMessageBox.mock.calls[0] ?? [];
  expect(asked).toMatchObject({
    ...{ buttons: ['Restore the backup', 'Try again', 'Show folder', 'Quit'], defaultId: 0, cancelId: 3 },
    detail: expect.stringContaining('11/21/2026'),
  });
  dialog.showMessageBox.mockResolvedValueOnce({ response: 3 });
  expect(await aClosedDesktop().showCannotOpen(damaged, '2026-11-21T10:00:00.000Z')).toBe('quit');
});

test.each([
  ['held', 'in use. If another program'],
  ['denied', 'does not let this account move'],
  ['full', 'is full'],
  ['io', 'did not move'],
] as const)('a restore that cannot begin (%s) says why, and what is safe', async (reason, text) => {
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
  expect(await aClosedDesktop().showBlockedRestore(reason)).toBe('as-it-is');
  const [asked] = dialog.showMessageBox.mock.calls[0] ?? [];
  expect(asked).toMatchObject({
    ...{ message: 'The backup is not restored yet', cancelId: 2 },
    buttons: ['Try again', 'Open as it is', 'Quit'],
    detail: expect.stringMatching(new RegExp(`/data/library.*${text}|${text}.*/data/library`)),
  });
  expect(asked).toMatchObject({ detail: expect.stringContaining('Nothing was changed') });
});

test('a backup that could not be restored is told before anything else is asked', () => {
  aClosedDesktop().showNotRestored();
  expect(dialog.showErrorBox.mock.calls[0]?.[0]).toBe('The backup could not be restored');
});
