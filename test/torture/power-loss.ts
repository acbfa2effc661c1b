import type { FileLayer } from '../../main/library/durable-file.ts';
import { type DiskImage, PowerLossDisk } from '../support/power-loss-disk.ts';
import { filesOn, processOn } from '../support/power-loss-files.ts';
import { seeded, seedFor } from '../support/seeded.ts';
import { History } from './history.ts';
import { digestOf } from './model.ts';
import { openRestless } from './open.ts';
import { unlock } from './unlock.ts';

/** From opening a library to its end. */
export interface Life {
  seed: number;
  /** Calls to the disk until the end comes; if they are not reached, it comes after the library was closed. */
  calls: number;
  /** Transactions until the library is closed. */
  transactions: number;
  /** The power fails, or the process is killed and the next one meets what nobody has synced. */
  end: 'power' | 'kill';
}

interface Cut {
  image: DiskImage;
  moment: ReturnType<History['moment']>;
}

interface Options {
  lives: readonly Life[];
  seed: number;
  /** Makes the disk worse than it is. */
  spoil?: (files: FileLayer) => FileLayer;
}

/** How many moments of a life are looked at, besides its end, as if the power had failed there. */
const GLANCES = 4;
const FOLDER = '/library';

/** Lets a library live and die, again and again; what is wrong afterwards, or null. */
export async function surviveLives({
  lives,
  seed,
  spoil = (files) => files,
}: Options): Promise<string | null> {
  let disk = new PowerLossDisk();
  let history = new History(seed);
  for (const [place, life] of lives.entries()) {
    const cuts = await live(disk, history, life, spoil);
    for (const cut of cuts) {
      const found = await look(cut.image, history, cut);
      if (typeof found === 'string')
        return `life ${place}, cut ${cuts.indexOf(cut) + 1} of ${cuts.length}: ${found}`;
      if (cut !== cuts.at(-1)) continue;
      if (life.end === 'power') disk = new PowerLossDisk(cut.image);
      unlock(disk);
      // What nobody has synced may still go with the next power loss; after one, what is left has been written for good.
      history = history.from(found, life.end === 'power' ? found : cut.moment.acknowledged);
    }
  }
  return null;
}

/** One life; answers what may be left after it, its real end last. */
async function live(
  disk: PowerLossDisk,
  history: History,
  life: Life,
  spoil: (files: FileLayer) => FileLayer,
) {
  const random = seeded(seedFor(life.seed, life.calls));
  const cuts: Cut[] = [];
  const cut = (end: Life['end']) => {
    const image = end === 'power' ? disk.afterPowerLoss(random) : disk.image();
    cuts.push({ image, moment: history.moment() });
  };
  const dead = Promise.withResolvers<void>();
  let calls = 0;
  const process = processOn(disk, () => {
    calls += 1;
    if (calls === life.calls) {
      cut(life.end);
      process.kill();
      dead.resolve();
    } else if (calls < life.calls && cuts.length < GLANCES && random.chance(0.03)) cut('power');
  });
  const work = async () => {
    const library = await openRestless(FOLDER, spoil(process.files));
    for (let number = 0; number < life.transactions; number += 1) {
      for (const result of await history.go(library)) {
        if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
      }
    }
    await library.close();
  };
  await Promise.race([work(), dead.promise]);
  if (calls < life.calls) cut(life.end);
  return cuts;
}

async function look(image: DiskImage, history: History, { moment }: Cut): Promise<number | string> {
  const disk = new PowerLossDisk(image);
  unlock(disk);
  try {
    const library = await openRestless(FOLDER, filesOn(disk));
    const digest = digestOf(library);
    await library.close();
    return history.find(digest, moment);
  } catch (error) {
    return `unreadable: ${error}`;
  }
}
