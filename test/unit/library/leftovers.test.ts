// What killed runs left half-written in places of which there is only one file each.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { deadPid, plant } from './locks.ts';

/** Opens the library in a folder and has it write. */
async function writeIn(folder: string): Promise<void> {
  const library = await openedLibrary(folder);
  await library.transact((tx) => ok(tx.put('replyDrafts', { id: 'a', content: 'x', savedAt: '' })));
  await library.close();
}

const prepared = (digit: number, lock = 'owner.json') =>
  `${lock}.0b8e5a52-0000-4000-8000-00000000000${digit}.tmp`;

test('copies of the closing note and of reports go with the process that was writing them', async () => {
  const folder = await tempFolder();
  const report = 'quarantine/2026-11-01T10-00-00-000Z/report.json';
  mkdirSync(path.dirname(path.join(folder, report)), { recursive: true });
  const dead = ['closed.json', 'index.json', 'shards.json', report].map((name) => `${name}.999999-1.tmp`);
  const others = [`closed.json.${process.pid}-99999.tmp`, `${report}.mine.tmp`];
  for (const name of [...dead, ...others]) writeFileSync(path.join(folder, name), '{');
  await writeIn(folder);
  const left = [...dead, ...others].filter((name) => existsSync(path.join(folder, name)));
  expect(left).toEqual(others);
});

test('a lock that was never put in its place goes if its process is gone, and only then', async () => {
  const folder = await tempFolder();
  const gone = { pid: await deadPid() };
  const dead = [prepared(1), prepared(2, 'owner.json.takeover')];
  for (const name of dead) await plant(folder, gone, name);
  const [living, elsewhere, half, other] = [prepared(3), prepared(4), prepared(5), 'owner.json.mine.tmp'];
  await plant(folder, {}, living);
  await plant(folder, { host: 'another machine', boot: 'another boot' }, elsewhere);
  await plant(folder, gone, other);
  writeFileSync(path.join(folder, half), '{"pid":');
  await writeIn(folder);
  const all = [...dead, living, elsewhere, half, other];
  const left = all.filter((name) => existsSync(path.join(folder, name)));
  expect(left).toEqual([living, elsewhere, half, other]);
});
