// A draft becomes exactly one post, whatever happens on the way; and nobody's words are covered.
import { readPublicPage } from '../support/public-thread.ts';
import type { Fault } from '../wordpress/faults.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, connectForGood, expect, type Opened, test } from './desk.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

const TITLE = 'Десет часа до Видин';
const BODY = 'Влакът тръгва в шест и десет, ако не вали.';
const SLUG = 'deset-chasa-do-vidin';
const stepOne = { method: 'POST', path: /\/posts(\?|$)/ };
const stepTwo = { method: 'POST', path: /\/posts\/\d+/ };

/** Posts with our title in every status, the trash included; only revisions are left out. */
const ours = () =>
  wp.sql(
    `SELECT ID id, post_status status, post_name slug, post_content body FROM wp_posts
     WHERE post_type <> 'revision' AND (post_title = '${TITLE}' OR post_name LIKE '%copydesk%') ORDER BY ID`,
  );
const inserts = async () =>
  (await wp.journal()).filter(({ event, object }) => event === 'wp_insert_post' && object === 'post');
const page = () => readPublicPage(`${wp.url}/${SLUG}/`);

/** Writes a new post for the connected blog. */
async function write({ desk }: Opened): Promise<void> {
  await desk.navigation.newPost.click();
  await desk.writing.type(TITLE, BODY);
  await expect(desk.status.saved).toBeVisible();
}

const sent = ({ desk }: Opened) =>
  expect(desk.writing.note(desk.t('writing:publish.same'))).toBeVisible({ timeout: 120_000 });

async function expectOnePost(): Promise<void> {
  await wp.faults.settled();
  expect(await ours()).toEqual([{ id: expect.any(String), status: 'publish', slug: SLUG, body: BODY }]);
  expect(await inserts()).toHaveLength(1);
  expect((await page()).text).toBe(BODY);
}

test('a published draft is on its public page', async ({ open }) => {
  const app = await open();
  await connect(app.desk, wp);
  await write(app);
  await app.page.keyboard.press('ControlOrMeta+Shift+Enter');
  await sent(app);
  await expect(app.desk.status.allSent).toBeVisible();
  await expectOnePost();
});

test('a double click on Publish makes one post', async ({ open }) => {
  const app = await open();
  await connect(app.desk, wp);
  await write(app);
  await app.desk.writing.send('publish').dblclick();
  await sent(app);
  await expectOnePost();
});

for (const [step, match] of [
  ['step one', stepOne],
  ['step two', stepTwo],
] as const) {
  test(`the site carries out ${step} and its answer is lost: one post`, async ({ open }) => {
    const app = await open();
    await connect(app.desk, wp);
    await write(app);
    wp.faults.next(match, { kind: 'drop-after' });
    await app.desk.writing.send('publish').click();
    await sent(app);
    expect(wp.faults.hits).toEqual({ 'drop-after': 1 });
    await expectOnePost();
  });
}

const kills: [when: string, match: typeof stepOne, fault: Fault][] = [
  ['right after step one was sent', stepOne, { kind: 'delay', ms: 1500 }],
  ['between the steps', stepTwo, { kind: 'drop-before' }],
  ['while step two is under way', stepTwo, { kind: 'delay', ms: 4000 }],
];
for (const [when, match, fault] of kills) {
  test(`killed ${when} and started again: one post`, async ({ open }) => {
    const first = await open();
    await connectForGood(first.desk, wp);
    await write(first);
    wp.faults.next(match, fault);
    await first.desk.writing.send('publish').click();
    await expect.poll(() => wp.faults.hits[fault.kind]).toBe(1);
    await first.kill();

    const second = await open();
    await expect(second.desk.writing.title).toHaveValue(TITLE);
    await sent(second);
    await expectOnePost();
  });
}

test('a post that waits is a draft, and called one, until the site has confirmed', async ({ open }) => {
  const app = await open({ env: { TZ: 'America/New_York' } });
  const { writing, navigation, outbox, status, t } = app.desk;
  await connect(app.desk, wp);
  await write(app);
  await wp.goOffline();
  await writing.send('publish').click();
  const row = writing.row('all', TITLE);
  await expect(writing.state(row, t('writing:news.toPublish'))).toBeVisible();
  await expect(writing.state(row, t('status:post.draft'))).toBeVisible();
  await expect(row.getByTitle(TITLE, { exact: true })).toBeVisible();
  await expect(row.getByRole('time'), 'by the clock of the computer, which alone has it').toHaveAttribute(
    'title',
    /\(America\/New York\)$/,
  );
  await expect(navigation.item('drafts')).toHaveAccessibleName(/1$/);
  const published = await navigation.item('published').textContent();

  await expect(writing.send('publish')).toBeDisabled();
  await expect(writing.send('publish')).toHaveAttribute('title', t('writing:publish.alreadyWaits'));
  await writing.body.press('ControlOrMeta+End');
  await app.page.keyboard.type(' И още.');
  await expect(writing.send('publish')).toBeEnabled();
  await expect(writing.panel).toContainText(t('writing:publish.newerHere'));
  await writing.send('publish').click();
  await expect(writing.send('publish')).toBeDisabled();

  await status.waiting(1).click();
  await outbox.button(outbox.row('waiting', TITLE), 'cancel').click();
  await expect(outbox.rows('waiting')).toHaveCount(0);
  await navigation.to('drafts');
  await writing.row('drafts', TITLE).click();
  await expect(writing.note(t('writing:publish.localOnly'))).toBeVisible();
  await expect(writing.state(writing.row('drafts', TITLE), t('writing:news.toPublish'))).toBeHidden();
  await expect(navigation.item('published')).toHaveText(published ?? '');

  await writing.send('publish').click();
  await wp.goOnline();
  await app.page.keyboard.press('F5');
  await sent(app);
  await navigation.to('published');
  const there = writing.row('published', TITLE);
  await expect(writing.state(there, t('status:post.published'))).toBeVisible();
  await expect(there.getByRole('time'), 'by the clock of the blog').toHaveAttribute(
    'title',
    /\(Europe\/Sofia\)$/,
  );
  expect((await ours()).map(({ status }) => status)).toEqual(['publish']);
});

