import { expect, it } from 'vitest';
import { roleKey } from '../../../../renderer/features/settings/role.ts';

it.each([
  ['editor', 'editor'],
  ['shop_manager', 'other'],
  ['', 'other'],
])('the role %j is named by %s', (role, key) => {
  expect(roleKey(role)).toBe(key);
});
