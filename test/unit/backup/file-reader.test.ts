import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FileReader } from '../../../main/backup/file-reader.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('files of any length are read whole, one after another, into as little memory as may be', async () => {
  const folder = await tempFolder();
  const reader = new FileReader(realFiles);
  const memories = new Set<ArrayBufferLike>();
  // Each time that it does not suffice it becomes twice as large at least: files that grow by a line need no other.
  for (const length of [3_000, 0, 4_000, 5, 5_999, 100_000, 199_999]) {
    const file = path.join(folder, `${length}`);
    const content = Buffer.alloc(length, `${length} `);
    await writeFile(file, content);
    const read = await reader.read(file);
    expect(read.equals(content), `${length}`).toBe(true);
    memories.add(read.buffer);
  }
  expect([...memories].map(({ byteLength }) => byteLength)).toEqual([3_000, 6_000, 100_000, 200_000]);
});

test('a disk that gives a file in pieces, or less of it than it said, is followed to the end', async () => {
  const folder = await tempFolder();
  const file = path.join(folder, 'file');
  await writeFile(file, 'съдържание');
  const inPieces = (end: number) => async () => {
    const handle = await realFiles.open(file, 'r');
    return {
      stat: () => handle.stat(),
      close: () => handle.close(),
      read: (into: Buffer, at: number, length: number, from: number) =>
        handle.read(into, at, Math.max(0, Math.min(3, length, end - from)), from),
    };
  };
  const readTo = (end: number) =>
    new FileReader({ open: inPieces(end) as never as typeof realFiles.open }).read(file);
  expect((await readTo(100)).toString()).toBe('съдържание');
  expect((await readTo(4)).toString()).toBe('съ');
  await expect(new FileReader(realFiles).read(path.join(folder, 'none'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
