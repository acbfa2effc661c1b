import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { Operation, OperationTask } from '../../../main/domain/operation.ts';
import { err, ok } from '../../../main/domain/result.ts';
import type { SiteClient } from '../../../main/sites/site-client.ts';
import { must } from '../../support/must.ts';
import { aRemoteComment, aRemotePost } from '../../support/scripted-client.ts';
import { sending, TASKS } from './sending.ts';

const HOST = 'bavnivlakove.example';

/** A site that does everything, and looks at the disk whenever it is asked. */
const willing = (look: () => Promise<void> = async () => {}): Partial<SiteClient> => ({
  async createPost(fields) {
    await look();
    return ok(aRemotePost({ fields }));
  },
  async getPost() {
    await look();
    return ok(aRemotePost());
  },
  async updatePost(remoteId, fields) {
    await look();
    return ok(aRemotePost({ remoteId, fields: { ...aRemotePost().fields, ...fields } }));
  },
  async setCommentStatus({ status }) {
    await look();
    return ok(aRemoteComment({ status }));
  },
  async createReply({ content }) {
    await look();
    return ok(aRemoteComment({ remoteId: 8, parentRemoteId: 7, raw: content, status: 'approved' }));
  },
});

describe.each(Object.values(TASKS))('$kind', (task: OperationTask) => {
  test('is on disk as being sent before the first request leaves', async () => {
    const seen: (Pick<Operation, 'state' | 'attempts'> | undefined)[] = [];
    const desk = await sending(
      task,
      willing(async () => {
        const { state, attempts } = await desk.onDisk();
        seen.push({ state, attempts });
      }),
    );
    must(await desk.send());
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ state: 'sending', attempts: 1 })]),
    );
    expect(desk.now()).toMatchObject({ state: 'done', lastError: null });
    expect(await desk.onDisk()).toEqual(desk.now());
  });

  test.each(['ENOSPC', 'EACCES', 'EIO'])('is not sent while the disk says %s', async (code) => {
    const desk = await sending(task, willing());
    desk.disk.fail(code);
    expect(await desk.send()).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(desk.calls).toEqual([]);
    expect(desk.now()).toEqual(desk.operation);
  });

  test('is not sent if it is withdrawn at the same moment', async () => {
    const desk = await sending(task, willing());
    const withdrawing = desk.put({ state: 'cancelled' });
    expect(must(await desk.send())).toEqual({ siteError: null });
    await withdrawing;
    expect(desk.calls).toEqual([]);
    expect(desk.now()?.state).toBe('cancelled');
  });

  test('is not sent twice at once', async () => {
    const desk = await sending(task, willing());
    await Promise.all([desk.send(), desk.send()]);
    expect(desk.calls.filter(([name]) => /^(create|set)|^update/.test(name)).length).toBe(
      task.kind === 'create-post' ? 2 : 1,
    );
    expect(desk.now()).toMatchObject({ state: 'done', attempts: 1 });
  });
});

test('words that were replaced at the same moment are the ones that are sent', async () => {
  const desk = await sending(TASKS['update-post'], willing());
  const newer = { ...TASKS['update-post'].fields, title: 'Кафе на гара Пловдив' };
  const replacing = desk.put({ task: { ...TASKS['update-post'], fields: newer, revision: 3 } });
  await desk.send();
  await replacing;
  expect(desk.calls.at(-1)).toEqual(['updatePost', 5, { title: 'Кафе на гара Пловдив' }]);
});

type After = Partial<Pick<Operation, 'state' | 'attempts' | 'notBefore'>> & { site: boolean };
const PAUSE = '2026-11-10T10:00:01.600Z'; // 2 s, of which the clock's chance takes a fifth

