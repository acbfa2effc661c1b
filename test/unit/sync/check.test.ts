import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { Operation, OperationTask } from '../../../main/domain/operation.ts';
import { err, ok } from '../../../main/domain/result.ts';
import type { SiteClient } from '../../../main/sites/site-client.ts';
import { check } from '../../../main/sync/check.ts';
import { anOperation } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { aPage, aRemoteComment, aRemotePost } from '../../support/scripted-client.ts';
import { PUBLISHED, sending, TASKS, TOKEN } from './sending.ts';

const offline: AppError = { kind: 'offline', reason: 'no-network', host: 'bavnivlakove.example' };

/** An operation as it comes from a backup, looked up once on a site that answers by a script. */
async function checked(task: OperationTask, script: Partial<SiteClient>, over: Partial<Operation> = {}) {
  const at = await sending(task, script, { checkFirst: true, ...over });
  const result = must(await check(at.operation, at));
  return { ...at, result, after: at.now() };
}

const posts = (...records: ReturnType<typeof aRemotePost>[]) => ({
  listPosts: async () => ok(aPage(records)),
  getPost: async (id: number) => {
    const post = records.find(({ remoteId }) => remoteId === id);
    return post ? ok(post) : err({ kind: 'not-found', what: 'post', id: String(id) } as const);
  },
});
const theirs = (fields: Partial<typeof PUBLISHED>, remoteId = 90) =>
  aRemotePost({ remoteId, fields: { ...PUBLISHED, ...fields }, token: { ...TOKEN, revisionId: remoteId } });

test('a new post that the site has got since is done, and the draft is that post', async () => {
  const { after, library, calls } = await checked(TASKS['create-post'], posts(theirs({ slug: 'kafe-2' })));
  expect(after).toMatchObject({ state: 'done', lastError: null });
  expect(after).not.toHaveProperty('checkFirst');
  expect(library.get('posts', 'post-1')).toMatchObject({ remoteId: 90, fields: { slug: 'kafe-2' } });
  expect(calls.map(([name]) => name)).toEqual(['listPosts', 'getPost']);
  const [kept] = library.all('revisions');
  expect(kept).toMatchObject({ postId: 'post-1', kind: 'published', fields: { slug: 'kafe-2' } });
});

test('what was typed since is newer than the version that the site has got', async () => {
  const at = await sending(TASKS['create-post'], posts(theirs({})), { checkFirst: true });
  const { library } = at;
  await library.transact((tx) => {
    const post = tx.get('posts', 'post-1');
    return ok(post && tx.put('posts', { ...post, fields: { ...post.fields, body: 'По-ново' }, revision: 3 }));
  });
  must(await check(at.operation, at));
  expect(library.all('revisions')).toMatchObject([{ kind: 'published', postRevision: 1 }]);
});

test('it is found on a later page, too', async () => {
  const listPosts: SiteClient['listPosts'] = async (page) =>
    ok(
      aPage(
        page === 3
          ? [theirs({})]
          : [theirs({ title: `Друга ${page}`, body: `${page}`, slug: `d${page}` }, page)],
        { pages: 3 },
      ),
    );
  const { after } = await checked(TASKS['create-post'], { ...posts(theirs({})), listPosts });
  expect(after?.state).toBe('done');
});

test('a new post that the site does not have may be sent', async () => {
  const other = theirs({ title: 'Друга', body: 'Друго', slug: 'druga' });
  const { after } = await checked(TASKS['create-post'], posts(other), { attempts: 3 });
  expect(after).toMatchObject({ state: 'queued', attempts: 0 });
  expect(after).not.toHaveProperty('checkFirst');
});

test.each([
  ['create-post', posts()],
  ['create-reply', { findReply: async () => ok(null) }],
] as const)('what a replaced library may still be sending is looked for again: %s', async (kind, script) => {
  const { after } = await checked(TASKS[kind], script, { unconfirmed: true });
  expect(after).toMatchObject({ state: 'sent-unconfirmed', looks: 0 });
  expect(after).not.toHaveProperty('checkFirst');
  expect(after).not.toHaveProperty('unconfirmed');
});

test('what was changed after it may have arrived with it, also if that was cancelled since', async () => {
  const changed = { title: 'Чай', body: 'Пренаписано', slug: 'chay' };
  const at = await sending(TASKS['create-post'], posts(theirs(changed)), { checkFirst: true });
  const fields = { ...PUBLISHED, ...changed };
  const task = { kind: 'update-post' as const, postId: 'post-1', revision: 2, fields };
  const later = { id: 'later', sequence: 2, state: 'cancelled' as const, checkFirst: true as const };
  await at.library.transact((tx) => ok(tx.put('operations', { ...anOperation(later), task })));
  must(await check(at.operation, at));
  expect(at.now()?.state).toBe('done');
  expect(at.library.get('posts', 'post-1')).toMatchObject({ remoteId: 90 });
});

