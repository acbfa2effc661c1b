import { describe, expect, test } from 'vitest';
import {
  actionsFor,
  deedOf,
  listOf,
  mainAction,
  type OperationRow,
  predecessors,
} from '../../../../renderer/features/outbox/outbox-words.ts';

const row = (more: Partial<OperationRow> = {}): OperationRow => ({
  id: 'o1',
  siteId: 's1',
  siteTitle: 'Бавни влакове',
  kind: 'set-comment-status',
  subject: 'Мила',
  excerpt: '',
  language: 'bg',
  becomes: 'approved',
  state: 'queued',
  attempts: 0,
  error: null,
  nextTryAt: null,
  createdAt: '2026-11-17T05:41:00Z',
  endedAt: null,
  postId: null,
  commentId: 's1/7',
  link: '',
  ...more,
});

test.each([
  ['create-post', 'publish', 'publish'],
  ['create-post', 'future', 'publish'],
  ['create-post', 'draft', 'createDraft'],
  ['create-post', 'pending', 'forReview'],
  ['update-post', 'publish', 'update'],
  ['create-reply', null, 'reply'],
  ['set-comment-status', 'approved', 'approve'],
  ['set-comment-status', 'pending', 'hold'],
  ['set-comment-status', 'spam', 'spam'],
  ['set-comment-status', 'trash', 'trash'],
] as const)('%s to %s is called %s', (kind, becomes, deed) => {
  expect(deedOf({ kind, becomes })).toBe(deed);
});

describe('actionsFor', () => {
  test('what waits can be withdrawn', () => {
    expect(actionsFor(row())).toEqual(['cancel']);
  });

  test('what may have arrived can be asked about and never withdrawn', () => {
    expect(actionsFor(row({ state: 'sent-unconfirmed' }))).toEqual(['checkNow']);
    expect(actionsFor(row({ state: 'sending' }))).toEqual([]);
  });

  test('a refused password asks for a new one first', () => {
    const error = { kind: 'auth-expired', reason: 'credentials', host: 'blog.example' } as const;
    expect(actionsFor(row({ state: 'failed', error }))).toEqual(['reconnect', 'retry', 'cancel']);
  });

  test('two versions are settled in the post; trying again would change nothing', () => {
    const error = { kind: 'conflict', what: 'post', id: 'p1' } as const;
    expect(actionsFor(row({ state: 'failed', error, postId: 'p1' }))).toEqual(['openPost', 'cancel']);
  });

  test('what was sent can be looked at', () => {
    const sent = { state: 'done', link: 'https://blog.example/post' } as const;
    expect(actionsFor(row(sent))).toEqual(['openComment']);
    expect(actionsFor(row({ ...sent, commentId: null, postId: 'p1' }))).toEqual(['openOnSite']);
    expect(actionsFor(row({ state: 'done', commentId: null }))).toEqual([]);
  });

  test('Enter never withdraws', () => {
    expect(mainAction(row())).toBeNull();
    expect(mainAction(row({ state: 'sent-unconfirmed' }))).toBe('checkNow');
  });
});

test('operations on one target name the one before them; a reply does not wait for the decision', () => {
  const waiting = [
    row(),
    row({ commentId: 's1/8' }),
    row({ becomes: 'spam' }),
    row({ kind: 'create-reply', becomes: null }),
    row({ kind: 'create-post', commentId: null, postId: 'p1' }),
    row({ kind: 'update-post', commentId: null, postId: 'p1' }),
    row({ siteId: 's2' }),
    row({ becomes: 'trash' }),
  ];
  expect(predecessors(waiting)).toEqual([null, null, 1, null, null, 5, null, 3]);
});

test('a decided comment is found in the list of its new status', () => {
  expect(listOf({ becomes: 'spam' })).toBe('spam');
  expect(listOf({ becomes: null })).toBe('approved');
});
