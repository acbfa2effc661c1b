import { expect, test } from 'vitest';
import type { Revision } from '../../../main/domain/revision.ts';
import type { Transaction } from '../../../main/library/transaction.ts';
import { LostOfSite } from '../../../main/revisions/lost-posts.ts';
import { aRevision, aSite, someFields } from '../../support/builders.ts';

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
  const tx: Pick<Transaction, 'get' | 'all' | 'newestFirst'> = {
    get: ((collection: string) => (collection === 'sites' ? aSite() : undefined)) as Transaction['get'],
    all: () => [],
    newestFirst: ((collection: string) =>
      collection === 'revisions' ? revisions : []) as Transaction['newestFirst'],
  };
  const site = new LostOfSite(tx as Transaction, 'site-1');
  const take = (title: string, body: string) =>
    site.take({ remoteId: 1, fields: someFields({ title, body }) });
  for (let n = 0; n < 50; n += 1) expect(take(`Друго ${n}`, 'Текст3')).toBeUndefined();
  expect(reads).toBe(0);
  expect(take('Влак 3', 'Друг текст')).toBeUndefined();
  expect(reads).toBeGreaterThan(0);
  expect(take('Влак 3', 'Текст3')?.postId).toBe('post-3');
});
