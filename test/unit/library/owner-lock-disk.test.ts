import fs from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { acquireOwnership, OWNER_FILE } from '../../../main/library/owner-lock.ts';
import { must } from '../../support/must.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { deadPid, inUse, namesIn, plant } from './locks.ts';

test.each([
  ['mkdir', 'EACCES', 'denied'],
  ['open', 'ENOSPC', 'full'],
  ['link', 'EIO', 'io'],
  ['stat', 'EIO', 'io'],
  ['rename', 'EROFS', 'denied'],
] as const)('when %s fails with %s, nothing is changed', async (call, code, reason) => {
  const folder = await tempFolder();
  const file = await plant(folder, { pid: await deadPid() });
  const text = await fs.readFile(file, 'utf8');
  const fails = () => Promise.reject(Object.assign(new Error(code), { code }));
  expect(await acquireOwnership(folder, { ...realFiles, [call]: fails } as unknown as FileLayer)).toEqual({
    ok: false,
    error: { kind: 'storage', reason, file },
  });
  expect(await namesIn(folder)).toEqual([OWNER_FILE]);
  expect(await fs.readFile(file, 'utf8')).toBe(text);
});

test('a lock that the disk would not let go does not keep out the process that gave it up', async () => {
  const folder = await tempFolder();
  const fails = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
  const ownership = must(await acquireOwnership(folder, { ...realFiles, rm: fails }));
  await ownership.release();
  expect(await namesIn(folder)).toContain(OWNER_FILE);
  await must(await acquireOwnership(folder)).release();
});

test('nor does one that got into its place although the disk said that it did not', async () => {
  const folder = await tempFolder();
  const link: FileLayer['link'] = async (...args) => {
    await realFiles.link(...args);
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
  expect(await acquireOwnership(folder, { ...realFiles, link })).toMatchObject({ error: { reason: 'io' } });
  await must(await acquireOwnership(folder)).release();
});

test('where there are no links, a lock is created all the same, once', async () => {
  const folder = await tempFolder();
  const link = () => Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' }));
  const files = { ...realFiles, link };
  const ownership = must(await acquireOwnership(folder, files));
  expect(await namesIn(folder)).toEqual([OWNER_FILE]);
  expect(await acquireOwnership(folder, files)).toEqual(inUse(folder));
  await ownership.release();
});
