// A password that was typed is in no byte of what the app leaves on the disk: library, backups, logs, Chromium's own.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findSecret, formsOf } from '../support/canary.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { damageComments, intoShards } from './damaged-library.ts';
import { connectForGood, expect, type Opened, test } from './desk.ts';
import { backUpTo, restoreFrom } from './restoring.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

const MISTYPED = 'pAss w0rd 7hAt waS miSt YpEd';

/** Connects after a wrong password, publishes, fails to reach the site: whatever could leave a trace. */
async function useThePassword({ desk, page }: Opened): Promise<void> {
  const { login } = wp.users.admin;
  await desk.welcome.heading.waitFor();
  await desk.welcome.connect.send({ address: wp.url, login, password: MISTYPED });
  await expect(desk.welcome.connect.wrong).toBeVisible();
  await connectForGood(desk, wp);
  await desk.navigation.newPost.click();
  await desk.writing.type('Десет часа до Видин', 'Влакът тръгва в шест и десет.');
  await desk.writing.send('publish').click();
  await expect(desk.writing.note(desk.t('writing:publish.same'))).toBeVisible();
  wp.faults.next({ path: /\/posts\?/ }, { kind: 'status', status: 500 });
  await page.keyboard.press('F5');
  await expect.poll(() => wp.faults.hits.status).toBe(1);
}

test('neither the password nor a mistyped one is found anywhere', async ({ open, userData }) => {
  const everything = path.dirname(userData);
  const file = path.join(everything, 'Copydesk.copydesk-backup');
  const secrets = [wp.users.admin, { ...wp.users.admin, password: MISTYPED }];
  const first = await open();
  await useThePassword(first);
  await first.desk.navigation.to('settings');
  await first.desk.backups.now.click();
  await expect(first.desk.backups.rows).toHaveCount(1);
  await backUpTo(first, file);
  await restoreFrom(first, file);
  const second = await open();
  await expect(second.desk.status.synced).toBeVisible();
  await second.app.close();
  await intoShards(path.join(userData, 'library'));
  await damageComments(path.join(userData, 'library'));
  const third = await open();
  // In the settings, which may be where it was left, there is no notice.
  await third.desk.navigation.to('pending');
  await expect(third.desk.libraryNotice.root).toBeVisible();
  await third.app.close();

  for (const secret of secrets) {
    const { found, searched } = await findSecret(everything, secret);
    expect(found).toEqual([]);
    for (const kind of KINDS) expect(searched.filter((name) => kind.test(name))).not.toEqual([]);
  }
  // Wherever it stood, it would be found.
  for (const [name, form] of formsOf(wp.users.admin)) {
    await writeFile(path.join(userData, 'logs', 'planted'), `{"a":"${form.toString('latin1')}"}`, 'latin1');
    const { found } = await findSecret(path.join(userData, 'logs'), wp.users.admin);
    expect(found, name).toContain(`planted: ${name}`);
  }
});

/** What the search has to have come to. */
const KINDS = [
  /^user-data\/backups\/[^/]+Z\.json$/,
  /^user-data\/backups\/.*-before-restore\.json$/,
  /^user-data\/backups\/files\//,
  /^Copydesk\.copydesk-backup!library\//,
  /^user-data\/library\/sites\//,
  /^user-data\/library\/quarantine\//,
  /^user-data\/logs\/copydesk\.log$/,
  /^user-data\/search\//,
  /^user-data\/credentials\.json$/,
];
