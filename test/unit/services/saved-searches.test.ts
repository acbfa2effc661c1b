import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { ok } from '../../../main/domain/result.ts';
import type { FindRequest } from '../../../main/search/protocol.ts';
import { SavedSearchService } from '../../../main/services/saved-searches.ts';
import { contract } from '../../../preload/contract/index.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aComment, aSite } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { openSearch } from '../search/open-search.ts';

vi.setConfig({ testTimeout: 20_000 });

async function aLibrary() {
  const folder = await tempFolder();
  const library = await openedLibrary(path.join(folder, 'library'));
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('sites', aSite({ id: 'site-2', title: 'Дворът отзад', url: 'https://dvor.example' }));
    tx.put('comments', aComment({ raw: 'влак', rendered: '<p>влак</p>' }));
    tx.put(
      'comments',
      aComment({ id: 'site-2/8', siteId: 'site-2', remoteId: 8, raw: 'влак', rendered: 'влак' }),
    );
    return ok(null);
  });
  return { folder, library };
}

/** The service over a real library and a real index. */
async function aService() {
  const { folder, library } = await aLibrary();
  const { engine } = openSearch(library, folder, { onBug: bugsOfTest().onBug });
  // Each search at a time of its own: those of the same moment have no order that was promised.
  let moment = 0;
  const clock = { ...systemClock, now: () => new Date(Date.UTC(2026, 10, 10) + ++moment) };
  const service = new SavedSearchService(library, clock, engine);
  const list = async () => contract.savedSearches.list.output.parse(must(await service.list()));
  const counts = async () =>
    contract.savedSearches.counts.output.parse(must(await service.counts())).map(({ count }) => count);
  return { library, service, list, counts };
}

const naming = (name: string, query: string, siteId: string | null = null, id: string | null = null) => ({
  ...{ id, name, query, siteId },
});

test('what is saved is kept in its order, by its name only once, and can be renamed and forgotten', async () => {
  const { service, list, library } = await aService();
  const { id } = must(await service.save(naming('Влакове', 'влак')));
  must(await service.save(naming('Линкове', 'has:link')));
  must(await service.save(naming(' влакове ', 'влак is:pending')));
  expect((await list()).map(({ name, query }) => [name, query])).toEqual([
    ['влакове', 'влак is:pending'],
    ['Линкове', 'has:link'],
  ]);
  must(await service.save(naming('Мотриси', 'влак', null, id)));
  expect((await list()).map(({ name }) => name)).toEqual(['Мотриси', 'Линкове']);
  must(await service.forget({ id }));
  must(await service.forget({ id }));
  expect(library.all('savedSearches').map(({ name }) => name)).toEqual(['Линкове']);
});

test('only one that is called the same takes the place of another, however long the names are', async () => {
  const { service, list } = await aService();
  const long = 'Всички чакащи коментари с линкове под публикациите за теснолинейката до ';
  for (const name of [`${long}Добринище`, `${long}Аврамово`, 'Cafe', 'Café', 'CAFE\u0301']) {
    must(await service.save(naming(name, 'влак')));
  }
  expect((await list()).map(({ name }) => name)).toEqual([
    ...[`${long}Добринище`, `${long}Аврамово`, 'Cafe', 'CAFE\u0301'],
  ]);
});

test('counts say how many there are now, of all sites or of one', async () => {
  const { service, counts, library } = await aService();
  must(await service.save(naming('Всички', 'влак')));
  must(await service.save(naming('Двор', 'влак', 'site-2')));
  must(await service.save(naming('Всичко от двора', '', 'site-2')));
  must(await service.save(naming('Нищо', '', null)));
  await eventually(async () => expect(await counts()).toEqual([2, 1, 1, 0]));
  await library.transact((tx) => {
    tx.remove('comments', 'site-2/8');
    return ok(null);
  });
  expect(await counts()).toEqual([1, 0, 0, 0]);
});

test('however often somebody asks, the index is asked once in a second, and never for something older', async () => {
  const { library } = await aLibrary();
  const clock = manualClock();
  const totals = vi.fn((_: FindRequest) => Promise.resolve(ok({ posts: 1, comments: 2, drafts: 1 })));
  const service = new SavedSearchService(library, clock, { totals });
  must(await service.save(naming('Влакове', 'влак')));
  expect(must(await service.counts())).toMatchObject([{ count: 3 }]);
  const asked = Array.from({ length: 50 }, () => service.counts());
  must(await service.save(naming('Двор', 'двор')));
  clock.advance(999);
  expect(totals).toHaveBeenCalledTimes(1);
  clock.advance(1);
  expect((await Promise.all(asked)).map((answer) => must(answer).length)).toEqual(Array(50).fill(2));
  expect(totals).toHaveBeenCalledTimes(3);
});