test('a later edit updates the same post', async ({ open }) => {
  const app = await open();
  const { desk } = app;
  await connect(desk, wp);
  await write(app);
  await desk.writing.send('publish').click();
  await sent(app);
  const [before] = await ours();
  await desk.writing.body.press('ControlOrMeta+End');
  await app.page.keyboard.type(' А вали.');
  await expect(desk.writing.note(desk.t('writing:publish.unsent'))).toBeVisible();
  await desk.writing.send('update').click();
  await sent(app);
  expect(await ours()).toEqual([{ ...before, body: `${BODY} А вали.` }]);
  expect((await page()).text).toBe(`${BODY} А вали.`);
  expect(await inserts()).toHaveLength(1);
});

const THEIRS = 'Тръгва в седем, поправка на редактора.';

/** Publishes, lets somebody else change the post on the site, changes it here and sends it. */
async function bothChange(app: Opened): Promise<void> {
  const { desk } = app;
  await connect(desk, wp);
  await write(app);
  await desk.writing.send('publish').click();
  await sent(app);
  const [post] = await ours();
  await wp.php("wp_update_post(wp_slash(['ID' => $input['id'], 'post_content' => $input['body']]));", {
    id: Number(post?.id),
    body: THEIRS,
  });
  await desk.writing.body.press('ControlOrMeta+End');
  await app.page.keyboard.type(' Моето допълнение.');
  await desk.writing.send('update').click();
  await desk.writing.conflict.compare.click();
  const { added, deleted, dialog } = desk.writing.conflict;
  const marked = (locator: typeof added) => locator.evaluateAll((all) => all.map((one) => one.textContent));
  expect(await marked(added)).toEqual([
    'added: Моето допълнение.',
    'added: Тръгва',
    'added: седем',
    'added: поправка на редактора',
  ]);
  expect(await marked(deleted)).toEqual([
    'deleted: Влакът тръгва',
    'deleted: шест и десет',
    'deleted: ако не вали',
  ]);
  await expect(dialog).toContainText(desk.t('writing:conflict.clock', { zone: 'Europe/Sofia' }));
  expect(
    (await ours()).map(({ body }) => body),
    'nothing was uploaded',
  ).toEqual([THEIRS]);
}

test('a post that changed there too is refused with both versions; mine is kept and sent', async ({
  open,
}) => {
  const app = await open();
  const { desk } = app;
  await bothChange(app);
  await desk.writing.conflict.keepMine.click();
  await expect(desk.writing.conflict.dialog).toBeHidden();
  await desk.writing.send('update').click();
  await sent(app);
  expect((await ours()).map(({ body }) => body)).toEqual([`${BODY} Моето допълнение.`]);
  await desk.navigation.to('drafts');
  await expect(desk.writing.row('drafts', TITLE)).toContainText(desk.t('writing:aside.theirs'));
  await desk.writing.row('drafts', TITLE).click();
  await expect(desk.writing.body).toHaveText(THEIRS);
  await app.page.getByRole('button', { name: desk.t('writing:aside.from', { title: TITLE }) }).click();
  await expect(desk.writing.body).toHaveText(`${BODY} Моето допълнение.`);
});

test('a post that changed there too is refused with both versions; theirs is taken', async ({ open }) => {
  const app = await open();
  const { desk } = app;
  await bothChange(app);
  await desk.writing.conflict.takeTheirs.click();
  await expect(desk.writing.body).toHaveText(THEIRS);
  await expect(desk.writing.note(desk.t('writing:publish.same'))).toBeVisible();
  expect((await ours()).map(({ body }) => body)).toEqual([THEIRS]);
  await desk.navigation.to('drafts');
  await expect(desk.writing.row('drafts', TITLE)).toContainText(desk.t('writing:aside.mine'));
  await desk.writing.row('drafts', TITLE).click();
  await expect(desk.writing.body).toHaveText(`${BODY} Моето допълнение.`);
});
