import { systemClock } from '../../main/clock.ts';
import { SearchEngine } from '../../main/search/search-engine.ts';
import { aLargeLibrary } from './large-library.ts';

// Builds the index and changes the library all the time, until somebody kills it. Arguments: the index's file.
const library = aLargeLibrary();
const engine = new SearchEngine({
  ...{ library, file: process.argv[2] ?? '', clock: systemClock },
  worker: new URL('../../main/search/worker.ts', import.meta.url),
  onBuilding: (building) => process.stdout.write(`${building === null ? 'built' : building.done}\n`),
  onBug: (error) => process.stdout.write(`bug ${String(error)}\n`),
});
engine.start();
setInterval(() => library.change(), 5);
