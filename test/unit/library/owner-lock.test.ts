import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { acquireOwnership, OWNER_FILE } from '../../../main/library/owner-lock.ts';
import { thisProcess } from '../../../main/library/owner-process.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { deadPid, inUse, namesIn, plant } from './locks.ts';

const HURRIED = { beatMs: 20, watchMs: 300 };

test('a library is owned once, and again after it was given back', async () => {
  const folder = path.join(await tempFolder(), 'library');
  const ownership = must(await acquireOwnership(folder));
  expect(JSON.parse(await fs.readFile(path.join(folder, OWNER_FILE), 'utf8'))).toMatchObject({
    ...(await thisProcess()),
  });
  expect(await namesIn(folder)).toEqual([OWNER_FILE]);
  expect(await acquireOwnership(folder)).toEqual(inUse(folder));
  await ownership.release();
  expect(await namesIn(folder)).toEqual([]);
  await must(await acquireOwnership(folder)).release();
});

test('what is given back twice, or was taken over, leaves the lock of the next one alone', async () => {
  const folder = await tempFolder();
  const first = must(await acquireOwnership(folder));
  await first.release();
  const second = must(await acquireOwnership(folder));
  await first.release();
  expect(await acquireOwnership(folder)).toEqual(inUse(folder));
  await second.release();
});

test.runIf(process.platform === 'linux')(
  'a lock whose owner is known to be gone is taken at once',
  async () => {
    const elsewhere = { host: 'another machine', boot: 'another boot' };
    const dead: [string, Record<string, unknown>][] = [
      ['no such process', { pid: await deadPid() }],
      ['the pid belongs to another process now', { started: '1' }],
      ['the machine was started since', { boot: 'another boot' }],
      ['the process is gone, on a system without /proc', { pid: await deadPid(), boot: null, started: null }],
    ];
    for (const [why, over] of dead) {
      const folder = await tempFolder();
      await plant(folder, over);
      const begin = performance.now();
      const ownership = must(await acquireOwnership(folder));
      expect(performance.now() - begin, why).toBeLessThan(2_000);
      expect(await namesIn(folder), why).toEqual([OWNER_FILE]);
      await ownership.release();
    }
    const folder = await tempFolder();
    await plant(folder, elsewhere);
    expect(must(await acquireOwnership(folder, realFiles, HURRIED))).toBeDefined();
  },
);

test.runIf(process.platform === 'linux')(
  'a killed process that nobody has taken notice of is gone',
  async () => {
    // The shell becomes `sleep`, which never asks what became of the child that it has inherited.
    const script = 'sleep 60 & echo $!; exec sleep 60';
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = await once(createInterface(parent.stdout), 'line');
    const pid = Number(line);
    const stat = (of = pid) => fs.readFile(`/proc/${of}/stat`, 'utf8');
    await eventually(async () => expect(await stat(parent.pid)).toContain('(sleep)'));
    process.kill(pid, 'SIGKILL');
    await eventually(async () => expect(await stat()).toContain(') Z '));
    const fields = (await stat()).split(') ')[1]?.split(' ') ?? [];
    const folder = await tempFolder();
    await plant(folder, { pid, started: fields[19] });
    await must(await acquireOwnership(folder)).release();
  },
);

const DOUBTFUL: [string, Record<string, unknown> | string][] = [
  ['a living process of a system without /proc', { boot: null, started: null, namespace: null }],
  ['another machine', { host: 'another machine', boot: 'another boot' }],
  ['another container', { namespace: 'pid:[1]' }],
  ['an empty file', ''],
  ['half a lock', '{"pid":12'],
  ['something else', '[]'],
  ['NULs', '\0\0\0\0'],
];

test.each(DOUBTFUL)('%s is watched: taken over if it stands still', async (_name, lock) => {
  const folder = await tempFolder();
  if (typeof lock === 'string') await fs.writeFile(path.join(folder, OWNER_FILE), lock);
  else await plant(folder, lock);
  const begin = performance.now();
  const ownership = must(await acquireOwnership(folder, realFiles, HURRIED));
  expect(performance.now() - begin).toBeGreaterThanOrEqual(HURRIED.watchMs);
  expect(await namesIn(folder)).toEqual([OWNER_FILE]);
  await ownership.release();
});

