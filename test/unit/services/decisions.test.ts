import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aSite } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { moderating } from './moderating.ts';

test('a decision holds at once and waits in the outbox', async () => {
  const { decide, status, operations } = await moderating();
  expect(must(await decide('approve')).decided).toEqual([
    { commentId: 'site-1/7', authorName: 'Йордан Вълчев' },
  ]);
  expect(status()).toBe('approved');
  expect(operations()).toEqual([['approved', 'queued']]);
});

test('the same decision twice is one', async () => {
  const { decide, operations } = await moderating();
  await decide('approve');
  expect(must(await decide('approve')).decided).toEqual([]);
  expect(operations()).toHaveLength(1);
});

test('opposite decisions that have not left cancel each other', async () => {
  const { decide, status, operations } = await moderating();
  await decide('approve');
  await decide('hold');
  expect(status()).toBe('pending');
  expect(operations()).toEqual([['approved', 'cancelled']]);
});

test('a new decision replaces one that has not left', async () => {
  const { decide, operations } = await moderating();
  await decide('approve');
  await decide('spam');
  expect(operations()).toEqual([
    ['approved', 'cancelled'],
    ['spam', 'queued'],
  ]);
});

test.each(['sending', 'sent-unconfirmed'] as const)(
  'what is %s is followed, not cancelled',
  async (state) => {
    const { decide, advance, operations } = await moderating();
    await decide('approve');
    await advance({ state, attempts: 1 });
    await decide('hold');
    expect(operations()).toEqual([
      ['approved', state],
      ['pending', 'queued'],
    ]);
  },
);

test('undo withdraws what has not left, and sends the opposite of what has', async () => {
  const { service, decide, advance, status, operations } = await moderating();
  await decide('spam');
  expect(must(await service.undo()).undone).toMatchObject({ status: 'pending', withdrawn: true });
  expect(operations()).toEqual([['spam', 'cancelled']]);
  await decide('trash');
  await advance({ state: 'sending', attempts: 1 });
  expect(must(await service.undo()).undone).toMatchObject({ status: 'pending', withdrawn: false });
  expect(status()).toBe('pending');
  expect(operations().slice(1)).toEqual([
    ['trash', 'sending'],
    ['pending', 'queued'],
  ]);
});

test('undo walks back through the journal, each decision once', async () => {
  const { service, decide, status } = await moderating();
  await decide('approve');
  await decide('spam');
  await service.undo();
  expect(status()).toBe('approved');
  await service.undo();
  expect(status()).toBe('pending');
  expect(must(await service.undo()).undone).toBeNull();
});

test('who may not moderate decides nothing', async () => {
  const { library, decide, status } = await moderating();
  await library.transact((tx) => {
    const { user, ...site } = aSite();
    tx.put('sites', {
      ...site,
      user: { ...user, capabilities: { ...user.capabilities, moderateComments: false } },
    });
    return ok(null);
  });
  expect(await decide('approve')).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  expect(status()).toBe('pending');
});

test('a reply is shown at once, and its draft is forgotten with it', async () => {
  const { library, service } = await moderating();
  await service.saveReplyDraft({ commentId: 'site-1/7', content: 'Благодаря' });
  expect(must(await service.get({ commentId: 'site-1/7' })).replyDraft).toBe('Благодаря');
  must(await service.reply({ commentId: 'site-1/7', content: 'Благодаря!\n\nМила', approve: true }));
  const { thread, replyDraft } = must(await service.get({ commentId: 'site-1/7' }));
  expect(replyDraft).toBe('');
  expect(thread.comments.map(({ number, status, onItsWay }) => [number, status, onItsWay])).toEqual([
    [1, 'approved', 'queued'],
    [null, 'approved', 'queued'],
  ]);
  expect(thread.comments[1]?.html).toBe('<p>Благодаря!</p>\n<p>Мила</p>');
  expect(library.all('operations').map(({ task }) => task.kind)).toEqual([
    'set-comment-status',
    'create-reply',
  ]);
});

test('a decision that failed but may have reached the site is followed by its opposite', async () => {
  const { decide, advance, operations } = await moderating();
  await decide('approve');
  await advance({ state: 'failed', attempts: 8, unconfirmed: true });
  await decide('hold');
  expect(operations().at(-1)).toEqual(['pending', 'queued']);
});

test('a decision from a backup, which may have been sent since, is followed by its opposite', async () => {
  const { decide, advance, operations } = await moderating();
  await decide('approve');
  await advance({ checkFirst: true });
  await decide('hold');
  expect(operations()).toEqual([
    ['approved', 'queued'],
    ['pending', 'queued'],
  ]);
});

test('undo needs the right to moderate, too', async () => {
  const { library, service, decide, status } = await moderating();
  await decide('approve');
  await library.transact((tx) => {
    const { user, ...site } = aSite();
    const capabilities = { ...user.capabilities, moderateComments: false };
    tx.put('sites', { ...site, user: { ...user, capabilities } });
    return ok(null);
  });
  expect(await service.undo()).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  expect(status()).toBe('approved');
});
