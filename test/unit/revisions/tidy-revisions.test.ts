import { describe, expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { must } from '../../support/must.ts';
import { history } from '../services/post-history.ts';
import { DAY } from '../services/writing.ts';

test('versions are thinned at start, also where nobody writes any more', async () => {
  const { save, list, library, clock } = await history();
  await tidyUp(library, clock);
  for (let step = 0; step < 24; step += 1) await save(`Изречение ${step}`, 5);
  const before = (await list()).length;
  for (let days = 0; days < 2; days += 1) {
    clock.advance(1.5 * DAY);
    await tidyUp(library, clock);
  }
  expect(before).toBeGreaterThan(10);
  expect(await list()).toHaveLength(1);
});

describe('versions whose post is not there go', () => {
  test('with a draft that was removed and then lost, and not before', async () => {
    const { save, posts, library, clock } = await history();
    await save('Едно');
    await save('Две', 6);
    must(await posts.remove({ postId: 'post-1' }));
    await library.transact((tx) => ok(tx.remove('posts', 'post-1')));
    await tidyUp(library, clock);
    expect(library.all('revisions')).toHaveLength(1);
    for (const days of [31, 1]) {
      clock.advance(days * DAY);
      await tidyUp(library, clock);
    }
    expect(library.all('revisions')).toEqual([]);
  });

  test('never with a post that nobody removed: it was lost', async () => {
    const { save, posts, library, clock } = await history();
    for (let step = 0; step < 12; step += 1) await save(`Изречение ${step}`, 6);
    must(await posts.remove({ postId: 'post-1' }));
    must(await posts.restore({ postId: 'post-1' }));
    const kept = library.all('revisions');
    expect(kept.length).toBeGreaterThan(5);
    await library.transact((tx) => ok(tx.remove('posts', 'post-1')));
    for (const days of [31, 1, 300, 1]) {
      clock.advance(days * DAY);
      await tidyUp(library, clock);
    }
    expect(library.all('revisions')).toEqual(kept);
  });

  test('also with one that was removed before that was noted', async () => {
    const { save, posts, library, clock } = await history();
    await save('Едно');
    await save('Две', 6);
    must(await posts.remove({ postId: 'post-1' }));
    await library.transact((tx) => {
      for (const { removedAt: _, ...revision } of tx.all('revisions')) tx.put('revisions', revision);
      return ok(null);
    });
    await tidyUp(library, clock);
    expect(library.all('revisions')).toMatchObject([{ removedAt: library.get('posts', 'post-1')?.editedAt }]);
  });
});
