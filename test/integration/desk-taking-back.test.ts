import { describe, expect, test } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { must } from '../support/must.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

/** The site's id of the comment that is decided on. */
const waiting = (): number => {
  const [first] = thread.pending;
  if (first === undefined) throw new Error('no pending comment');
  return first.id;
};

test('undo takes a decision back, before and after it was sent', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const commentId = `${site.id}/${waiting()}`;
  const status = async () =>
    (await wp.sql(`select comment_approved status from wp_comments where comment_ID = ${waiting()}`))[0]
      ?.status;

  await wp.goOffline();
  must(await desk.comments.decide({ commentIds: [commentId], decision: 'spam' }));
  await desk.noticedOffline(site.id);
  expect(must(await desk.comments.undo({})).undone).toMatchObject({ commentId, status: 'pending' });
  await wp.goOnline();
  must(await desk.outbox.sendNow({}));
  await desk.settle();
  expect((await wp.journal()).filter(({ event }) => event === 'transition_comment_status')).toEqual([]);

  must(await desk.comments.decide({ commentIds: [commentId], decision: 'approve' }));
  await desk.settle();
  expect(await status()).toBe('1');
  expect(must(await desk.comments.undo({})).undone).toMatchObject({ status: 'pending', withdrawn: false });
  await desk.settle();
  expect(await status()).toBe('0');
  expect(must(await desk.comments.undo({})).undone).toBeNull();
});

describe('approving and replying is taken back as a whole', () => {
  const approveAndReply = async () => {
    const desk = await openDesk(await tempFolder());
    const site = await desk.connect(wp, wp.users.admin);
    const commentId = `${site.id}/${waiting()}`;
    return {
      desk,
      commentId,
      send: () => desk.comments.reply({ commentId, content: 'Добре дошли', approve: true }),
    };
  };
  const onTheBlog = () =>
    wp.sql(
      `select comment_approved status from wp_comments
       where comment_ID = ${waiting()} or comment_content = 'Добре дошли'
       order by comment_ID`,
    );

  test('before it left: the blog never hears of it', async () => {
    const { desk, commentId, send } = await approveAndReply();
    await wp.goOffline();
    must(await send());
    expect(must(await desk.comments.undo({})).undone?.reply?.became).toBe('withdrawn');
    await wp.goOnline();
    must(await desk.outbox.sendNow({}));
    await desk.settle();
    expect(await onTheBlog()).toEqual([{ status: '0' }]);
    expect(must(await desk.comments.get({ commentId })).replyDraft).toBe('Добре дошли');
  });

  test('after it arrived: the comment waits again, the reply is in the trash', async () => {
    const { desk, send } = await approveAndReply();
    must(await send());
    await desk.settle();
    expect(await onTheBlog()).toEqual([{ status: '1' }, { status: '1' }]);
    expect(must(await desk.comments.undo({})).undone?.reply?.became).toBe('trashed');
    await desk.settle();
    expect(await onTheBlog()).toEqual([{ status: '0' }, { status: 'trash' }]);
    expect(desk.library.all('comments').filter(({ remoteId }) => remoteId === null)).toEqual([]);
  });

  test.each(['delay', 'drop-after'] as const)('while it is under way (%s)', async (fault) => {
    const { desk, send } = await approveAndReply();
    const what = fault === 'delay' ? { kind: fault, ms: 400 } : { kind: fault };
    wp.faults.next({ method: 'POST', path: /\/comments(\?|$)/ }, what);
    must(await send());
    const creation = () => desk.library.all('operations').find(({ task }) => task.kind === 'create-reply');
    await expect.poll(() => creation()?.state).toMatch(/sending|sent-unconfirmed/);
    expect(must(await desk.comments.undo({})).undone?.reply?.became).toBe('trashed');
    await desk.settle();
    expect(await onTheBlog()).toEqual([{ status: '0' }, { status: 'trash' }]);
    expect(must(await desk.outbox.counts({}))).toEqual({ waiting: 0, needsYou: 0 });
    expect(desk.bugs).toEqual([]);
  });
});
