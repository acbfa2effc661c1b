import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { seeded } from '../support/seeded.ts';
import { blog, type Libraries } from './libraries.ts';
import { forComparison, type Measures, ms, race } from './measure.ts';
import { decider } from './writes.bench.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
const ROUNDS = 30;

/** The comments of the same blog in lowdb as it comes, one file and no sync; answers a status change. */
async function stockLowdb(folder: string, size: number) {
  const file = path.join(folder, `lowdb-${size}.json`);
  const { comments } = blog(size);
  const low = await JSONFilePreset(file, { comments });
  await low.write();
  const random = seeded(size);
  const decide = () =>
    low.update((data) => {
      const comment = random.pick(data.comments);
      comment.status = comment.status === 'trash' ? 'pending' : 'trash';
    });
  return { decide, bytes: (await stat(file)).size };
}

/** What the library replaces: stock lowdb, for comparison. */
export async function lowdbMeasures(libraries: Libraries, folder: string): Promise<Measures> {
  await mkdir(folder, { recursive: true });
  const measures: Measures = {};
  for (const size of SIZES) {
    const { library } = await libraries.open(size);
    const stock = await stockLowdb(folder, size);
    const times = await race({ ours: decider(library, seeded(size)), stock: stock.decide }, ROUNDS);
    await library.close();
    const detail = `lowdb ${ms(times.stock)}, writes ${Math.round(stock.bytes / 1e6)} MB; here ${ms(times.ours)}`;
    const name = `status change with stock lowdb / here, ${size.toLocaleString('en')} comments`;
    measures[name] = forComparison(times.stock / times.ours, 'times', detail);
  }
  return measures;
}
