import { expect, test } from 'vitest';
import { isDraft } from '../../../main/domain/post.ts';
import {
  confirmUpload,
  reconcileComment,
  reconcilePost,
  type ServerPost,
} from '../../../main/domain/reconcile.ts';
import { aComment, aPost, someFields } from '../../support/builders.ts';

const token = (n: number) => ({ modifiedGmt: `2026-11-0${n}T08:00:00Z`, revisionId: n });

const theirs = (over: Partial<ServerPost> = {}): ServerPost => ({
  remoteId: 5,
  fields: someFields({ status: 'publish', slug: 'kafe' }),
  token: token(1),
  link: 'https://bavnivlakove.example/kafe/',
  dateGmt: '2026-11-01T08:00:00Z',
  authorId: 1,
  commentsOpen: true,
  rendered: '<p>Кафето е същото.</p>',
  editable: true,
  ...over,
});

const context = { siteId: 'site-1', newId: 'new', now: '2026-11-09T08:00:00Z', authorName: 'Мила' };
const known = (over: Parameters<typeof aPost>[0] = {}) =>
  aPost({
    remoteId: 5,
    fields: theirs().fields,
    base: { fields: theirs().fields, token: token(1) },
    ...over,
  });

test('an unknown post becomes a copy of theirs', () => {
  const post = reconcilePost(undefined, theirs(), context);
  expect(post).toMatchObject({ id: 'new', remoteId: 5, fields: theirs().fields, conflict: null });
  expect(isDraft(post)).toBe(false);
});

test('a post without words of our own follows theirs', () => {
  const changed = theirs({ fields: someFields({ title: 'Ново' }), token: token(2) });
  const post = reconcilePost(known(), changed, context);
  expect(post.fields.title).toBe('Ново');
  expect(post.revision).toBe(2);
  expect(post.base).toEqual({ fields: changed.fields, token: token(2) });
});

test('an unchanged post keeps its revision', () => {
  expect(reconcilePost(known(), theirs(), context).revision).toBe(1);
});

const ours = known({ fields: someFields({ title: 'Моето' }), revision: 4 });

test('our words stay when theirs did not move, even if only their token did', () => {
  const post = reconcilePost(ours, theirs({ token: token(3) }), context);
  expect(post.fields.title).toBe('Моето');
  expect(post.conflict).toBeNull();
  expect(post.base?.token).toEqual(token(3));
});

test('both sides changed: ours stays, theirs is kept beside it, base stays', () => {
  const changed = theirs({ fields: someFields({ title: 'Тяхното' }), token: token(2) });
  const post = reconcilePost(ours, changed, context);
  expect(post.fields.title).toBe('Моето');
  expect(post.conflict).toEqual({ fields: changed.fields, token: token(2), noticedAt: context.now });
  expect(post.base).toEqual(ours.base);
});

test('both sides wrote the same: no conflict', () => {
  const same = theirs({ fields: ours.fields, token: token(2) });
  const post = reconcilePost(ours, same, context);
  expect(post.conflict).toBeNull();
  expect(isDraft(post)).toBe(false);
});

test('a decision on its way keeps its status here; base follows the site', () => {
  const local = aComment({ status: 'approved', baseStatus: 'pending' });
  const { id: _id, siteId: _site, baseStatus: _base, ...rest } = aComment();
  const remote = { ...rest, remoteId: 7, status: 'spam' as const };
  expect(reconcileComment(local, remote, 'site-1', true)).toMatchObject({
    status: 'approved',
    baseStatus: 'spam',
  });
  expect(reconcileComment(local, remote, 'site-1', false)).toMatchObject({
    status: 'spam',
    baseStatus: 'spam',
  });
});

test('an upload confirmed as meant leaves no draft behind', () => {
  const draft = aPost({ fields: someFields({ title: ' Кафе ' }), revision: 3 });
  const stored = theirs({ fields: someFields({ title: 'Кафе', status: 'publish', slug: 'kafe' }) });
  const post = confirmUpload(draft, draft.fields, 3, stored, 'Мила');
  expect(isDraft(post)).toBe(false);
  expect(post).toMatchObject({ remoteId: 5, fields: stored.fields });
});

test('words typed during the upload stay, as a draft', () => {
  const sent = someFields({ body: 'едно' });
  const draft = aPost({ fields: someFields({ body: 'едно и две' }), revision: 4 });
  const stored = theirs({ fields: { ...sent, status: 'publish', slug: 'kafe' } });
  const post = confirmUpload(draft, sent, 3, stored, 'Мила');
  expect(post.fields).toMatchObject({ body: 'едно и две', status: 'publish', slug: 'kafe' });
  expect(isDraft(post)).toBe(true);
});

test('words that the site dropped stay here, as a draft', () => {
  const sent = someFields({ body: '<iframe></iframe>текст' });
  const stored = theirs({ fields: { ...sent, body: 'текст', status: 'publish' } });
  const post = confirmUpload(aPost({ fields: sent, revision: 3 }), sent, 3, stored, 'Мила');
  expect(post.fields.body).toBe('<iframe></iframe>текст');
  expect(isDraft(post)).toBe(true);
});
