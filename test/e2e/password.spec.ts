// The application password leaves this computer only on its way to the blog: it is in no file of the app, in no answer
// over the bridge and in nothing the app prints.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Desk } from '../pages/desk.ts';
import { formsOf } from '../support/canary.ts';
import { seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, connectForGood, expect, type Opened, test } from './desk.ts';

let wp: WordPress;
const BLOG = 'Записки край пътя';
const COMMENTER = 'Димитър от Пловдив';

withWordPress(async (started) => {
  wp = started;
  await seedThread(wp);
});

/** Where in the folder a text stands, in any form: "library/sites.json: plain, in groups". */
function findIn(folder: string, needles: [name: string, bytes: Buffer][]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    const found = needles.filter(([, bytes]) => content.includes(bytes));
    return found.map(([name]) => `${path.relative(folder, file)}: ${name}`);
  });
}

/** Everything the app prints, from now on. */
function listen({ app, page }: Opened): () => string {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk) => heard.push(String(chunk)));
  }
  return () => heard.join('\n');
}

/** Every answer that tells something of a site, and that of a refused and of a doubled connection. */
const answers = (page: Page, words: { address: string; login: string; password: string }) =>
  page.evaluate(async (typed) => {
    const { app, comments, outbox, posts, sites } = globalThis.copydesk;
    const [site] = await sites.list({}).then((answer) => (answer.ok ? answer.value : []));
    const siteId = site?.id ?? '';
    return JSON.stringify([
      await sites.connect({ ...typed, keep: 'session' }),
      await sites.connect({ ...typed, password: `${typed.password}!`, keep: 'session' }),
      await sites.reconnect({ siteId, password: typed.password, keep: 'session' }),
      await sites.reconnect({ siteId, password: `${typed.password}!`, keep: 'session' }),
      await sites.list({}),
      await sites.setAside({ siteId }),
      await app.state({}),
      await outbox.list({}),
      await posts.list({ siteId, filter: 'all', offset: 0, limit: 200 }),
      await comments.list({ siteId, filter: 'all', order: 'newest', offset: 0, limit: 200 }),
    ]);
  }, words);

for (const [how, start] of [
  ['for this session only', connect],
  ['on this computer', connectForGood],
] as const) {
  test(`a password kept ${how} is nowhere to be read`, async ({ open, userData }) => {
    const opened = await open();
    const { desk, page, app } = opened;
    const heard = listen(opened);
    const { login, password } = wp.users.admin;
    const canary = 'Канарче+1/c4n4ry=&?%';
    const needles = [...formsOf({ login, password }), ...formsOf({ login, password: canary })];
    await desk.welcome.connect.send({ address: wp.url, login, password: canary });
    await expect(desk.welcome.connect.password).toHaveAttribute('aria-invalid', 'true');
    await start(desk, wp);
    // It was on the wire, so there is something to look for.
    expect(
      wp.faults.requests.filter(({ authorization }) => authorization === 'present').length,
    ).toBeGreaterThan(3);
    const told = await answers(page, { address: wp.url, login, password });

    const inText = (text: string) => findInText(text, needles);
    expect(inText(told)).toEqual([]);
    expect(inText(heard())).toEqual([]);
    expect(findIn(userData, needles)).toEqual([]);
    await app.close();
    expect(inText(heard())).toEqual([]);
    expect(findIn(userData, needles)).toEqual([]);
    // The search does find what is there: the name that goes with the password.
    expect(findIn(userData, [['login', Buffer.from(`"login":"${login}"`)]])).not.toEqual([]);
  });
}

const findInText = (text: string, needles: [name: string, bytes: Buffer][]): string[] =>
  needles.filter(([, bytes]) => Buffer.from(text).includes(bytes)).map(([name]) => name);

test('a password kept for the session is asked for at the next start; one kept here is not', async ({
  open,
}) => {
  const first = await open();
  await connect(first.desk, wp);
  await first.app.close();
  const second = await open();
  const { desk } = second;
  await desk.status.needsPassword(BLOG).click();
  await desk.reconnectDialog.keepHere.click();
  await desk.reconnectDialog.password.fill(wp.users.admin.password);
  await desk.reconnectDialog.password.press('Enter');
  await expect(desk.reconnectDialog.password).toBeHidden();
  await expect(desk.status.synced).toBeVisible();
  await second.app.close();

  const third = await open();
  await expect(third.desk.status.synced).toBeVisible();
  wp.faults.clear();
  await third.page.keyboard.press('F5');
  await expect.poll(() => wp.faults.requests.some(({ status }) => status === 200)).toBe(true);
});

