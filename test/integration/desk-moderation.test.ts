import { expect, test } from 'vitest';
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

/** All columns of the comments that a decision must leave alone, and the status. */
const stored = async () =>
  wp.sql(
    'select comment_ID id, comment_approved status, comment_author_IP ip, comment_agent agent, comment_content text, comment_date_gmt at from wp_comments order by comment_ID',
  );
const withoutStatus = (rows: Awaited<ReturnType<typeof stored>>) =>
  rows.map(({ status: _status, ...rest }) => rest);

const pendingIds = (siteId: string) => thread.pending.map(({ id }) => `${siteId}/${id}`);
const firstOf = (ids: string[]): string => {
  const [first] = ids;
  if (first === undefined) throw new Error('no pending comment');
  return first;
};

test('a pulled thread is numbered as on the blog', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const post = must(
    await desk.posts.list({ siteId: site.id, filter: 'all', offset: 0, limit: 50 }),
  ).rows.find(({ title }) => title === thread.title);
  const shown = must(await desk.comments.thread({ postId: post?.id ?? '' }));
  const approved = thread.comments.filter(({ status, type }) => status === 'approved' && type === 'comment');
  const numbered = shown.comments.filter(({ status, number }) => status === 'approved' && number !== null);
  expect(numbered.map(({ number, author }) => [number, author.name])).toEqual(
    approved.map(({ author }, index) => [index + 1, author]),
  );
  const answer = thread.comments.find(({ parent }) => parent > 0);
  const answered = shown.comments.find(({ id }) => id === `${site.id}/${answer?.id}`)?.inReplyTo;
  expect(answered?.id).toBe(`${site.id}/${answer?.parent}`);
  expect(desk.bugs).toEqual([]);
});

test.each([
  ['approve', '1'],
  ['spam', 'spam'],
  ['trash', 'trash'],
] as const)('%s reaches the blog once and touches nothing else of the comment', async (decision, status) => {
  const before = await stored();
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const commentId = firstOf(pendingIds(site.id));
  must(await desk.comments.decide({ commentIds: [commentId], decision }));
  await desk.settle();
  const after = await stored();
  expect(withoutStatus(after)).toEqual(withoutStatus(before));
  expect(after.find(({ id }) => `${site.id}/${id}` === commentId)?.status).toBe(status);
  const changes = (await wp.journal()).filter(({ event }) => event === 'transition_comment_status');
  expect(changes).toHaveLength(1);
});

test('decisions made offline wait through a restart and arrive once', async () => {
  const folder = await tempFolder();
  const desk = await openDesk(folder);
  const site = await desk.connect(wp, wp.users.admin);
  await wp.goOffline();
  const [first = '', second = ''] = pendingIds(site.id);
  must(await desk.comments.decide({ commentIds: [first], decision: 'approve' }));
  must(await desk.comments.decide({ commentIds: [second], decision: 'trash' }));
  must(await desk.comments.reply({ commentId: first, content: 'Благодаря!', approve: false }));
  expect(must(await desk.outbox.counts({}))).toEqual({ waiting: 3, needsYou: 0 });
  await desk.noticedOffline(site.id);
  await desk.stop();

  const again = await openDesk(folder);
  expect(must(await again.outbox.counts({}))).toEqual({ waiting: 3, needsYou: 0 });
  expect(must(await again.sites.list({}))[0]?.sync.error?.kind).toBe('offline');
  await wp.goOnline();
  await again.settle();
  const changes = (await wp.journal()).filter(({ event }) => event === 'transition_comment_status');
  expect(changes.map(({ id, to }) => [`${site.id}/${id}`, to])).toEqual([
    [first, 'approved'],
    [second, 'trash'],
  ]);
  expect((await wp.journal()).filter(({ event }) => event === 'wp_insert_comment')).toHaveLength(1);
});

test.each(['drop-before', 'drop-after', 'drop-during'] as const)(
  'a reply whose answer is lost (%s) stands on the blog once',
  async (kind) => {
    const desk = await openDesk(await tempFolder());
    const site = await desk.connect(wp, wp.users.admin);
    const commentId = firstOf(pendingIds(site.id));
    wp.faults.next({ method: 'POST', path: /\/comments/ }, { kind });
    must(await desk.comments.reply({ commentId, content: 'Един-единствен отговор', approve: false }));
    await desk.settle();
    expect(wp.faults.hits).toEqual({ [kind]: 1 });
    const rows = await wp.sql(
      "select comment_parent parent from wp_comments where comment_content like 'Един-един%'",
    );
    expect(rows.map(({ parent }) => `${site.id}/${parent}`)).toEqual([commentId]);
    expect(desk.library.all('comments').filter(({ remoteId }) => remoteId === null)).toEqual([]);
  },
);

test('a reply that the server commits seconds after the connection broke is not doubled', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  wp.faults.next({ method: 'POST', path: /\/comments/ }, { kind: 'commit-late', afterMs: 300 });
  must(
    await desk.comments.reply({ commentId: firstOf(pendingIds(site.id)), content: 'Късен', approve: false }),
  );
  await desk.settle();
  await wp.faults.settled();
  expect(await wp.sql("select comment_ID from wp_comments where comment_content = 'Късен'")).toHaveLength(1);
});

test('approve and reply: both arrive, the approval first', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  const commentId = firstOf(pendingIds(site.id));
  must(await desk.comments.reply({ commentId, content: 'Добре дошли', approve: true }));
  await desk.settle();
  const events = (await wp.journal()).filter(({ event }) =>
    ['transition_comment_status', 'wp_insert_comment'].includes(event),
  );
  expect(events.map(({ event }) => event)).toEqual(['transition_comment_status', 'wp_insert_comment']);
});

test('a wrong password asks once, keeps what waits, and goes on after connecting again', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.admin);
  await wp.php('WP_Application_Passwords::delete_all_application_passwords($input);', wp.users.admin.id);
  must(await desk.comments.decide({ commentIds: [firstOf(pendingIds(site.id))], decision: 'approve' }));
  await expect.poll(() => desk.library.get('sites', site.id)?.needsPassword).toBe(true);
  expect(must(await desk.outbox.counts({}))).toEqual({ waiting: 1, needsYou: 0 });
  const [held] = must(await desk.outbox.list({})).waiting;
  expect(held).toMatchObject({ waitingFor: 'password', nextTryAt: null, error: { reason: 'credentials' } });
  const password = await wp.php(
    "echo WP_Application_Passwords::create_new_application_password($input, ['name' => 'again'])[0];",
    wp.users.admin.id,
  );
  must(await desk.sites.reconnect({ siteId: site.id, password, keep: 'session' }));
  await desk.settle();
  expect((await wp.journal()).filter(({ event }) => event === 'transition_comment_status')).toHaveLength(1);
});

test('an author sees what authors may see and cannot decide', async () => {
  const desk = await openDesk(await tempFolder());
  const site = await desk.connect(wp, wp.users.author);
  const approved = must(await desk.comments.list({ ...all(site.id), filter: 'approved' }));
  expect(approved.total).toBeGreaterThan(0);
  expect(must(await desk.comments.list({ ...all(site.id), filter: 'pending' })).total).toBe(0);
  const refused = await desk.comments.decide({ commentIds: [approved.rows[0]?.id ?? ''], decision: 'spam' });
  expect(refused).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
});

const all = (siteId: string) => ({ siteId, order: 'newest' as const, offset: 0, limit: 50 });
