import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { here } from '../wordpress/paths.ts';
import { rest } from '../wordpress/rest.ts';
import { seedComments, seedThread } from '../wordpress/seed.ts';
import { startWordPress, type WordPress } from '../wordpress/server.ts';
import type { WordPressUsers } from '../wordpress/users.ts';
import { setApplicationPasswords, setPermalinks } from '../wordpress/variants.ts';
import { waitUntil } from '../wordpress/wait-until.ts';

let wp: WordPress;
beforeAll(async () => {
  wp = await startWordPress();
});
beforeEach(() => wp.reset());
afterAll(() => wp.stop());

const roles: Record<keyof WordPressUsers, string> = {
  admin: 'administrator',
  editor: 'editor',
  author: 'author',
  contributor: 'contributor',
  subscriber: 'subscriber',
};

describe('users', () => {
  it.each(Object.entries(roles))('knows %s as %s', async (login, role) => {
    const who = login as keyof WordPressUsers;
    const { status, body } = await rest(wp, who, 'wp/v2/users/me?context=edit');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: wp.users[who].id, username: login, roles: [role] });
  });

  it('refuses a wrong application password', async () => {
    const stranger = { ...wp, users: { ...wp.users, editor: { ...wp.users.editor, password: 'nope' } } };
    expect(await rest(stranger, 'editor', 'wp/v2/users/me?context=edit')).toMatchObject({ status: 401 });
  });

  it('lets a person log in to wp-admin, in Bulgarian', async () => {
    const { login, loginPassword } = wp.users.editor;
    const form = new URLSearchParams({ log: login, pwd: loginPassword, testcookie: '1' });
    const reply = await fetch(`${wp.url}/wp-login.php`, {
      method: 'POST',
      body: form,
      headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
      redirect: 'manual',
    });
    expect(reply.status).toBe(302);
    const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0]);
    const screen = await fetch(`${wp.url}/wp-admin/edit-comments.php`, {
      headers: { cookie: cookie.join('; ') },
    });
    expect(screen.status).toBe(200);
    expect(await screen.text()).toContain('Коментари');
  });
});

