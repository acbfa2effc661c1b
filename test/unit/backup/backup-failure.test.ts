import { expect, test } from 'vitest';
import { BackupFailure, notKept } from '../../../main/backup/backup-failure.ts';
import { UnreadableFile } from '../../../main/library/json-adapter.ts';
import { StorageFailure } from '../../../main/library/storage-error.ts';
import { ofBackup } from './backups.ts';

const keep = (problem: unknown) => () => notKept('/home/mila/backups')(problem);
const ofDisk = (code: string) => Object.assign(new Error(code), { code });

test.each(['ENOSPC', 'EACCES', 'EIO'])(
  'what the disk says to keeping (%s) is that nothing is kept',
  (code) => {
    expect(keep(ofDisk(code))).toThrow(ofBackup('not-kept'));
  },
);

test('what reads back otherwise than it was written is not kept either', () => {
  expect(keep(new BackupFailure('io', '/home/mila/backups'))).toThrow(ofBackup('not-kept'));
});

test.each([
  ['cancelled by a person', AbortSignal.abort().reason],
  ['damaged', new BackupFailure('damaged', 'ab12')],
  ['a file that cannot be used', new UnreadableFile('damaged', 'index.json', 'not JSON')],
  [
    'a library of another Copydesk',
    new StorageFailure({ kind: 'storage', reason: 'in-use', file: 'library' }),
  ],
  ['the library that has no room', new BackupFailure('full', 'library')],
  ['a defect', new TypeError('ours')],
])('%s stays what it is', (_what, problem) => {
  let thrown: unknown;
  try {
    keep(problem)();
  } catch (found) {
    thrown = found;
  }
  expect(thrown).toBe(problem);
});
