import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { anOperation, aPost, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('ended operations are forgotten after thirty days; what waits or failed never is', async () => {
  const library = await openedLibrary(await tempFolder());
  const clock = manualClock();
  const endedAt = clock.now().toISOString();
  const states = ['queued', 'sent-unconfirmed', 'failed', 'done', 'cancelled'] as const;
  await library.transact((tx) => {
    for (const state of states) tx.put('operations', anOperation({ id: state, state, endedAt }));
    return ok(null);
  });
  const left = () => library.all('operations').map(({ id }) => id);
  clock.advance(30 * 24 * 3_600_000);
  await tidyUp(library, clock);
  expect(left()).toEqual([...states]);
  clock.advance(1);
  await tidyUp(library, clock);
  expect(left()).toEqual(['queued', 'sent-unconfirmed', 'failed']);
});

test('a clock that is suddenly years ahead forgets nothing, unless a later day confirms it', async () => {
  const library = await openedLibrary(await tempFolder());
  const clock = manualClock();
  await tidyUp(library, clock);
  const editedAt = clock.now().toISOString();
  await library.transact((tx) =>
    ok(tx.put('posts', aPost({ fields: someFields({ status: 'trash' }), editedAt }))),
  );
  clock.set('2035-01-01T10:00:00.000Z');
  await tidyUp(library, clock);
  clock.set('2026-11-12T10:00:00.000Z');
  await tidyUp(library, clock);
  expect(library.all('posts')).toHaveLength(1);
  for (const day of ['2035-01-01', '2035-01-02']) {
    clock.set(`${day}T10:00:00.000Z`);
    await tidyUp(library, clock);
  }
  expect(library.all('posts')).toEqual([]);
});
