import path from 'node:path';
import { expect, test } from 'vitest';
import { type FileLayer, realFiles } from '../../main/library/durable-file.ts';
import { PowerLossDisk } from '../support/power-loss-disk.ts';
import { filesOn } from '../support/power-loss-files.ts';
import { fc, forAll } from '../support/property.ts';
import { seeded } from '../support/seeded.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Files are where folders are, and never have the names of folders, nor folders those of files. */
const FILES = ['a', 'b', 'in/a', 'in/deep/a'];
const FOLDERS = ['in', 'in/deep'];
const file = fc.constantFrom(...FILES);
const folder = fc.constantFrom(...FOLDERS);
const any = fc.constantFrom(...FILES, ...FOLDERS);
const text = fc.string({ maxLength: 4 });

/** One thing that somebody does with files; answers what can be seen of it. */
type Act = (files: FileLayer, at: (name: string) => string) => Promise<unknown>;
const act = (done: Act): Act => done;

const writing = fc
  .tuple(file, fc.constantFrom('wx', 'ax', 'w', 'a', 'r+'), fc.array(text, { maxLength: 3 }), fc.nat(6))
  .map(([to, flags, texts, length]) =>
    act(async (files, at) => {
      const handle = await files.open(at(to), flags, 0o600);
      for (const each of texts) await handle.writeFile(each);
      if (length < 4) await handle.truncate(length);
      const { size } = await handle.stat();
      await handle.datasync();
      await handle.close();
      return size;
    }),
  );

const acts: fc.Arbitrary<Act> = fc.oneof(
  writing,
  fc.tuple(file, file).map(([from, to]) => act((files, at) => files.rename(at(from), at(to)))),
  fc.tuple(file, file).map(([from, to]) => act((files, at) => files.link(at(from), at(to)))),
  fc.tuple(file, file).map(([from, to]) => act((files, at) => files.copyFile(at(from), at(to)))),
  folder.map((to) => act((files, at) => files.mkdir(at(to), { recursive: true }))),
  any.map((to) => act((files, at) => files.rm(at(to), { force: true, recursive: true }))),
  any.map((to) => act(async (files, at) => (await files.readdir(at(to))).sort())),
  any.map((to) => act((files, at) => files.readFile(at(to), 'utf8'))),
  file.map((to) => act(async (files, at) => files.sizeSync(at(to)))),
);

/** What came of it; of an error, that there was one: which one it is differs between systems. */
const outcome = (done: Act, files: FileLayer, root: string): Promise<unknown> =>
  done(files, (name) => path.join(root, name)).then(
    (answer) => (typeof answer === 'string' ? answer.replace(root, '') : answer),
    () => 'failed',
  );

test('as long as there is power, the disk in memory does what a real one does', async () => {
  await forAll(fc.array(acts, { maxLength: 25 }), async (all) => {
    const root = await tempFolder();
    const disk = filesOn(new PowerLossDisk());
    await disk.mkdir('/home');
    for (const each of all) {
      expect(await outcome(each, disk, '/home')).toEqual(await outcome(each, realFiles, root));
    }
  });
});

/** What power losses at this moment may leave of the files `a` and `b`: each state once. */
function outcomes(disk: PowerLossDisk): Set<string> {
  const found = new Set<string>();
  for (let seed = 0; seed < 300; seed += 1) {
    const image = disk.afterPowerLoss(seeded(seed));
    found.add(['a', 'b'].map((each) => image.get(`/${each}`)?.toString() ?? '-').join(' '));
  }
  return found;
}

async function write(disk: PowerLossDisk, file: string, content: string, ...syncs: ('data' | 'name')[]) {
  const files = filesOn(disk);
  const handle = await files.open(file, 'ax');
  await handle.writeFile(content);
  if (syncs.includes('data')) await handle.datasync();
  await handle.close();
  if (syncs.includes('name')) await (await files.open('/', 'r')).sync();
}

test('a power loss keeps data that was synced under a name that was synced, and nothing else for certain', async () => {
  const both = new PowerLossDisk();
  await write(both, '/a', 'xy', 'data', 'name');
  expect(outcomes(both)).toEqual(new Set(['xy -']));

  const onlyData = new PowerLossDisk();
  await write(onlyData, '/a', 'xy', 'data');
  expect(outcomes(onlyData)).toEqual(new Set(['- -', 'xy -']));

  const onlyName = new PowerLossDisk();
  await write(onlyName, '/a', 'xy', 'name');
  expect(outcomes(onlyName)).toEqual(new Set([' -', '\0 -', '\0\0 -', 'x -', 'x\0 -', 'xy -']));
});

test('a rename happens wholly or not at all, and is certain once its folder was synced', async () => {
  const disk = new PowerLossDisk();
  const files = filesOn(disk);
  await write(disk, '/a', 'new', 'data', 'name');
  await write(disk, '/b', 'old', 'data', 'name');
  await files.rename('/a', '/b');
  expect(outcomes(disk)).toEqual(new Set(['- new', 'new old']));
  await (await files.open('/', 'r')).sync();
  expect(outcomes(disk)).toEqual(new Set(['- new']));
});

test('what is written while a sync is under way is not in it', async () => {
  const disk = new PowerLossDisk();
  const handle = await filesOn(disk).open('/a', 'ax');
  await handle.writeFile('1');
  const syncing = handle.datasync();
  const writing = handle.writeFile('2');
  await Promise.all([syncing, writing, (await filesOn(disk).open('/', 'r')).sync()]);
  expect(outcomes(disk)).toEqual(new Set(['1 -', '1\0 -', '12 -']));
});