/** Approves the first pending comment. */
async function approve({ desk, page }: Opened): Promise<void> {
  await desk.navigation.to('pending');
  await expect(desk.comments.current).toHaveAccessibleName(new RegExp(COMMENTER));
  await page.keyboard.press('a');
  await expect(desk.comments.said(desk.t('comments:done.approve', { name: COMMENTER }))).toBeVisible();
}

/** The outbox says that the approval waits for the password, and gives a way to it. */
async function expectWaitingForPassword({ outbox, t }: Desk): Promise<void> {
  const row = outbox.row('waiting', COMMENTER);
  await expect(row).toContainText(t('outbox:why.password'));
  await expect(row).not.toContainText(t('outbox:why.silent'));
  await expect(outbox.current).toContainText(COMMENTER);
  await expect(outbox.button(row, 'reconnect')).toBeVisible();
}

async function expectApprovedOnce(): Promise<void> {
  const journal = await wp.journal();
  expect(journal.filter(({ event }) => event === 'transition_comment_status')).toHaveLength(1);
}

test('what waited for the network waits for the password after a restart, and goes when it is there', async ({
  open,
}) => {
  const first = await open();
  await connect(first.desk, wp);
  await wp.goOffline();
  await approve(first);
  await first.desk.status.waiting(1).click();
  await expect(first.desk.outbox.row('waiting', COMMENTER)).toContainText(first.desk.t('outbox:why.silent'));
  await first.app.close();

  await wp.goOnline();
  const { desk, page } = await open();
  await expect(desk.outbox.headline).toHaveText(desk.t('outbox:lead.waiting', { count: 1 }));
  await expectWaitingForPassword(desk);
  await expect(desk.outbox.sendNow).toBeHidden();
  await page.keyboard.press('Enter');
  await desk.reconnectDialog.password.fill(wp.users.admin.password);
  await desk.reconnectDialog.password.press('Enter');
  await expect(desk.outbox.row('sentToday', COMMENTER)).toBeVisible();
  await expect(desk.status.allSent).toBeVisible();
  await expectApprovedOnce();
});

test('a password that is revoked meanwhile is asked for where something waits for it', async ({ open }) => {
  const opened = await open();
  const { desk } = opened;
  await connectForGood(desk, wp);
  const { id } = wp.users.admin;
  await wp.php('WP_Application_Passwords::delete_all_application_passwords($input);', id);
  await approve(opened);
  await desk.status.waiting(1).click();
  await expectWaitingForPassword(desk);
  await desk.outbox.button(desk.outbox.row('waiting', COMMENTER), 'reconnect').click();
  const created =
    "echo WP_Application_Passwords::create_new_application_password($input, ['name' => 'new'])[0];";
  await desk.reconnectDialog.password.fill(await wp.php(created, id));
  await desk.reconnectDialog.password.press('Enter');
  await expect(desk.outbox.row('sentToday', COMMENTER)).toBeVisible();
  await expect(desk.status.needsPassword(BLOG)).toBeHidden();
  await expectApprovedOnce();
});

test('several sites without a password are counted, and each can be chosen', async ({ open }) => {
  const first = await open();
  await connect(first.desk, wp);
  await first.desk.navigation.connectAnother.click();
  await first.desk.connectDialog.send({ address: wp.url, ...wp.users.editor });
  await expect(first.desk.connectDialog.password).toBeHidden();
  await wp.goOffline();
  await first.page.keyboard.press('F5');
  await first.desk.status.manyOffline(2, 2).click();
  await expect(first.desk.status.sites).toHaveCount(2);
  await first.page.keyboard.press('Escape');
  await first.app.close();

  await wp.goOnline();
  const { desk, page } = await open();
  await desk.status.needPasswords(2).press('Enter');
  await expect(desk.status.sites).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.reconnectDialog.password).toBeFocused();
  await page.keyboard.type(wp.users.editor.password);
  await page.keyboard.press('Enter');
  await expect(desk.status.needPasswords(2)).toBeHidden();
  await desk.status.needsPassword(BLOG).click();
  await desk.reconnectDialog.password.fill(wp.users.admin.password);
  await desk.reconnectDialog.password.press('Enter');
  await expect(desk.status.needsPassword(BLOG)).toBeHidden();
  await expect(desk.status.synced).toBeVisible();
});
