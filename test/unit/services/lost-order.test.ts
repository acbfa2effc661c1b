// In what order lost posts are told: who has many sees first what is nowhere else.
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { losing, reopened } from './losing.ts';
import { known, remote } from './writing.ts';

test('those that are gone stand before those that their site has brought here again', async () => {
  const draft = (id: string) => aPost({ id, siteId: null, fields: someFields({ title: id, body: '' }) });
  const posts = [draft('older'), draft('newer'), known({ id: 'joins' })];
  const folder = await losing(posts, ['Едно', 'Едно и две', 'Друго']);
  const { library, lost, service } = await reopened(folder);
  const order = async () => (await lost()).map(({ postId }) => postId);
  expect(await order()).toEqual(['joins', 'newer', 'older']);
  await library.transact((tx) => ok(tx.put('posts', known({ id: 'there', remote: remote() }))));
  expect(await order()).toEqual(['newer', 'older', 'joins']);
  expect(must(await service.lost())).toMatchObject({ total: 3, joining: 1 });
});
