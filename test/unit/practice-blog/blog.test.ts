import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { practiceStateSchema } from '../../../main/practice-blog/state.ts';
import { ask, openBlog } from '../../support/practice-blog.ts';

const titled = z.object({ id: z.number(), title: z.object({ raw: z.string() }) });

async function createDraft(blog: ReturnType<typeof openBlog>['blog'], title: string) {
  const reply = await blog.handle(ask('/wp-json/wp/v2/posts', { method: 'POST', json: { title } }));
  return { status: reply.status, body: await reply.json() };
}

describe('the practice blog keeps its data', () => {
  it('seeds and keeps a valid state at the first request, not before', async () => {
    const { blog, disk } = openBlog();
    expect(disk.saves).toBe(0);
    const reply = await blog.handle(ask('/wp-json/'));
    expect(reply.status).toBe(200);
    expect(practiceStateSchema.safeParse(disk.content).success).toBe(true);
  });

  it('saves a change before the response is there, and nothing for a read', async () => {
    const { blog, disk } = openBlog();
    await blog.handle(ask('/wp-json/wp/v2/posts'));
    const before = disk.saves;
    await blog.handle(ask('/wp-json/wp/v2/posts'));
    expect(disk.saves).toBe(before);
    await createDraft(blog, 'Записана преди отговора');
    expect(JSON.stringify(disk.content)).toContain('Записана преди отговора');
    expect(disk.saves).toBe(before + 1);
  });

  it('goes on from what was stored', async () => {
    const first = openBlog();
    await createDraft(first.blog, 'Останала от вчера');
    const second = openBlog('2026-11-18T06:36:00Z', first.disk.content);
    const reply = await second.blog.handle(
      ask('/wp-json/wp/v2/posts?status=draft&context=edit&per_page=100'),
    );
    const titles = z
      .array(titled)
      .parse(await reply.json())
      .map((post) => post.title.raw);
    expect(titles).toContain('Останала от вчера');
  });

  it('answers 500 when a change cannot be saved, and forgets the change', async () => {
    const { blog, disk } = openBlog();
    await blog.handle(ask('/wp-json/'));
    disk.failure = new Error('disk full');
    expect((await createDraft(blog, 'Загубена')).status).toBe(500);
    disk.failure = null;
    const reply = await blog.handle(ask('/wp-json/wp/v2/posts?status=any&search=Загубена'));
    expect(await reply.json()).toEqual([]);
  });

  it('never overwrites data it cannot read, until it is reset', async () => {
    const damaged = { version: 1, posts: 'нещо друго' };
    const { blog, disk } = openBlog(undefined, damaged);
    const reply = await blog.handle(ask('/wp-json/'));
    expect(reply.status).toBe(500);
    expect(await reply.json()).toMatchObject({ code: 'practice_storage', data: { status: 500 } });
    expect(disk.content).toEqual(damaged);
    await blog.reset();
    expect((await blog.handle(ask('/wp-json/'))).status).toBe(200);
  });
});

describe('the practice blog lives', () => {
  it('is another blog after a reset: the guid of the same post differs', async () => {
    const { blog } = openBlog();
    const guid = async () => {
      const reply = await blog.handle(ask('/wp-json/wp/v2/posts?per_page=1&_fields=guid'));
      return JSON.stringify(await reply.json());
    };
    const before = await guid();
    await createDraft(blog, 'Ненаписано другаде');
    await blog.reset();
    expect(await guid()).not.toBe(before);
    const reply = await blog.handle(ask('/wp-json/wp/v2/posts?status=any&search=Ненаписано другаде'));
    expect(await reply.json()).toEqual([]);
  });

  it('answers one request at a time: parallel creates get different ids and slugs', async () => {
    const { blog } = openBlog();
    const json = { title: 'Два пъти', status: 'publish' };
    const replies = await Promise.all(
      [1, 2, 3].map(() => blog.handle(ask('/wp-json/wp/v2/posts', { method: 'POST', json }))),
    );
    const posts = z
      .array(z.object({ id: z.number(), slug: z.string() }))
      .parse(await Promise.all(replies.map((reply) => reply.json())));
    expect(new Set(posts.map((post) => post.id)).size).toBe(3);
    expect(new Set(posts.map((post) => post.slug)).size).toBe(3);
  });

  it('publishes a scheduled post when its time has come, without moving `modified`', async () => {
    const { blog, clock } = openBlog();
    const json = { title: 'По-късно', status: 'future', date_gmt: '2026-11-17T08:00:00' };
    const created = await blog.handle(ask('/wp-json/wp/v2/posts', { method: 'POST', json }));
    const { id, status, modified_gmt } = z
      .object({ id: z.number(), status: z.string(), modified_gmt: z.string() })
      .parse(await created.json());
    expect(status).toBe('future');
    clock.now = new Date('2026-11-17T08:00:00Z');
    const later = await blog.handle(ask(`/wp-json/wp/v2/posts/${id}`));
    expect(await later.json()).toMatchObject({ status: 'publish', modified_gmt });
  });

  it('speaks of the host under which it was asked', async () => {
    const { blog } = openBlog();
    const reply = await blog.handle(new Request('http://127.0.0.1:8123/wp-json/'));
    expect(reply.headers.get('link')).toContain('<http://127.0.0.1:8123/wp-json/>');
    expect(await reply.json()).toMatchObject({ url: 'http://127.0.0.1:8123' });
  });
});
