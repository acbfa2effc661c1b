import { expect, it } from 'vitest';
import { expectRefusal, expectWrongParam } from './contract-blog.ts';
import type { Api } from './suite.ts';

const blocks = `<!-- wp:paragraph -->
<p>Едно & две „три“ — it's   <b>x</b></p>
<!-- /wp:paragraph -->

<!-- wp:trail/gpx-map {"id":42} /-->
`;

/** `POST /posts` and `/posts/<id>`. */
export function postWriteContract(api: Api): void {
  texts(api);
  terms(api);
  revisions(api);
}

function texts(api: Api): void {
  it('creates a draft unless told otherwise, with 201', async () => {
    const answer = await api().post('/posts', { title: 'x' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status: 'draft', type: 'post', author: api().blog.owner.id });
  });

  it('gives back the raw content as it was sent, and trims the title', async () => {
    const post = await api().createPost({ title: '  Заглавие  ', content: blocks });
    expect(await api().readPost(post.id)).toMatchObject({
      title: { raw: 'Заглавие' },
      content: { raw: blocks, block_version: 1, protected: false },
    });
  });

  it('renders blocks without their comments', async () => {
    const post = await api().createPost({
      content: '<!-- wp:paragraph -->\n<p>ред</p>\n<!-- /wp:paragraph -->',
    });
    // 7.1 gives the paragraph a class.
    const rendered = expect.stringMatching(/^\n<p[^>]*>ред<\/p>\n$/);
    expect(await api().readPost(post.id)).toMatchObject({ content: { rendered } });
  });

  it('renders classic text with paragraphs', async () => {
    const post = await api().createPost({ content: 'едно\nдве\n\nтри' });
    expect(await api().readPost(post.id)).toMatchObject({
      content: { rendered: '<p>едно<br />\nдве</p>\n<p>три</p>\n', block_version: 0 },
    });
  });

  it('takes texts also as { raw }, and bodies also as a form', async () => {
    const { id } = await api().createPost();
    expect(await api().changePost(id, { title: { raw: ' обект ' } })).toMatchObject({
      title: { raw: 'обект' },
    });
    const raw = { type: 'application/x-www-form-urlencoded', text: 'title=Form+title' };
    const answer = await api().ask(`/posts/${id}`, { method: 'POST', raw });
    expect(answer.body).toMatchObject({ title: { raw: 'Form title' } });
  });

  it('takes POST, PUT and PATCH for the same', async () => {
    const { id } = await api().createPost({ excerpt: 'стои' });
    for (const method of ['POST', 'PUT', 'PATCH']) {
      const { status, body } = await api().ask(`/posts/${id}`, { method, json: { title: method } });
      expect(status).toBe(200);
      expect(body).toMatchObject({ title: { raw: method }, excerpt: { raw: 'стои' } });
    }
  });

  it('refuses an empty post, a wrong status, a known id, an unknown author', async () => {
    const { id } = await api().createPost();
    expectRefusal(await api().post('/posts', {}), 400, 'empty_content');
    expectRefusal(await api().post(`/posts/${id}`, { title: '' }), 400, 'empty_content');
    expectWrongParam(
      await api().post('/posts', { title: 'x', status: 'banana' }),
      'status',
      'rest_not_in_enum',
    );
    expectWrongParam(await api().post(`/posts/${id}`, { status: 'trash' }), 'status', 'rest_not_in_enum');
    expectRefusal(await api().post('/posts', { title: 'x', id }), 400, 'rest_post_exists');
    expectRefusal(await api().post(`/posts/${id}`, { author: 99999 }), 400, 'rest_invalid_author');
    expectRefusal(await api().post('/posts/99999999', { title: 'x' }), 404, 'rest_post_invalid_id');
  });

  it('refuses bodies that are not JSON, and lone surrogates', async () => {
    const { id } = await api().createPost();
    for (const text of ['{bad', '{"title":"\\ud800"}']) {
      const answer = await api().ask(`/posts/${id}`, {
        method: 'POST',
        raw: { type: 'application/json', text },
      });
      expectRefusal(answer, 400, 'rest_invalid_json');
    }
  });
}

function terms(api: Api): void {
  it('silently drops unknown categories and tags', async () => {
    const { categories, tags } = await api().createPost({ categories: [1, 99999999], tags: [99999999] });
    expect(categories).toEqual([1]);
    expect(tags).toEqual([]);
  });

  it('puts a post into the default category, and puts it back there at the next update', async () => {
    const settings = await api().ask('/settings?_fields=default_category');
    const { default_category } = settings.body as { default_category: number };
    expect((await api().createPost()).categories).toEqual([default_category]);
    const bare = await api().createPost({ categories: [] });
    expect(bare.categories).toEqual([]);
    expect((await api().changePost(bare.id, { title: 'друго' })).categories).toEqual([default_category]);
    expect((await api().changePost(bare.id, { categories: [] })).categories).toEqual([]);
  });

  it('keeps the switches', async () => {
    const { id } = await api().createPost();
    const json = { comment_status: 'closed', ping_status: 'closed', sticky: true };
    expect(await api().changePost(id, json)).toMatchObject(json);
    const wrong = await api().post(`/posts/${id}`, { comment_status: 'banana' });
    expectWrongParam(wrong, 'comment_status', 'rest_not_in_enum');
    await api().changePost(id, { sticky: false });
  });

  it('hides a post with a password from readers, not from its editor', async () => {
    const post = await api().createPost({ content: 'тайна', password: 'парола' });
    const seen = await api().ask(`/posts/${post.id}`, { as: 'stranger' });
    expect(seen.body).toMatchObject({ content: { rendered: '', protected: true } });
    expect(await api().readPost(post.id)).toMatchObject({ password: 'парола', content: { raw: 'тайна' } });
  });
}

function revisions(api: Api): void {
  it('makes the first revision at the first update, the next ones only for changed texts', async () => {
    const post = await api().createPost();
    const history = async (fields: object) => {
      const links = (await api().changePost(post.id, fields))._links;
      return { count: links['version-history'][0]?.count, id: links['predecessor-version']?.[0]?.id };
    };
    expect(post._links['version-history'][0]?.count).toBe(0);
    const first = await history({});
    expect(first.count).toBe(1);
    expect(await history({ status: 'draft', categories: [] })).toEqual(first);
    const second = await history({ content: 'друг текст' });
    expect(second.count).toBe(2);
    expect(second.id).toBeGreaterThan(first.id ?? 0);
  });
}
