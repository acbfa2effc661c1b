import { describe, expect, it } from 'vitest';
import { ask, openBlog } from '../../support/practice-blog.ts';

describe('the pages readers see', () => {
  it('number the approved thread by date and keep pings apart', async () => {
    const { blog } = openBlog();
    const reply = await blog.handle(ask('/s-tesnolineykata-do-dobrinishte/', { as: 'stranger' }));
    const html = await reply.text();
    const [thread = '', rest = ''] = html.split('</ol>\n<h2>Пингове');
    const names = [...(thread.split('<ol class="comments">')[1] ?? '').matchAll(/<cite>(.*?)<\/cite>/g)];
    expect(names).toHaveLength(12);
    expect(names[8]?.[1]).toContain('Калин Дойчев');
    expect(names[9]?.[1]).toContain('Мила');
    expect(rest).toContain('Пътни бележки');
    expect(html).not.toContain('500 завъртания');
    expect(html).toContain('<html lang="bg">');
  });

  it('say where comments are closed', async () => {
    const { blog } = openBlog();
    const html = await (await blog.handle(ask('/malka-biblioteka-za-dalag-pat/'))).text();
    expect(html).toContain('Коментарите са затворени');
    expect(html).not.toContain('comment_post_ID');
  });

  it('show drafts, private and scheduled posts to nobody', async () => {
    const { blog } = openBlog();
    for (const path of ['/klyuchovete-ot-kashtata/', '/zimna-gradina-na-prozoretsa/', '/?p=52'])
      expect((await blog.handle(ask(path))).status).toBe(404);
  });

  it('escape names and titles', async () => {
    const { blog } = openBlog();
    const json = { title: '<b>&', status: 'publish', slug: 'izbyagan', content: 'x' };
    await blog.handle(ask('/wp-json/wp/v2/posts', { method: 'POST', json }));
    expect(await (await blog.handle(ask('/izbyagan/'))).text()).toContain('<h1>&lt;b&gt;&amp;</h1>');
  });
});
