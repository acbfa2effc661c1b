import { expect, test } from 'vitest';
import { offeredBackup } from '../../../../renderer/features/backups/offered-backup.ts';

const replaced = { id: 'replaced', kind: 'before-restore' } as const;
const today = { id: 'today', kind: 'daily' } as const;
const yesterday = { id: 'yesterday', kind: 'daily' } as const;

test.each([
  [[replaced, today, yesterday], today],
  [[today, replaced], today],
  [[replaced], replaced],
  [[], undefined],
])('the newest daily backup is offered before one that a restore has replaced: %j', (backups, offered) => {
  expect(offeredBackup(backups)).toBe(offered);
});
