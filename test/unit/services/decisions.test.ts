import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { CommentService } from '../../../main/services/comments.ts';
import { aComment, aSite } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function moderating(over: Parameters<typeof aComment>[0] = {}) {
  const library = await openedLibrary(await tempFolder());
  const comment = aComment(over);
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('comments', comment);
    return ok(null);
  });
  const service = new CommentService(library, manualClock('2026-11-20T10:00:00.000Z'));
  const commentIds = [comment.id];
  return {
    library,
    service,
    decide: (decision: 'approve' | 'hold' | 'spam' | 'trash') => service.decide({ commentIds, decision }),
    status: () => library.get('comments', comment.id)?.status,
    operations: () =>
      library
        .all('operations')
        .sort((a, b) => a.sequence - b.sequence)
        .map(({ task, state }) => [task.kind === 'set-comment-status' ? task.status : task.kind, state]),
    /** What the sync engine would do to the newest operation. */
    advance: (change: Partial<Operation>) =>
      library.transact((tx) => {
        const newest = tx.all('operations').sort((a, b) => b.sequence - a.sequence)[0];
        if (newest) tx.put('operations', { ...newest, ...change });
        return ok(null);
      }),
  };
}

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

/** A pending comment that was just approved with a reply. */
const repliedTo = async () => {
  const desk = await moderating();
  const sent = must(
    await desk.service.reply({ commentId: 'site-1/7', content: 'Благодаря!', approve: true }),
  );
  const creation = () => desk.library.all('operations').find(({ task }) => task.kind === 'create-reply');
  return { ...desk, sent, creation, words: () => desk.library.get('replyDrafts', 'site-1/7')?.content };
};
const now = (library: Library) => library.all('comments').map(({ id, status }) => [id.split('/')[0], status]);

describe('approving and replying', () => {
  test('is taken back as a whole before anything left, and the words are in the reply box again', async () => {
    const { library, service, sent, operations, words, creation } = await repliedTo();
    expect(sent.approved).toBe(true);
    expect(must(await service.undo()).undone).toEqual({
      ...{ commentId: 'site-1/7', authorName: 'Йордан Вълчев', status: 'pending', withdrawn: true },
      reply: { became: 'withdrawn', words: 'Благодаря!' },
    });
    expect(now(library)).toEqual([['site-1', 'pending']]);
    expect(operations()).toEqual([
      ['approved', 'cancelled'],
      ['create-reply', 'cancelled'],
    ]);
    expect(creation()?.endedAt).not.toBeNull();
    expect(words()).toBe('Благодаря!');
    expect(must(await service.undo()).undone).toBeNull();
  });

  test.each(['sending', 'sent-unconfirmed'] as const)(
    'sends the trash after a reply that is %s',
    async (state) => {
      const { library, service, sent, advance, operations, words } = await repliedTo();
      await advance({ state, attempts: 1 });
      expect(must(await service.undo()).undone).toMatchObject({ reply: { became: 'trashed' } });
      expect(library.get('comments', sent.commentId)?.status).toBe('trash');
      expect(operations()).toEqual([
        ['approved', 'cancelled'],
        ['create-reply', state],
        ['trash', 'queued'],
      ]);
      expect(words()).toBe('Благодаря!');
      const { thread } = must(await service.get({ commentId: 'site-1/7' }));
      expect(thread.comments.map(({ id }) => id)).toEqual(['site-1/7']);
      expect(must(await service.undo()).undone).toBeNull();
    },
  );

  test('asks the site about a reply that was given up without an answer before it is thrown away', async () => {
    const { service, advance, operations } = await repliedTo();
    await advance({ state: 'failed', attempts: 8, unconfirmed: true });
    must(await service.undo());
    expect(operations().slice(1)).toEqual([
      ['create-reply', 'sent-unconfirmed'],
      ['trash', 'queued'],
    ]);
  });

  test('leaves alone a reply that was withdrawn or thrown away meanwhile', async () => {
    const { library, service, sent } = await repliedTo();
    await library.transact((tx) => ok(tx.remove('comments', sent.commentId)));
    expect(must(await service.undo()).undone).toMatchObject({ status: 'pending', reply: null });
  });

  test('puts the words under what has been written since', async () => {
    const { service, words } = await repliedTo();
    must(await service.saveReplyDraft({ commentId: 'site-1/7', content: 'И още' }));
    must(await service.undo());
    expect(words()).toBe('И още\n\nБлагодаря!');
  });

  test('of a comment that is approved already is a reply alone', async () => {
    const { library, service } = await moderating({ status: 'approved', baseStatus: 'approved' });
    const sent = must(await service.reply({ commentId: 'site-1/7', content: 'Да', approve: true }));
    expect(sent.approved).toBe(false);
    expect(library.all('decisions')).toEqual([]);
  });
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
