import { describe, expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { clearSite, releaseDrafts } from '../../../main/services/leave-site.ts';
import { must } from '../../support/must.ts';
import { history } from '../services/post-history.ts';
import { DAY, known, PUBLISHED } from '../services/writing.ts';

describe('versions go', () => {
  const old = { editedAt: '2026-01-01T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z' };

  test('with a removed draft, once its thirty days are over', async () => {
    const { save, posts, list, library, clock } = await history();
    await save('Едно');
    await save('Две', 6);
    must(await posts.remove({ postId: 'post-1' }));
    await tidyUp(library, clock);
    expect(await list()).toHaveLength(1);
    // A clock that jumps is believed at a start on a later day.
    for (const days of [31, 1]) {
      clock.advance(days * DAY);
      await tidyUp(library, clock);
    }
    expect(library.all('revisions')).toEqual([]);
  });

  test('with a site, except those of drafts that stay', async () => {
    const { library, clock, posts } = await history(known(old));
    await library.transact((tx) =>
      ok(tx.put('posts', known({ ...old, id: 'post-2', fields: { ...PUBLISHED, body: 'Моето' } }))),
    );
    must(await posts.save({ postId: 'post-2', expectedRevision: 1, title: 'Кафе', body: 'Мое' }));
    must(await posts.save({ postId: 'post-1', expectedRevision: 1, title: 'Кафе', body: 'Мое' }));
    const same = { title: PUBLISHED.title, body: PUBLISHED.body };
    must(await posts.save({ postId: 'post-1', expectedRevision: 2, ...same }));
    expect(library.all('revisions').map(({ postId }) => postId)).toEqual(['post-2', 'post-1']);
    await library.transact((tx) => {
      releaseDrafts(tx, 'site-1', clock);
      clearSite(tx, 'site-1');
      return ok(null);
    });
    expect(library.all('revisions').map(({ postId }) => postId)).toEqual(['post-2']);
  });
});
