import { expect, test } from 'vitest';
import { broughtBack } from '../../../main/domain/lost-post.ts';
import { revisionKindSchema } from '../../../main/domain/revision.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { fc, forAll } from '../../support/property.ts';
import { ALONE, at, HERE, lost, THERE, upload, version } from './lost-versions.ts';

test('whatever is left, nothing comes of it that would be sent as new without asking, or is out of sight', async () => {
  const places = fc.constantFrom(
    undefined,
    HERE,
    THERE,
    { siteId: null, remoteId: null },
    { siteId: 'gone', remoteId: 5 },
  );
  const versions = fc.array(
    fc.record({
      minute: fc.nat(50),
      body: fc.constantFrom('', 'Едно', 'Две думи'),
      place: places,
      kind: fc.constantFrom(...revisionKindSchema.options),
      status: fc.constantFrom('draft' as const, 'publish' as const, 'trash' as const),
    }),
    { minLength: 1 },
  );
  const uploads = fc.array(fc.record({ remoteId: fc.constantFrom(null, 5, 8), open: fc.boolean() }), {
    maxLength: 2,
  });
  await forAll(fc.tuple(versions, uploads, fc.boolean()), ([kept, sent, isThere]) => {
    const revisions = kept.map(({ minute, body, place, kind, status }, n) =>
      version(minute, body, {
        ...{ id: `${n}`, kind, fields: someFields({ body, status }) },
        ...(place ? { place } : {}),
      }),
    );
    const twin = aPost({ id: 'twin', remoteId: 5 });
    const { kind, post } = broughtBack(lost(...revisions), {
      ...ALONE,
      uploads: sent.map(({ remoteId, open }, n) =>
        upload({ id: `${n}`, sequence: n, remoteId, ...(open ? {} : { state: 'done', endedAt: at(45) }) }),
      ),
      postAt: (_, remoteId) => (isThere && remoteId === 5 ? twin : undefined),
    });
    if (kind === 'joins') {
      expect(post).toBe(twin);
      return;
    }
    expect(post).toMatchObject({ id: 'post-1', conflict: null });
    expect(post.remoteId === null).toBe(post.base === null);
    expect(post.fromBackup ?? false).toBe(post.remoteId === null);
    expect(isThere && post.remoteId === 5).toBe(false);
    expect([null, 'site-1']).toContain(post.siteId);
    expect(post.fields.status).not.toBe('trash');
    expect([...kept.map(({ body }) => body), 'Пратено']).toContain(post.fields.body);
  });
});
