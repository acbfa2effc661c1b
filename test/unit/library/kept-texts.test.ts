import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { DamageReport } from '../../../main/library/damage-report.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { neededTexts } from '../../../main/library/kept-texts.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const NAMES = ['ab'.repeat(32), 'cd'.repeat(32)];
const EMPTY = { all: () => [] };

/** A report beside which two long texts lie. */
async function reported(over: Partial<DamageReport>) {
  const folder = await tempFolder();
  const place = path.join('quarantine', 'now');
  for (const name of NAMES) {
    const into = path.join(folder, place, 'bodies', name.slice(0, 2));
    await mkdir(into, { recursive: true });
    await writeFile(path.join(into, `${name}.txt`), 'Текст');
  }
  const report = { place, foundAt: '2026-11-10T10:00:00.000Z', acknowledged: 0, repairs: [], ...over };
  return neededTexts(folder, [report], EMPTY, realFiles);
}

test('long texts that nothing refers to any more are counted where a report says that it keeps some', async () => {
  expect(await reported({ texts: 2 })).toBe(2);
  expect(await reported({})).toBe(0);
  expect(await reported({ texts: 0 })).toBe(0);
});

test('a damaged text beside them is none that somebody needs', async () => {
  const [name = ''] = NAMES;
  const damaged = {
    ...({ what: 'body', collection: 'posts', quarantined: null, kept: 0, lost: 1 } as const),
    file: path.join('bodies', name.slice(0, 2), `${name}.txt`),
  };
  expect(await reported({ texts: 1, repairs: [damaged] })).toBe(1);
});
