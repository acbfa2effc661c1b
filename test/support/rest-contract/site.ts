import { expect, it } from 'vitest';
import { expectRefusal, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

/** Discovery, the index, settings, the reader's page. */
export function siteContract(api: Api): void {
  readers(api);
  discovery(api);
  descriptions(api);
}

function discovery(api: Api): void {
  it('points from its front page to the REST root', async () => {
    const reply = await api().page('/');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toContain('text/html');
    expect(reply.headers.get('link')).toContain(`<${api().blog.url}/wp-json/>; rel="https://api.w.org/"`);
  });

  it('tells name, zone, offset and application passwords in the index', async () => {
    const { status, body } = await api().ask('/wp-json/', { as: 'stranger' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: expect.any(String),
      description: expect.any(String),
      url: api().blog.url,
      home: api().blog.url,
      gmt_offset: expect.any(Number),
      timezone_string: 'Europe/Sofia',
      namespaces: expect.arrayContaining(['wp/v2']),
      authentication: { 'application-passwords': { endpoints: { authorization: expect.any(String) } } },
    });
  });

  it('answers REST also under ?rest_route=, with and without a slash at the end', async () => {
    for (const path of [
      '/?rest_route=/',
      '/wp-json',
      '/?rest_route=/wp/v2/posts&per_page=1',
      '/wp-json/wp/v2/posts/',
    ])
      expect((await api().ask(path)).status).toBe(200);
  });

  it('knows no other routes and no other methods', async () => {
    expectRefusal(await api().ask('/nothing'), 404, 'rest_no_route');
    expectRefusal(await api().ask('/posts/abc'), 404, 'rest_no_route');
    expectRefusal(await api().delete('/posts'), 404, 'rest_no_route');
    expectRefusal(await api().ask('/posts', { method: 'PUT', json: {} }), 404, 'rest_no_route');
  });
}

function readers(api: Api): void {
  // First of all tests: WordPress lets a stranger write only once in 15 seconds, counted by address with everybody.
  it('takes a reader’s comment by the form under the post and holds it', async () => {
    const { id, link } = await api().createPost();
    const said = uniqueWord();
    const fields = { author: uniqueWord(), email: 'gost@pismo.example', url: '', comment: said };
    const form = new URLSearchParams({ ...fields, comment_post_ID: String(id), comment_parent: '0' });
    const path = `${api().blog.url}/wp-comments-post.php`;
    const reply = await api().blog.fetch(
      new Request(path, {
        method: 'POST',
        body: form,
        redirect: 'manual',
        headers: { 'user-agent': 'Reader/1' },
      }),
    );
    expect(reply.status).toBe(302);
    expect(reply.headers.get('location')).toContain(new URL(link).pathname);
    const { body } = await api().ask(`/comments?post=${id}&status=hold&context=edit`);
    const origin = { author: 0, author_ip: '127.0.0.1', author_user_agent: 'Reader/1' };
    expect(body).toMatchObject([
      { status: 'hold', author_name: fields.author, content: { raw: said }, ...origin },
    ]);
  });
}

function descriptions(api: Api): void {
  it('tells the settings to its administrator', async () => {
    const { body } = await api().ask('/settings');
    expect(body).toMatchObject({
      title: expect.any(String),
      timezone: 'Europe/Sofia',
      date_format: expect.any(String),
      time_format: expect.any(String),
      language: expect.any(String),
      default_category: expect.any(Number),
    });
  });

  it('tells types and statuses by slug', async () => {
    const types = await api().ask('/types');
    expect(types.body).toMatchObject({ post: { slug: 'post', rest_base: 'posts', rest_namespace: 'wp/v2' } });
    const statuses = await api().ask('/statuses');
    expect(statuses.body).toMatchObject({
      publish: { public: true, date_floating: false },
      draft: { public: false, date_floating: true },
    });
  });

  it('lists its people with names', async () => {
    const { body } = await api().ask('/users?per_page=100');
    const me = { id: api().blog.owner.id, name: expect.any(String), slug: expect.any(String) };
    expect(body).toEqual(expect.arrayContaining([expect.objectContaining(me)]));
    expectRefusal(await api().ask('/users/99999'), 404, 'rest_user_invalid_id');
  });

  it('shows a published post and its approved comments to readers', async () => {
    const [words, waiting] = [uniqueWord(), uniqueWord()];
    const post = await api().createPost({
      content: `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->`,
    });
    const said = await api().createComment(post.id);
    await api().createComment(post.id, { content: waiting, status: 'hold' });
    const reply = await api().page(new URL(post.link).pathname);
    const html = await reply.text();
    expect(reply.status).toBe(200);
    // 7.1 gives the paragraph a class.
    expect(html).toContain(`>${words}</p>`);
    expect(html).not.toContain('<!-- wp:');
    expect(html).toContain(said.content.raw);
    expect(html).toContain(`id="comment-${said.id}"`);
    expect(html).not.toContain(waiting);
    expect(html).toContain('comment_post_ID');
    expect((await api().page(`/${uniqueWord()}/`)).status).toBe(404);
  });
}