test.each(DOUBTFUL)('%s is watched: left alone if it moves', async (_name, lock) => {
  const folder = await tempFolder();
  const file = path.join(folder, OWNER_FILE);
  if (typeof lock === 'string') await fs.writeFile(file, lock);
  else await plant(folder, lock);
  const text = await fs.readFile(file, 'utf8');
  const beat = setInterval(() => void fs.utimes(file, new Date(), new Date()), HURRIED.beatMs);
  onTestFinished(() => clearInterval(beat));
  expect(await acquireOwnership(folder, realFiles, HURRIED)).toEqual(inUse(folder));
  expect(await fs.readFile(file, 'utf8')).toBe(text);
  expect(await namesIn(folder)).toEqual([OWNER_FILE]);
});

test('an owner shows that it lives until it gives the library back', async () => {
  const folder = await tempFolder();
  const file = path.join(folder, OWNER_FILE);
  const ownership = must(await acquireOwnership(folder, realFiles, HURRIED));
  const { mtimeMs } = await fs.stat(file);
  await eventually(async () => expect((await fs.stat(file)).mtimeMs).toBeGreaterThan(mtimeMs));
  await ownership.release();
});

test('a half-written lock that is finished while somebody watches is obeyed', async () => {
  const folder = await tempFolder();
  await fs.writeFile(path.join(folder, OWNER_FILE), '');
  const asked = acquireOwnership(folder, realFiles, HURRIED);
  await plant(folder, {});
  expect(await asked).toEqual(inUse(folder));
});

test('who died during a takeover, or during the takeover of that, holds up nobody', async () => {
  const folder = await tempFolder();
  const pid = await deadPid();
  for (const ending of ['', '.takeover', '.takeover.takeover']) {
    await plant(folder, { pid }, `${OWNER_FILE}${ending}`);
  }
  const ownership = must(await acquireOwnership(folder));
  expect(await namesIn(folder)).toEqual([OWNER_FILE]);
  await ownership.release();
});

/** The calls of a contender, which stands still before call number `at` until it is let go. */
function pausing(at: number): { files: FileLayer; reached: Promise<boolean>; go(): void } {
  let calls = 0;
  const pause = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<boolean>();
  const names = ['link', 'mkdir', 'open', 'readFile', 'rename', 'rm', 'stat', 'utimes'] as const;
  const paused = (name: (typeof names)[number]) => {
    return async (...args: never[]) => {
      calls += 1;
      if (calls === at) {
        reached.resolve(true);
        await pause.promise;
      }
      const answer = await (fs[name] as (...rest: never[]) => Promise<unknown>)(...args);
      // Only the order of calls matters here, and syncing hundreds of times is slow.
      return name === 'open' ? Object.assign(answer as fs.FileHandle, { sync: async () => {} }) : answer;
    };
  };
  const files = Object.fromEntries(names.map((name) => [name, paused(name)])) as unknown as FileLayer;
  return { files, reached: reached.promise, go: pause.resolve };
}

/** As many calls as it takes to take over a dead lock, and one. */
const CALLS = 17;

/** Three contenders; the first two stand still at some call until those after them have come to an end. */
async function contend(folder: string, first: number, second: number) {
  const start = async (at: number) => {
    const { files, reached, go } = pausing(at);
    const end = acquireOwnership(folder, files);
    await Promise.race([reached, end]);
    return { go, end };
  };
  const a = await start(first);
  const b = await start(second);
  const c = await acquireOwnership(folder);
  b.go();
  const bEnd = await b.end;
  a.go();
  return [await a.end, bEnd, c];
}

test('whoever stands still wherever, exactly one of three gets a dead lock', {
  timeout: 60_000,
}, async () => {
  const pid = await deadPid();
  const owners = new Set<number>();
  for (let first = 1; first <= CALLS; first += 1) {
    for (let second = 1; second <= CALLS; second += 1) {
      const folder = await tempFolder();
      await plant(folder, { pid });
      const results = await contend(folder, first, second);
      const won = results.flatMap((result, place) => (result.ok ? [place] : []));
      expect(won, `paused before calls ${first} and ${second}`).toHaveLength(1);
      owners.add(won[0] ?? -1);
      for (const result of results) if (result.ok) await result.value.release();
      const left = await namesIn(folder);
      expect(left, `paused before calls ${first} and ${second}`).toEqual([]);
    }
  }
  expect([...owners].sort()).toEqual([0, 1, 2]);
});
