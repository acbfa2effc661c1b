import { expect, test } from 'vitest';
import type { Revision } from '../../../main/domain/revision.ts';
import type { Transaction } from '../../../main/library/transaction.ts';
import { LostOfSite } from '../../../main/revisions/lost-posts.ts';
import { aRevision, aSite, someFields } from '../../support/builders.ts';

const THERE = { siteId: 'site-1', remoteId: 5 };
const HERE = { siteId: 'site-1', remoteId: null };

/** A library of these versions, connected to `site-1` and to nothing else. */
function siteWith(revisions: readonly Revision[]): LostOfSite {
  const tx: Pick<Transaction, 'get' | 'all' | 'newestFirst'> = {
    get: ((collection: string, id: string) =>
      collection === 'sites' && id === 'site-1' ? aSite() : undefined) as Transaction['get'],
    all: () => [],
    newestFirst: ((collection: string) =>
      collection === 'revisions' ? revisions : []) as Transaction['newestFirst'],
  };
  return new LostOfSite(tx as Transaction, 'site-1');
}

test.each<[string, Partial<Revision>, Parameters<LostOfSite['take']>[0], boolean]>([
  ['is the post under its number', { place: THERE }, { remoteId: 5, fields: someFields() }, true],
  ['is none under another number', { place: THERE }, { remoteId: 6, fields: someFields() }, false],
  ['without a number is a post of its site', { place: HERE }, { remoteId: 6, fields: someFields() }, true],
  [
    'without a number is none in the trash',
    { place: HERE },
    { remoteId: 6, fields: someFields({ status: 'trash' }) },
    false,
  ],
  [
    'under its number is it in the trash, too',
    { place: THERE },
    { remoteId: 5, fields: someFields({ status: 'trash' }) },
    true,
  ],
  ['of which nothing tells the place is it', {}, { remoteId: 6, fields: someFields() }, true],
  [
    'that was for no site is none',
    { place: { siteId: null, remoteId: null } },
    { remoteId: 6, fields: someFields() },
    false,
  ],
  [
    'of a site that is not here is none',
    { place: { siteId: 'gone', remoteId: 5 } },
    { remoteId: 5, fields: someFields() },
    false,
  ],
  [
    'without words is nothing that could be told apart',
    { place: HERE, fields: someFields({ body: '' }) },
    { remoteId: 6, fields: someFields({ body: '' }) },
    false,
  ],
])('a lost post %s', (_what, over, remote, isTaken) => {
  expect(siteWith([aRevision(over)]).take(remote)?.postId).toBe(isTaken ? 'post-1' : undefined);
});

test('each is taken once', () => {
  const site = siteWith([aRevision({ place: HERE })]);
  const fields = someFields();
  expect(site.take({ remoteId: 6, fields })?.postId).toBe('post-1');
  expect(site.take({ remoteId: 7, fields })).toBeUndefined();
});

test('the words of lost posts are read only for a post with the title of one', () => {
  let reads = 0;
  const lost = (n: number): Revision => {
    const revision = aRevision({ id: `v${n}`, postId: `post-${n}`, words: 1 });
    const fields = someFields({ title: `Влак ${n}` });
    const read = () => {
      reads += 1;
      return `Текст${n}`;
    };
    return { ...revision, fields: Object.defineProperty(fields, 'body', { get: read, enumerable: true }) };
  };
  const revisions = Array.from({ length: 20 }, (_, n) => lost(n));
  const site = siteWith(revisions);
  const take = (title: string, body: string) =>
    site.take({ remoteId: 1, fields: someFields({ title, body }) });
  for (let n = 0; n < 50; n += 1) expect(take(`Друго ${n}`, 'Текст3')).toBeUndefined();
  expect(reads).toBe(0);
  expect(take('Влак 3', 'Друг текст')).toBeUndefined();
  expect(reads).toBeGreaterThan(0);
  expect(take('Влак 3', 'Текст3')?.postId).toBe('post-3');
});
