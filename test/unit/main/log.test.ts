import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLog } from '../../../main/log.ts';
import { tempFolder } from '../../support/temp-folder.ts';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

async function opened() {
  const folder = path.join(await tempFolder(), 'logs');
  let ids = 0;
  const createId = () => `${++ids}0123456-789a`;
  const log = openLog(folder, createId, () => new Date('2026-11-10T10:00:00.000Z'));
  const file = path.join(folder, 'copydesk.log');
  return { folder, file, log, lines: async () => (await readFile(file, 'utf8')).trimEnd().split('\n') };
}

test('a defect is written once, with an id that a person can quote, where it was and its stack', async () => {
  const { log, lines, file } = await opened();
  const error = new TypeError('x is not a function');
  expect(log.bug(error, 'posts.save')).toBe('10123456');
  const [first, ...stack] = await lines();
  expect(first).toBe('2026-11-10T10:00:00.000Z bug 10123456 in posts.save: TypeError: x is not a function');
  expect(stack[0]).toMatch(/^ +at .*log\.test\.ts/);
  expect(console.error).toHaveBeenCalledTimes(1);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('defects are added, never written over', async () => {
  const { log, lines } = await opened();
  expect([log.bug('one', 'a'), log.bug('two', 'b')]).toEqual(['10123456', '20123456']);
  expect((await lines()).map((line) => line.split(' bug ')[1])).toEqual([
    '10123456 in a: one',
    '20123456 in b: two',
  ]);
});

test('a note says when and where, and is no defect', async () => {
  const { log, lines } = await opened();
  log.note('damaged shard of comments', 'library');
  expect(await lines()).toEqual(['2026-11-10T10:00:00.000Z library: damaged shard of comments']);
});

test.each<[string, unknown]>([
  ['a text', 'text'],
  ['nothing', undefined],
  ['null', null],
  ['a symbol', Symbol('s')],
  ['an object', { some: 'thing' }],
  ['an object without a prototype', Object.create(null)],
  ['an error without a stack', Object.assign(new Error('bare'), { stack: undefined })],
  [
    'an error that fails itself',
    Object.defineProperty(new Error('x'), 'stack', {
      get: () => {
        throw new Error('y');
      },
    }),
  ],
])('%s can be logged', async (_name, thrown) => {
  const { log, lines } = await opened();
  expect(log.bug(thrown, 'test')).toBe('10123456');
  expect(await lines()).toHaveLength(1);
});

test('a log that cannot be written fails nobody', async () => {
  const { folder, log } = await opened();
  await mkdir(path.dirname(folder), { recursive: true });
  await writeFile(folder, 'a file where the folder should be');
  expect(log.bug(new Error('x'), 'test')).toBe('10123456');
});

test('a console that is closed fails nobody', async () => {
  vi.mocked(console.error).mockImplementation(() => {
    throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  });
  const { log, lines } = await opened();
  expect(log.bug('x', 'test')).toBe('10123456');
  expect(await lines()).toHaveLength(1);
});