/** What becomes of a queued operation after a try that failed with this error. */
const FAILURES: [AppError, After][] = [
  ...(['no-network', 'name', 'refused', 'certificate'] as const).map((reason): [AppError, After] => [
    { kind: 'offline', reason, host: HOST },
    { state: 'queued', attempts: 0, notBefore: null, site: true },
  ]),
  ...(['timeout', 'dropped'] as const).map((reason): [AppError, After] => [
    { kind: 'offline', reason, host: HOST },
    { state: 'sent-unconfirmed', attempts: 1, notBefore: null, site: true },
  ]),
  [
    { kind: 'rate-limited', retryAfterSeconds: 120, host: HOST },
    { state: 'queued', attempts: 0, notBefore: null, site: true },
  ],
  [
    { kind: 'auth-expired', reason: 'credentials', host: HOST },
    { state: 'queued', attempts: 0, notBefore: null, site: true },
  ],
  [
    { kind: 'server', reason: 'failed', status: 500, code: '', host: HOST },
    { state: 'sent-unconfirmed', attempts: 1, notBefore: PAUSE, site: false },
  ],
  [
    { kind: 'server', reason: 'html', status: 200, code: '', host: HOST },
    { state: 'sent-unconfirmed', attempts: 1, notBefore: PAUSE, site: false },
  ],
  [
    { kind: 'server', reason: 'shape', status: 201, code: '', host: HOST },
    { state: 'sent-unconfirmed', attempts: 1, notBefore: PAUSE, site: false },
  ],
  ...[
    { kind: 'server', reason: 'html', status: 403, code: '', host: HOST } as const,
    { kind: 'server', reason: 'failed', status: 400, code: 'rest_invalid', host: HOST } as const,
    { kind: 'forbidden', code: 'rest_cannot_edit', host: HOST } as const,
    { kind: 'not-found', what: 'comment', id: '7' } as const,
    { kind: 'validation', field: 'content', reason: 'refused-by-site', detail: '' } as const,
    { kind: 'bug', reportId: 'r' } as const,
  ].map((error): [AppError, After] => [
    error,
    { state: 'failed', attempts: 1, notBefore: null, site: false },
  ]),
];

test.each(FAILURES)('after %o', async (error, { site, ...after }) => {
  const desk = await sending(TASKS['set-comment-status'], { setCommentStatus: async () => err(error) });
  expect(must(await desk.send())).toEqual({ siteError: site ? error : null });
  expect(desk.now()).toMatchObject({ ...after, lastError: error });
  expect(desk.now()?.endedAt).toBe(after.state === 'failed' ? '2026-11-10T10:00:00.000Z' : null);
  expect(await desk.onDisk()).toEqual(desk.now());
});

test('the eighth error of the site itself leaves it to a person', async () => {
  const error: AppError = { kind: 'server', reason: 'failed', status: 503, code: '', host: HOST };
  const desk = await sending(TASKS['set-comment-status'], { setCommentStatus: async () => err(error) });
  const pauses: (string | null)[] = [];
  for (let n = 1; n <= 8; n += 1) {
    await desk.send();
    pauses.push(desk.now()?.notBefore ?? null);
  }
  expect(desk.now()).toMatchObject({ state: 'failed', attempts: 8, lastError: error, unconfirmed: true });
  const seconds = pauses.map((at) => at && (Date.parse(at) - desk.clock.now().getTime()) / 1000);
  expect(seconds).toEqual([1.6, 3.2, 6.4, 12.8, 25.6, 48, 48, null]);
});

test('what was sent without an answer stays so until the site has said what it holds', async () => {
  const error: AppError = { kind: 'offline', reason: 'no-network', host: HOST };
  const desk = await sending(
    TASKS['create-reply'],
    { findReply: async () => err(error) },
    { state: 'sent-unconfirmed', attempts: 1 },
  );
  await desk.send();
  expect(desk.now()).toMatchObject({ state: 'sent-unconfirmed', attempts: 1 });
});

test('a failure keeps in mind whether an earlier try may have arrived', async () => {
  const error: AppError = { kind: 'forbidden', code: 'rest_forbidden', host: HOST };
  for (const state of ['queued', 'sent-unconfirmed'] as const) {
    const refuse = async () => err(error);
    const desk = await sending(TASKS['create-reply'], { findReply: refuse, createReply: refuse }, { state });
    await desk.send();
    expect(desk.now()).toMatchObject({ state: 'failed', unconfirmed: state === 'sent-unconfirmed' });
  }
});

test('a site that is disconnected while something is sent leaves nothing behind', async () => {
  const desk = await sending(TASKS['create-reply'], {
    createReply: async () => {
      await desk.library.transact((tx) => {
        tx.remove('operations', 'op-1');
        tx.remove('comments', 'local/1');
        return ok(null);
      });
      return ok(aRemoteComment({ remoteId: 8, parentRemoteId: 7, status: 'approved' }));
    },
  });
  must(await desk.send());
  expect(desk.library.all('operations')).toEqual([]);
  expect(desk.library.get('comments', 'site-1/8')).toBeUndefined();
});
