import { expect, test } from 'vitest';
import { type Comment, type CommentStatus, commentId } from '../../../main/domain/comment.ts';
import { ok } from '../../../main/domain/result.ts';
import type { Site } from '../../../main/domain/site.ts';
import { CommentService } from '../../../main/services/comments.ts';
import { aComment, aPost, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const FIELDS = someFields({ status: 'publish', slug: 'kafe' });

const aSiteWhereWeMayNot = (): Site => {
  const { user, ...site } = aSite();
  return {
    ...{ ...site, id: 'site-2', url: 'https://other.example' },
    user: { ...user, capabilities: { ...user.capabilities, moderateComments: false } },
  };
};

const on = (siteId: string, remoteId: number, over: Partial<Comment> = {}): Comment =>
  aComment({ id: commentId(siteId, remoteId), siteId, remoteId, ...over });

/** Comments on a post of a site where we moderate, and on one where we do not. */
async function moderating(comments: Comment[] = [aComment()]) {
  const library = await openedLibrary(await tempFolder());
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('sites', aSiteWhereWeMayNot());
    tx.put('posts', aPost({ remoteId: 5, fields: FIELDS, base: { fields: FIELDS, token: TOKEN } }));
    for (const comment of comments) tx.put('comments', comment);
    return ok(null);
  });
  return { library, service: new CommentService(library, manualClock()) };
}
const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };

const missing = (id: string) => ({ ok: false, error: { kind: 'not-found', what: 'comment', id } });

test('lists: by site and status, by time, by page; replies on their way are in none', async () => {
  const at = (hour: number) => `2026-11-17T0${hour}:00:00Z`;
  const { service } = await moderating([
    on('site-1', 1, { dateGmt: at(1) }),
    on('site-1', 2, { dateGmt: at(3), status: 'approved' }),
    on('site-1', 3, { dateGmt: at(3), status: 'spam' }),
    on('site-1', 4, { dateGmt: at(2) }),
    on('site-1', 10, { dateGmt: at(2) }),
    on('site-2', 5, { dateGmt: at(4), status: 'trash' }),
    on('site-2', 6, { dateGmt: at(5) }),
    aComment({ id: 'local/1', remoteId: null, status: 'approved' }),
  ]);
  const ids = async (
    filter: CommentStatus | 'all',
    over: { siteId?: string; order?: 'oldest' | 'newest'; offset?: number; limit?: number } = {},
  ) => {
    const { siteId = null, order = 'newest', offset = 0, limit = 50 } = over;
    const { rows } = must(await service.list({ siteId, filter, order, offset, limit }));
    return rows.map(({ id }) => id.split('/')[1]).join(' ');
  };
  expect(await ids('pending')).toBe('6 10 4 1');
  expect(await ids('pending', { order: 'oldest' })).toBe('1 4 10 6');
  expect(await ids('pending', { siteId: 'site-1' })).toBe('10 4 1');
  expect(await ids('pending', { offset: 1, limit: 2 })).toBe('10 4');
  expect(await ids('all')).toBe('6 2 10 4 1');
  expect(await ids('spam')).toBe('3');
  expect(await ids('trash')).toBe('5');
  expect(must(await service.counts({ siteId: null }))).toEqual({
    pending: 4,
    approved: 1,
    spam: 1,
    trash: 1,
  });
  expect(must(await service.counts({ siteId: 'site-1' }))).toEqual({
    ...{ pending: 3, approved: 1, spam: 1, trash: 0 },
  });
});

test('a row is plain text with what a moderator looks for', async () => {
  const { service } = await moderating([
    aComment({ rendered: '<p>Вижте <a href="https://x.example">тук</a> <script>x</script>и там</p>' }),
  ]);
  const { rows } = must(
    await service.list({ siteId: null, filter: 'pending', order: 'newest', offset: 0, limit: 1 }),
  );
  expect(rows).toEqual([
    {
      ...{ id: 'site-1/7', siteId: 'site-1', authorName: 'Йордан Вълчев', postTitle: FIELDS.title },
      ...{ excerpt: 'Вижте тук и там', language: 'bg-BG', links: 1, type: 'comment', status: 'pending' },
      ...{ onItsWay: null, date: '2026-11-17T05:41:00Z', timeZone: 'Europe/Sofia' },
    },
  ]);
});

test('a comment comes with its thread, numbered, and with who wrote it', async () => {
  const { service } = await moderating([
    on('site-1', 1, { dateGmt: '2026-11-17T01:00:00Z', status: 'approved' }),
    on('site-1', 2, { dateGmt: '2026-11-17T02:00:00Z', status: 'spam' }),
    on('site-1', 3, { dateGmt: '2026-11-17T03:00:00Z', status: 'approved', type: 'pingback' }),
    on('site-1', 7, { dateGmt: '2026-11-17T04:00:00Z', parentRemoteId: 1 }),
    on('site-1', 8, { dateGmt: '2026-11-17T05:00:00Z', postRemoteId: 6, status: 'spam' }),
    on('site-2', 9),
  ]);
  const { thread, person, mayDecide } = must(await service.get({ commentId: 'site-1/7' }));
  expect(thread).toMatchObject({ postTitle: FIELDS.title, postId: 'post-1', siteLanguage: 'bg-BG' });
  const numbersOf = (comment: (typeof thread.comments)[number]) => [
    ...[comment.id, comment.number, comment.numberIfApproved, comment.inReplyTo?.number ?? null],
  ];
  expect(thread.comments.map(numbersOf)).toEqual([
    ['site-1/1', 1, null, null],
    ['site-1/3', null, null, null],
    ['site-1/7', null, 2, 1],
  ]);
  expect(person).toMatchObject({ approved: 2, pending: 1, spam: 2, firstSeen: '2026-11-17T01:00:00Z' });
  expect(mayDecide).toBe(true);
  const spam = must(await service.get({ commentId: 'site-1/2' })).thread.comments;
  expect(spam.map(({ id }) => id)).toContain('site-1/2');
  expect(must(await service.get({ commentId: 'site-2/9' })).mayDecide).toBe(false);
});

