import { describe, expect, test } from 'vitest';
import {
  actionsFor,
  deedOf,
  isSilence,
  listOf,
  mainAction,
  type OperationRow,
  type OutboxList,
  primaryRow,
  startingRow,
} from '../../../../renderer/features/outbox/outbox-words.ts';

const row = (more: Partial<OperationRow> = {}): OperationRow => ({
  id: 'o1',
  siteId: 's1',
  siteTitle: 'Бавни влакове',
  timeZone: 'Europe/Sofia',
  kind: 'set-comment-status',
  subject: 'Мила',
  excerpt: '',
  language: 'bg',
  becomes: 'approved',
  state: 'queued',
  attempts: 0,
  waitingFor: null,
  after: null,
  mayCancel: true,
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
    expect(actionsFor(row({ waitingFor: 'check' }))).toEqual(['checkNow']);
  });

  test('what waits for a password can be helped, and Enter does it', () => {
    const locked = row({ waitingFor: 'password' });
    expect(actionsFor(locked)).toEqual(['reconnect', 'cancel']);
    expect(mainAction(locked)).toBe('reconnect');
    expect(actionsFor(row({ state: 'sent-unconfirmed', waitingFor: 'password' }))).toEqual(['reconnect']);
  });

  test('what may have arrived can be asked about and never withdrawn', () => {
    expect(actionsFor(row({ state: 'sent-unconfirmed' }))).toEqual(['checkNow']);
    expect(actionsFor(row({ state: 'sending' }))).toEqual([]);
    const fromBackup = { waitingFor: 'password', mayCancel: false } as const;
    expect(actionsFor(row(fromBackup))).toEqual(['reconnect']);
  });

  test('a refused password asks for a new one first', () => {
    const error = { kind: 'auth-expired', reason: 'credentials', host: 'blog.example' } as const;
    expect(actionsFor(row({ state: 'failed', error }))).toEqual(['reconnect', 'retry', 'cancel']);
  });

  test('two versions are settled in the post; trying again would change nothing', () => {
    const error = { kind: 'conflict', what: 'post', id: 'p1' } as const;
    expect(actionsFor(row({ state: 'failed', error, postId: 'p1' }))).toEqual(['openPost', 'cancel']);
    const found = row({ kind: 'two-versions', state: 'failed', error, postId: 'p1' });
    expect(actionsFor(found), 'no operation, so nothing to withdraw').toEqual(['openPost']);
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

describe('where the outbox starts', () => {
  const [failed, next, later, sent] = [
    row({ id: 'f' }),
    row({ id: 'n' }),
    row({ id: 'l' }),
    row({ id: 's' }),
  ];
  const list = (more: Partial<OutboxList>): OutboxList => ({ needsYou: [], waiting: [], sent: [], ...more });

  test.each([
    [list({ needsYou: [failed], waiting: [next, later], sent: [sent] }), 'n'],
    [list({ needsYou: [failed], sent: [sent] }), 'f'],
    [list({ sent: [sent] }), 's'],
    [list({}), null],
  ])('%#: on what goes next, else on what needs the person', (rows, id) => {
    expect(startingRow(rows)).toBe(id);
  });

  test('the one primary button is on what only the person can help', () => {
    const locked = row({ id: 'p', waitingFor: 'password' });
    expect(primaryRow(list({ needsYou: [failed], waiting: [locked] }))).toBe(failed);
    expect(primaryRow(list({ waiting: [next, locked] }))).toBe(locked);
    expect(primaryRow(list({ waiting: [next], sent: [sent] }))).toBeUndefined();
  });
});

test.each([
  ['refused', true],
  ['timeout', true],
  ['no-network', false],
  ['certificate', false],
] as const)('%s is the silence of the site: %s', (reason, is) => {
  expect(isSilence({ kind: 'offline', reason, host: 'blog.example' })).toBe(is);
});

test('a decided comment is found in the list of its new status', () => {
  expect(listOf({ becomes: 'spam' })).toBe('spam');
  expect(listOf({ becomes: null })).toBe('approved');
});
