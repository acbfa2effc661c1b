// A backup is restored while something travels: what the site does with it afterwards must not become a second one.
import { expect, test } from 'vitest';
import { must } from '../support/must.ts';
import { planRestore, startAnew } from '../support/restored-desk.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { waitUntil } from '../wordpress/wait-until.ts';
import { withWordPress } from './blog.ts';
import { ONCE, sentTo, waitingDesk } from './waiting-desk.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

/** A desk of which a backup was taken while a post and an answer waited for a network. */
async function waitingAndBackedUp() {
  const waiting = await waitingDesk(wp, thread.comments.at(-1)?.id, false);
  must(await waiting.desk.backups.backUpNow({}));
  await wp.goOnline();
  return waiting;
}

const seen = (method: string, path: RegExp) =>
  wp.faults.requests.filter(
    (request) => request.method === method && path.test(`${request.path}?${request.query}`),
  );

test.each([
  ['post', /\/posts(\?|$)/, /\/posts\?.*slug=copydesk/],
  ['answer', /\/comments(\?|$)/, /\/comments\?.*author=/],
])('a new %s that the site makes only after the restore is there once', async (_what, sending, asking) => {
  const { folder, desk } = await waitingAndBackedUp();
  const late = Promise.withResolvers<void>();
  wp.faults.next({ method: 'POST', path: sending }, { kind: 'commit-late', until: late.promise });
  must(await desk.outbox.sendNow({}));
  await waitUntil(
    async () => wp.faults.hits['commit-late'] === 1,
    () => JSON.stringify(wp.faults.requests),
  );
  await planRestore(desk);
  wp.faults.requests.length = 0;
  const again = await startAnew(folder, desk);
  await waitUntil(
    async () => seen('GET', asking).length > 0 || seen('POST', sending).length > 0,
    () => JSON.stringify(wp.faults.requests),
  );
  late.resolve();
  await again.settle();
  await wp.faults.settled();
  expect(await sentTo(wp)).toEqual(ONCE);
  expect(must(await again.outbox.counts({}))).toEqual({ waiting: 0, needsYou: 0 });
  expect(again.bugs).toEqual([]);
});

test('a restore during a pull ends it, and the next start brings everything', async () => {
  const { folder, desk, siteId } = await waitingAndBackedUp();
  await desk.settle();
  const held = Promise.withResolvers<void>();
  wp.faults.next({ method: 'GET', path: /\/comments\?.*page=1/ }, { kind: 'delay', until: held.promise });
  must(await desk.sync.pull({ siteId }));
  await waitUntil(
    async () => wp.faults.hits.delay === 1,
    () => JSON.stringify(wp.faults.requests),
  );
  await planRestore(desk);
  held.resolve();
  const again = await startAnew(folder, desk);
  await again.settle();
  expect(await sentTo(wp)).toEqual(ONCE);
  const [count] = await wp.sql('select count(*) comments from wp_comments');
  expect(again.library.all('comments').length).toBe(Number(count?.comments));
  expect([...desk.bugs, ...again.bugs]).toEqual([]);
});
