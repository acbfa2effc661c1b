import { describe, expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { must } from '../../support/must.ts';
import { moderating } from './moderating.ts';

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
