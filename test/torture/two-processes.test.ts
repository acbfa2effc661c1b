import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { History } from './history.ts';
import { digestOf } from './model.ts';
import { openRestless, tryRestless } from './open.ts';

/** A process that writes without end, until it is killed; its lines. */
function writer(folder: string, seed: number) {
  const file = path.join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [file, folder, String(seed), '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

test('while one process writes, another is refused and disturbs nothing', async () => {
  const folder = path.join(await tempFolder(), 'library');
  const seed = 1;
  const { child, lines } = writer(folder, seed);
  let acknowledged = 0;
  let refusals = 0;
  for (let line = await lines.next(); !line.done && acknowledged < 200; line = await lines.next()) {
    const [word, number] = line.value.split(' ');
    expect(word).not.toBe('refused');
    if (word !== 'done') continue;
    acknowledged = Number(number);
    if (acknowledged % 10 !== 0) continue;
    expect(await tryRestless(folder)).toMatchObject({
      ok: false,
      error: { kind: 'storage', reason: 'in-use', file: path.join(folder, 'owner.json') },
    });
    refusals += 1;
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(refusals).toBeGreaterThan(5);
  const library = await openRestless(folder);
  const found = new History(seed).find(digestOf(library), { asked: acknowledged + 2_000, acknowledged });
  expect(found).toBeGreaterThanOrEqual(acknowledged);
  await library.close();
});