describe('content', () => {
  it('shows the seeded thread as readers see it: numbered, without what waits for approval', async () => {
    const thread = await seedThread(wp);
    const page = await (await fetch(thread.url)).text();
    expect(page).toContain('<html lang="bg-BG">');
    expect(page).toContain('9 май 2026, 19:12');
    const numbers = [...page.matchAll(/comment-number">(\d+)</g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
    expect(thread.pending).toHaveLength(2);
    for (const comment of thread.comments) {
      expect(page.includes(`id="comment-${comment.id}"`)).toBe(comment.status === 'approved');
    }
    expect(page).toContain('id="commentform"');
  });

  it('keeps address, agent and parent of each comment in the database', async () => {
    const { comments } = await seedThread(wp);
    const rows = await wp.sql(
      'SELECT comment_ID, comment_author_IP, comment_agent, comment_parent FROM wp_comments WHERE comment_ID > 1',
    );
    expect(rows).toEqual(
      comments.map(({ id, ip, agent, parent }) => ({
        comment_ID: String(id),
        comment_author_IP: ip,
        comment_agent: agent,
        comment_parent: String(parent),
      })),
    );
    expect(new Set(comments.map(({ ip }) => ip)).size).toBeGreaterThan(6);
    expect(comments.filter(({ parent }) => parent > 0)).toHaveLength(8);
  });

  it('takes ten thousand comments at once, and the REST API counts the same', async () => {
    const counts = await seedComments(wp, 10_000);
    expect(counts).toEqual({ posts: 50, approved: 8000, hold: 1500, spam: 500 });
    const { headers } = await rest(wp, 'editor', 'wp/v2/comments?status=hold&per_page=1');
    expect(headers.get('x-wp-total')).toBe('1500');
  });

  it('distinguishes null from text in SQL rows and gives the last statement', async () => {
    expect(await wp.sql("SELECT 1 AS a; SELECT NULL AS a, 'NULL' AS b, 'ю' AS c")).toEqual([
      { a: null, b: 'NULL', c: 'ю' },
    ]);
    await expect(wp.sql('SELECT nonsense')).rejects.toThrow(/nonsense/);
  });

  it('runs PHP with its input, and tells when it failed', async () => {
    expect(await wp.php(`echo get_bloginfo('name'), '/', $input['a'];`, { a: 'ж' })).toBe(
      'Записки край пътя/ж',
    );
    await expect(wp.php(`throw new Exception('broken on purpose');`)).rejects.toThrow(/broken on purpose/);
  });
});

describe('journal', () => {
  it('tells one insert, its publication and an edit from the revisions WordPress makes', async () => {
    const created = await rest(wp, 'author', 'wp/v2/posts', {
      method: 'POST',
      json: { title: 'Едно', content: 'a', status: 'draft' },
    });
    const { id } = created.body as { id: number };
    await rest(wp, 'author', `wp/v2/posts/${id}`, {
      method: 'POST',
      json: { content: 'b', status: 'publish' },
    });
    const journal = await wp.journal();
    expect(journal.filter(({ event, object }) => event === 'wp_insert_post' && object === 'post')).toEqual([
      expect.objectContaining({ id, to: 'draft', via: 'rest' }),
    ]);
    expect(
      journal.filter((entry) => entry.event === 'transition_post_status' && entry.id === id),
    ).toMatchObject([
      { from: 'new', to: 'draft' },
      { from: 'draft', to: 'publish' },
    ]);
    expect(journal.filter(({ object }) => object === 'revision').length).toBeGreaterThan(0);
  });

  it('logs a decision once and says who made it', async () => {
    const { pending } = await seedThread(wp);
    expect(await wp.journal()).toEqual([]);
    const id = pending[0]?.id;
    await rest(wp, 'editor', `wp/v2/comments/${id}`, { method: 'POST', json: { status: 'approved' } });
    await wp.php('wp_spam_comment($input);', pending[1]?.id);
    const moves = (await wp.journal()).filter(({ event }) => event === 'transition_comment_status');
    expect(moves).toMatchObject([
      { id, from: 'unapproved', to: 'approved', via: 'rest' },
      { id: pending[1]?.id, to: 'spam', via: 'cli' },
    ]);
  });
});

describe('reset', () => {
  it('goes back to the fresh blog, or to what was kept', async () => {
    const own = await startWordPress();
    await seedThread(own);
    await own.reset();
    expect(await countPosts(own)).toBe('1');
    await seedThread(own);
    await own.keep();
    await own.php('wp_delete_post($input, true);', 1);
    await own.reset();
    expect(await countPosts(own)).toBe('2');
    expect(await own.journal()).toEqual([]);
    await own.stop();
  });

  async function countPosts(site: WordPress): Promise<string | null | undefined> {
    return (await site.sql("SELECT COUNT(*) AS n FROM wp_posts WHERE post_type = 'post'"))[0]?.n;
  }
});

describe('variants', () => {
  it('switches application passwords off', async () => {
    await setApplicationPasswords(wp, 'off');
    const index = (await (await fetch(`${wp.url}/wp-json/`)).json()) as { authentication: unknown };
    expect(index.authentication).toEqual([]);
    expect(await rest(wp, 'editor', 'wp/v2/users/me?context=edit')).toMatchObject({ status: 401 });
  });

  it('moves the REST API to ?rest_route= with plain permalinks', async () => {
    await setPermalinks(wp, 'plain');
    const home = await fetch(wp.url);
    expect(home.headers.get('link')).toContain('/index.php?rest_route=/>; rel="https://api.w.org/"');
    const index = await fetch(`${wp.url}/?rest_route=/`);
    expect(await index.json()).toHaveProperty('namespaces');
    expect((await fetch(`${wp.url}/wp-json/`)).headers.get('content-type')).toContain('text/html');
  });
});

describe('running', () => {
  it('runs two at once that know nothing of each other, and leaves nothing behind', async () => {
    const other = await startWordPress();
    await other.php(`wp_insert_post(['post_title' => 'Only here', 'post_status' => 'publish']);`);
    expect(await (await fetch(other.url)).text()).toContain('Only here');
    expect(await (await fetch(wp.url)).text()).not.toContain('Only here');
    const data = await dataDir(other);
    expect(processesNaming(data)).not.toEqual([]);
    await other.stop();
    await expect(fetch(other.url)).rejects.toThrow();
    expect(processesNaming(data)).toEqual([]);
    expect(existsSync(data)).toBe(false);
  });

  it('takes its servers along when the test process is killed', async () => {
    const child = spawn(process.execPath, [here('serve.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill());
    let data = '';
    for await (const line of createInterface(child.stdout)) {
      data ||= /files and logs: (.+)/.exec(line)?.[1] ?? '';
      if (line.includes('Ctrl+C')) break;
    }
    expect(processesNaming(data).length).toBeGreaterThan(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await waitUntil(
      () => processesNaming(data).length === 0 && !existsSync(data),
      () => `still running: ${processesNaming(data).join('; ')}`,
    );
  });

  async function dataDir(site: WordPress): Promise<string> {
    return ((await site.sql('SELECT @@datadir AS dir'))[0]?.dir ?? '').replace(/\/data\/$/, '');
  }
});

/** Command lines of the processes in whose arguments or environment the folder occurs. */
function processesNaming(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((id) => {
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
        const named = `${command}${readFileSync(`/proc/${id}/environ`, 'utf8')}`.includes(folder);
        return named && command !== '' ? [command.replaceAll('\0', ' ')] : [];
      } catch {
        return []; // it ended meanwhile
      }
    });
}
