import { expect, test } from 'vitest';
import { ok, type Result } from '../../../main/domain/result.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import type { Transaction } from '../../../main/library/transaction.ts';
import { aComment, aPost, someFields } from '../../support/builders.ts';
import { type Fault, failingFiles } from '../../support/failing-files.ts';
import { interposedFiles } from '../../support/interposed-files.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { seeded } from '../../support/seeded.ts';
import { contentsOf, FOLDER, inMemory, LONG, smallLibrary } from '../../support/small-library.ts';

const REASONS = { ENOSPC: 'full', short: 'full', EIO: 'io', EACCES: 'denied', EROFS: 'denied' } as const;

/** Changes whose traces differ, so that it shows which of them were taken. */
const WORKS: ((tx: Transaction) => void)[] = [
  (tx) => tx.put('comments', aComment({ id: 'a', remoteId: 1 })),
  (tx) => tx.put('posts', aPost({ id: 'long', fields: someFields({ body: `${LONG}?` }) })),
  (tx) => tx.remove('comments', 'a'),
  (tx) => tx.put('posts', aPost({ id: 'draft', revision: 9, fields: someFields({ body: 'Other' }) })),
];

/** What a library would hold that was told to do `works`. */
async function after(works: readonly ((tx: Transaction) => void)[]): Promise<string[]> {
  const library = await inMemory(new PowerLossDisk(await smallLibrary()));
  for (const work of works) await library.transact((tx) => ok(work(tx)));
  const contents = contentsOf(library);
  await library.close();
  return contents;
}

/** Asks for everything, compactions in between; answers with what was taken and what the disk said. */
async function ask(library: Library): Promise<{ taken: typeof WORKS; errors: unknown[] }> {
  const taken: typeof WORKS = [];
  const errors: unknown[] = [];
  for (const [place, work] of WORKS.entries()) {
    const result: Result<void> = await library.transact((tx) => ok(work(tx)));
    if (result.ok) taken.push(work);
    else errors.push(result.error);
    if (place % 2 === 1) await library.compact().catch((error: unknown) => errors.push(error));
  }
  return { taken, errors };
}

const hasReason = (error: unknown, kind: Fault['kind']): boolean => {
  const { reason, code } = error as { reason?: string; code?: string };
  return reason === REASONS[kind] || code === (kind === 'short' ? 'ENOSPC' : kind);
};

/** One library whose call number `at` fails; false if there are not that many calls. */
async function survives(fault: Fault, wanted: (taken: typeof WORKS) => Promise<string[]>): Promise<boolean> {
  const disk = new PowerLossDisk(await smallLibrary());
  const failing = failingFiles(filesOn(disk), { isSync: true });
  failing.break(fault);
  const opened = await openLibrary(FOLDER, failing.files, noBugs);
  const loaded = opened.ok ? await opened.value.loaded : opened;
  let taken: typeof WORKS = [];
  if (opened.ok && loaded.ok) {
    const library = opened.value;
    const asked = await ask(library);
    taken = asked.taken;
    expect(WORKS.length - taken.length).toBeLessThanOrEqual(1);
    failing.heal(); // what follows reads long texts
    for (const error of asked.errors) expect(error).toSatisfy((each) => hasReason(each, fault.kind));
    expect(contentsOf(library)).toEqual(await wanted(taken));
    must(await library.transact((tx) => ok(tx.put('replyDrafts', { id: 'z', content: '', savedAt: '' }))));
    must(await library.transact((tx) => ok(tx.remove('replyDrafts', 'z'))));
    await library.compact();
  } else if (!loaded.ok) expect(loaded.error).toSatisfy((each) => hasReason(each, fault.kind));
  failing.heal();
  if (opened.ok) await opened.value.close();
  for (const image of [disk.image(), disk.afterPowerLoss(seeded(fault.at))]) {
    const copy = new PowerLossDisk(image);
    copy.remove(`${FOLDER}/owner.json`, { force: true });
    const again = await inMemory(copy);
    expect([again.repairs, contentsOf(again)]).toEqual([[], await wanted(taken)]);
    await again.close();
  }
  return failing.calls >= fault.at;
}

test.each([
  ['ENOSPC', false],
  ['EIO', false],
  ['EIO', true],
  ['EACCES', false],
  ['short', false],
] as const)(
  'whichever call fails with %s (late: %s), what was taken stays and nothing else is seen',
  async (kind, late) => {
    const known = new Map<string, Promise<string[]>>();
    const wanted = (taken: typeof WORKS) => {
      const key = taken.map((work) => WORKS.indexOf(work)).join();
      const contents = known.get(key) ?? after(taken);
      known.set(key, contents);
      return contents;
    };
    let at = 1;
    while (await survives({ kind, at, lasts: 1, late }, wanted)) at += 1;
    expect(at).toBeGreaterThan(60);
    expect(known.size).toBeGreaterThan(WORKS.length);
  },
  60_000,
);

test('what the disk refused and would not take back is cut off at closing, where nothing follows it', async () => {
  const disk = new PowerLossDisk(await smallLibrary());
  let isBroken = false;
  const files = interposedFiles(async (call, run) => {
    if (isBroken && ['datasync', 'truncate'].includes(call.name)) {
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    }
    return run();
  }, filesOn(disk));
  const library = must(await openLibrary(FOLDER, files, noBugs));
  must(await library.loaded);
  const save = (id: string) => library.transact((tx) => ok(tx.put('comments', aComment({ id }))));
  must(await save('taken'));
  isBroken = true;
  expect(await save('refused')).toMatchObject({ ok: false, error: { reason: 'io' } });
  isBroken = false;
  await library.close();
  const again = await inMemory(disk);
  expect([again.all('comments').map(({ id }) => id), again.repairs]).toEqual([['taken'], []]);
});