test('a thread of a post is there once the site has the post', async () => {
  const { service, library } = await moderating([on('site-1', 1, { status: 'approved' })]);
  await library.transact((tx) => ok(tx.put('posts', aPost({ id: 'draft' }))));
  expect(must(await service.thread({ postId: 'post-1' })).comments).toHaveLength(1);
  for (const postId of ['draft', 'unknown']) {
    expect(await service.thread({ postId })).toMatchObject({
      ok: false,
      error: { what: 'post', id: postId },
    });
  }
});

test('a batch is decided as a whole: what already stands so is left alone', async () => {
  const { service, library } = await moderating([on('site-1', 1), on('site-1', 2, { status: 'spam' })]);
  const commentIds = ['site-1/1', 'site-1/2', 'site-1/1'];
  const { decided } = must(await service.decide({ commentIds, decision: 'spam' }));
  expect(decided.map(({ commentId: id }) => id)).toEqual(['site-1/1']);
  expect(library.all('operations')).toHaveLength(1);
});

test('a batch that names a comment which is not here changes none of them', async () => {
  const { service, library } = await moderating([on('site-1', 1)]);
  expect(await service.decide({ commentIds: ['site-1/1', 'unknown'], decision: 'spam' })).toEqual(
    missing('unknown'),
  );
  expect(library.get('comments', 'site-1/1')?.status).toBe('pending');
  expect(library.all('operations')).toEqual([]);
  expect(library.all('decisions')).toEqual([]);
});

test('a thousand comments are decided in one commit', async () => {
  const comments = Array.from({ length: 1000 }, (_, n) => on('site-1', n + 1));
  const { service, library } = await moderating(comments);
  const before = library.revision;
  const commentIds = comments.map(({ id }) => id);
  expect(must(await service.decide({ commentIds, decision: 'trash' })).decided).toHaveLength(1000);
  expect(library.revision).toBe(before + 1);
  const sequences = library.all('operations').map(({ sequence }) => sequence);
  expect(new Set(sequences).size).toBe(1000);
});

test('a reply that is on its way cannot be decided or answered', async () => {
  const { service, library } = await moderating([aComment({ id: 'local/1', remoteId: null })]);
  const id = 'local/1';
  expect(await service.decide({ commentIds: [id], decision: 'spam' })).toEqual(missing(id));
  expect(await service.reply({ commentId: id, content: 'x', approve: false })).toEqual(missing(id));
  expect(library.all('operations')).toEqual([]);
});

test.each([' ', '\n\t ', '\u00a0'])(
  'a reply of %j is no reply, and what was written stays',
  async (content) => {
    const { service, library } = await moderating();
    must(await service.saveReplyDraft({ commentId: 'site-1/7', content: 'Още пиша' }));
    expect(await service.reply({ commentId: 'site-1/7', content, approve: true })).toMatchObject({
      ok: false,
      error: { kind: 'validation', field: 'content', reason: 'required' },
    });
    expect(library.all('operations')).toEqual([]);
    expect(library.get('comments', 'site-1/7')?.status).toBe('pending');
    expect(library.get('replyDrafts', 'site-1/7')?.content).toBe('Още пиша');
  },
);

test('replying and approving need the right for the second only', async () => {
  const { service, library } = await moderating([on('site-2', 7)]);
  const reply = (approve: boolean) => service.reply({ commentId: 'site-2/7', content: 'Да', approve });
  expect(await reply(true)).toEqual({
    ok: false,
    error: { kind: 'forbidden', code: 'moderate_comments', host: 'other.example' },
  });
  expect(library.all('operations')).toEqual([]);
  must(await reply(false));
  expect(library.all('operations').map(({ task }) => task.kind)).toEqual(['create-reply']);
});

test('halves of letters in a reply are replaced before it leaves', async () => {
  const { service, library } = await moderating();
  must(await service.reply({ commentId: 'site-1/7', content: 'a\ud83d', approve: false }));
  expect(library.all('operations')[0]?.task).toMatchObject({ content: 'a\ufffd' });
});

test('a reply being written is kept, replaced, and forgotten when it is empty', async () => {
  const { service, library } = await moderating();
  const save = (content: string) => service.saveReplyDraft({ commentId: 'site-1/7', content });
  must(await save('Благодаря'));
  must(await save('Благодаря!'));
  expect(library.all('replyDrafts')).toEqual([
    { id: 'site-1/7', content: 'Благодаря!', savedAt: '2026-11-10T10:00:00.000Z' },
  ]);
  must(await save(' \n'));
  expect(library.all('replyDrafts')).toEqual([]);
});

test.each(['unknown', '__proto__', 'constructor', 'toString'])(
  'a reply to %s, which is not here, is not said to be kept',
  async (id) => {
    const { service, library } = await moderating();
    expect(await service.saveReplyDraft({ commentId: id, content: 'x' })).toEqual(missing(id));
    expect(await service.get({ commentId: id })).toEqual(missing(id));
    expect(library.all('replyDrafts')).toEqual([]);
  },
);
