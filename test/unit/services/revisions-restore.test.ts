import { describe, expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { history } from './post-history.ts';
import { known, PUBLISHED, remote } from './writing.ts';

describe('restoring', () => {
  test('puts the words back as a save, keeps what was there, and is itself undone so', async () => {
    const { save, list, restore, post, kinds, number, text } = await history();
    await save('Едно');
    await save('Две', 6);
    const [first] = await list();
    const before = number();
    const { post: detail, before: kept } = must(await restore(first?.id));
    expect(detail).toMatchObject({ fields: { body: 'Едно' }, revision: before + 1 });
    expect(await kinds()).toEqual(['before-restore', 'edited']);
    expect(await text(kept)).toBe('Две');
    must(await restore(kept));
    expect(post()?.fields.body).toBe('Две');
    expect(post()?.revision).toBe(before + 2);
  });

  test('names the version that is kept already where nothing was written since', async () => {
    const { save, list, restore, kinds } = await history();
    await save('Едно');
    await save('Две', 6);
    await save('Три', 6);
    const [, first] = await list();
    must(await restore(first?.id));
    const [newest] = await list();
    const again = must(await restore(newest?.id));
    expect(await kinds()).toContain('before-restore');
    expect(again.before).not.toBe('');
  });

  test('leaves status and address of a post that a site has as they are', async () => {
    const { save, list, restore, post, library } = await history(known());
    await save('Друго', 6);
    const there = post();
    const moved = { slug: 'drugo', status: 'private' as const };
    await library.transact((tx) =>
      ok(there && tx.put('posts', { ...there, fields: { ...there.fields, ...moved } })),
    );
    const [first] = await list();
    must(await restore(first?.id));
    expect(post()?.fields).toEqual({ ...PUBLISHED, ...moved });
  });

  test('brings the address of a post that no site has, and never its status', async () => {
    const { save, list, restore, post, library } = await history(
      aPost({ fields: someFields({ slug: 'staro', body: 'Старо' }) }),
    );
    await save('Ново', 6);
    const draft = post();
    await library.transact((tx) =>
      ok(
        draft && tx.put('posts', { ...draft, fields: { ...draft.fields, slug: 'novo', status: 'pending' } }),
      ),
    );
    const [first] = await list();
    must(await restore(first?.id));
    expect(post()?.fields).toMatchObject({ body: 'Старо', slug: 'staro', status: 'pending' });
  });
});

describe('restoring is refused', () => {
  test.each([
    ['a version that is gone', 'nothing', 0, { kind: 'not-found', what: 'revision' }],
    ['a post that moved on', '', 1, { kind: 'stale-write' }],
  ])('for %s, and changes nothing', async (_what, id, off, error) => {
    const { save, list, service, number, library } = await history();
    await save('Едно');
    await save('Две', 6);
    const [first] = await list();
    const before = library.sequence;
    const asked = { revisionId: id || (first?.id ?? ''), expectedRevision: number() - off };
    expect(await service.restore(asked)).toMatchObject({ ok: false, error });
    expect(library.sequence).toBe(before);
  });

  test.each([
    ['to this user', known(), { editPublishedPosts: false }],
    [
      'at all, as one with a status that a plugin has made',
      known({ remote: remote({ editable: false }) }),
      {},
    ],
  ])('where the post may only be read, %s', async (_what, readOnly, may) => {
    const { save, list, restore } = await history(readOnly, may);
    await save('Друго', 6);
    const [first] = await list();
    expect(await restore(first?.id)).toMatchObject({ ok: false, error: { reason: 'read-only' } });
  });
});

test('a version whose text is damaged is told, and never takes the place of words that are whole', async () => {
  const { save, list, restore, service, post, library } = await history();
  await save('Едно и две');
  await save('Три', 6);
  await save('Четири', 6);
  const [newest, older] = await list();
  await library.transact((tx) => {
    const kept = tx.get('revisions', older?.id ?? '');
    return ok(kept && tx.put('revisions', { ...kept, fields: { ...kept.fields, body: 'Едно' } }));
  });
  expect(must(await service.damaged({ postId: 'post-1' }))).toEqual([older?.id]);
  const before = library.sequence;
  const refused = { ok: false, error: { kind: 'validation', reason: 'damaged-text' } };
  expect(await restore(older?.id)).toMatchObject(refused);
  expect(library.sequence).toBe(before);
  must(await restore(newest?.id));
  expect(post()?.fields.body).toBe('Три');
});
