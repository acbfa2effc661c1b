import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { seeded } from '../../support/seeded.ts';
import { FOLDER, inMemory, LONG, smallLibrary } from '../../support/small-library.ts';

const REPLIES = path.join(FOLDER, 'replyDrafts/000000.ndjson');

/** A library of which the shard of replies has lost one of three. */
async function damagedImage(): Promise<DiskImage> {
  const image = new Map(await smallLibrary());
  const text = image.get(REPLIES)?.toString() ?? '';
  return image.set(REPLIES, Buffer.from(text.replace('"content":"first"', '"content":15')));
}

const found = async (library: Library) =>
  (await library.openReports()).flatMap(({ repairs }) => repairs.map(({ file, lost }) => [file, lost]));

const LOSS = [['replyDrafts/000000.ndjson', 1]];

test('what was found damaged is told at each start until somebody acknowledges it', async () => {
  const disk = new PowerLossDisk(await damagedImage());
  const first = await inMemory(disk);
  expect(await found(first)).toEqual(LOSS);
  await first.compact();
  await first.close();

  const second = await inMemory(disk);
  expect([second.repairs, await found(second)]).toEqual([[], LOSS]);
  must(await second.acknowledgeReports());
  expect(await found(second)).toEqual([]);
  await second.close();

  const third = await inMemory(disk);
  expect(await found(third)).toEqual([]);
  await third.close();
});

test('wherever a power loss ends the mending, the next start tells of the damage', async () => {
  const image = await damagedImage();
  let isMended = false;
  for (let at = 1; !isMended; at += 1) {
    const disk = new PowerLossDisk(image);
    const failing = failingFiles(filesOn(disk));
    failing.break({ kind: 'EIO', at, lasts: Number.POSITIVE_INFINITY, late: false });
    const opened = await openLibrary(FOLDER, failing.files, noBugs);
    if (opened.ok) {
      await opened.value.loaded;
      isMended = await opened.value.compact().then(
        () => true,
        () => false,
      );
    }
    const left = disk.afterPowerLoss(seeded(at));
    if (opened.ok) await opened.value.close();
    const again = await inMemory(new PowerLossDisk(left));
    // The run that died may have noted it as well.
    const told = new Map((await found(again)).map((each) => [each[0], each]));
    expect([...told.values()], `power lost at call ${at}`).toEqual(LOSS);
    await again.close();
  }
});

test('acknowledged before anything was written, it stays so', async () => {
  const disk = new PowerLossDisk(await damagedImage());
  const first = await inMemory(disk);
  must(await first.acknowledgeReports());
  await first.close();
  const second = await inMemory(disk);
  expect(await found(second)).toEqual([]);
  await second.close();
});

test('what is found after an acknowledgement is told by itself', async () => {
  const image = new Map(await damagedImage());
  const file = [...image.keys()].find((each) => image.get(each)?.toString() === LONG) ?? '';
  image.set(file, Buffer.from(LONG.replace('A text', 'X text')));
  const disk = new PowerLossDisk(image);
  const library = await inMemory(disk);
  must(await library.acknowledgeReports());
  library.get('posts', 'same')?.fields.body; // of the same length: that it is another one shows when it is read
  const [report] = await library.openReports();
  expect(report?.repairs.slice(report.acknowledged)).toMatchObject([{ what: 'body', ids: ['same'] }]);
  must(await library.transact((tx) => ok(tx.remove('replyDrafts', 'r4'))));
  await library.close();
  const again = await inMemory(disk);
  expect((await again.openReports())[0]?.repairs.at(-1)).toMatchObject({ what: 'body', ids: ['same'] });
  await again.close();
});
