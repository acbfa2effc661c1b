import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../main/domain/result.ts';
import { seed } from '../support/property.ts';
import { fillDisk, smallDisk } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { digestOf, Model } from './model.ts';
import { openRestless } from './open.ts';
import { applyTransaction } from './workload.ts';

const KIB = 1024;

test('on a disk that is really full, what was saved stays, and saving goes on when there is room', async (context) => {
  const mounted = await tempFolder();
  const disk = smallDisk(mounted, 256);
  if ('reason' in disk) return context.skip(disk.reason);
  onTestFinished(disk.unmount);
  const folder = path.join(mounted, 'library');
  let library = await openRestless(folder);
  const model = new Model();
  let refused = 0;
  for (let number = 1; number <= 300; number += 1) {
    const filler = path.join(mounted, 'filler');
    if (number % 10 === 5) await fillDisk(filler, (number % 7) * KIB);
    if (number % 10 === 0) await rm(filler);
    const result = await library.transact((tx) => ok(applyTransaction(tx, seed, number)));
    if (result.ok) applyTransaction(model, seed, number);
    else {
      expect(result.error).toMatchObject({ kind: 'storage', reason: 'full' });
      refused += 1;
    }
    expect(digestOf(library)).toBe(digestOf(model));
    if (number % 50 !== 5) continue;
    await library.close();
    library = await openRestless(folder); // there is no room for a lock, and still everything can be read
    expect(digestOf(library)).toBe(digestOf(model));
  }
  expect(refused).toBeGreaterThan(20);
  await library.close();
  const again = await openRestless(folder);
  expect(digestOf(again)).toBe(digestOf(model));
  await again.close();
});