test('a draft of step one is gone on with', async () => {
  const half = theirs({ slug: 'copydesk-1f', status: 'draft' });
  const { after } = await checked(TASKS['create-post'], posts(half));
  expect(after?.state).toBe('sent-unconfirmed');
  expect(after).not.toHaveProperty('checkFirst');
});

test.each([
  ['whose words somebody has changed', theirs({ body: 'Преписано' })],
  ['with another title and address, but the same words', theirs({ title: 'Ново', slug: 'novo' })],
  ['that lies in the trash', theirs({ status: 'trash', slug: 'kafe__trashed' })],
])('a post there %s is asked about, and nothing is sent', async (_what, post) => {
  const { after, library } = await checked(TASKS['create-post'], posts(post));
  expect(after).toMatchObject({ state: 'failed', lastError: { kind: 'after-restore', what: 'post' } });
  expect(after).not.toHaveProperty('checkFirst');
  expect(library.get('posts', 'post-1')?.remoteId).toBeNull();
});

test('a record that cannot be read might be it: a person is asked', async () => {
  const rejected = [{ what: 'post' as const, remoteId: '4', problem: 'title', source: '{}' }];
  const { after } = await checked(TASKS['create-post'], {
    listPosts: async () => ok(aPage([], { rejected })),
  });
  expect(after?.lastError).toMatchObject({ kind: 'after-restore' });
});

test('a reply is looked up by its words', async () => {
  const reply = aRemoteComment({ remoteId: 8, parentRemoteId: 7, raw: 'Благодаря!' });
  const there = await checked(TASKS['create-reply'], { findReply: async () => ok(reply) });
  expect(there.after?.state).toBe('done');
  expect(there.library.get('comments', 'local/1')).toBeUndefined();
  expect(there.library.get('comments', 'site-1/8')).toBeDefined();
  const absent = await checked(TASKS['create-reply'], { findReply: async () => ok(null) });
  expect(absent.after?.state).toBe('queued');
});

test.each([
  ['approved', { state: 'done' }],
  ['pending', { state: 'queued' }],
  [
    'spam',
    { state: 'failed', lastError: { kind: 'after-restore', what: 'comment', host: 'bavnivlakove.example' } },
  ],
] as const)('a decision to approve, where the site now says %s', async (status, expected) => {
  const getComment = async () => ok(aRemoteComment({ status }));
  const { after, library, calls } = await checked(TASKS['set-comment-status'], { getComment });
  expect(after).toMatchObject(expected);
  expect(after).not.toHaveProperty('checkFirst');
  expect(library.get('comments', 'site-1/7')?.status).toBe('approved');
  expect(calls).toEqual([['getComment', 7]]);
});

test('an update that is there is done; one that is not may be sent; other words there are a conflict', async () => {
  const base = { remoteId: 5 };
  const there = await checked(
    TASKS['update-post'],
    posts(aRemotePost({ ...base, fields: TASKS['update-post'].fields })),
  );
  expect(there.after?.state).toBe('done');
  const absent = await checked(
    TASKS['update-post'],
    posts(aRemotePost({ ...base, fields: PUBLISHED, token: TOKEN })),
  );
  expect(absent.after?.state).toBe('queued');
  const other = aRemotePost({
    ...base,
    fields: { ...PUBLISHED, body: 'Тяхното' },
    token: { ...TOKEN, revisionId: 51 },
  });
  const both = await checked(TASKS['update-post'], posts(other));
  expect(both.after).toMatchObject({ state: 'failed', lastError: { kind: 'conflict' } });
  expect(both.library.get('posts', 'post-2')?.conflict?.fields.body).toBe('Тяхното');
});

test('a site out of reach decides nothing: it is asked again, and nothing is forgotten', async () => {
  const { after, result } = await checked(TASKS['create-reply'], { findReply: async () => err(offline) });
  expect(result.siteError).toEqual(offline);
  expect(after).toMatchObject({ state: 'queued', checkFirst: true, lastError: offline });
});

test('an answer that cannot be used is asked for again later, and at last a person is asked', async () => {
  const broken: AppError = {
    kind: 'server',
    reason: 'failed',
    status: 502,
    code: '',
    host: 'bavnivlakove.example',
  };
  const script = { findReply: async () => err(broken) };
  const once = await checked(TASKS['create-reply'], script);
  expect(once.after).toMatchObject({ state: 'queued', checkFirst: true, attempts: 1 });
  expect(once.after?.notBefore).not.toBeNull();
  const last = await checked(TASKS['create-reply'], script, { attempts: 7 });
  expect(last.after).toMatchObject({ state: 'failed', checkFirst: true, lastError: broken });
});
