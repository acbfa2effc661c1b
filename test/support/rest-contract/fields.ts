import { expect, it } from 'vitest';
import type { Api } from './suite.ts';

/** `_fields`, which makes pulls cheap, and its trap with comments. */
export function fieldsContract(api: Api): void {
  it('reaches into posts with nested names', async () => {
    const post = await api().createPost({ content: '<p>a</p>' });
    const { body } = await api().ask(
      `/posts?include=${post.id}&context=edit&_fields=id,title.raw,content.raw`,
    );
    expect(body).toEqual([{ id: post.id, title: { raw: post.title.raw }, content: { raw: '<p>a</p>' } }]);
  });

  it('leaves out the raw text where the context does not give it', async () => {
    const post = await api().createPost();
    const { body } = await api().ask(`/posts/${post.id}?_fields=content.raw`);
    expect(body).toEqual({ content: [] });
  });

  it('chooses links by name in lists, and gives all of them for a single record', async () => {
    const { id } = await api().createPost();
    const list = async () =>
      (await api().ask(`/posts?include=${id}&context=edit&_fields=id,_links.predecessor-version`)).body;
    expect(await list()).toEqual([{ id, _links: [] }]);
    const { 'predecessor-version': token } = (await api().changePost(id, { content: 'друго' }))._links;
    expect(token).toHaveLength(1);
    expect(await list()).toEqual([{ id, _links: { 'predecessor-version': token } }]);
    const one = await api().ask(`/posts/${id}?context=edit&_fields=id,_links.predecessor-version`);
    expect(one.body).toMatchObject({ id, _links: { 'predecessor-version': token, self: expect.any(Array) } });
    expect((await api().ask(`/posts/${id}?_fields=id`)).body).toEqual({ id });
  });

  it('silently drops nested names of comments: content must be asked for whole', async () => {
    const post = await api().createPost();
    const { id } = await api().createComment(post.id, { content: 'цяло' });
    const nested = await api().ask(`/comments?post=${post.id}&context=edit&_fields=id,content.raw`);
    expect(nested.body).toEqual([{ id }]);
    const whole = await api().ask(`/comments?post=${post.id}&context=edit&_fields=id,content`);
    expect(whole.body).toEqual([{ id, content: { raw: 'цяло', rendered: '<p>цяло</p>\n' } }]);
  });

  it('answers an empty list where nothing is left of a record', async () => {
    const post = await api().createPost();
    await api().createComment(post.id);
    expect((await api().ask(`/comments?post=${post.id}&_fields=content.raw`)).body).toEqual([[]]);
  });

  it('does not cut errors', async () => {
    expect((await api().ask('/posts/99999999?_fields=id')).body).toMatchObject({
      code: 'rest_post_invalid_id',
    });
  });

  it('keeps mail, address, agent and raw text of a comment for context=edit', async () => {
    const post = await api().createPost();
    const { id } = await api().readersComment(post.id);
    const seen = await api().ask(`/comments/${id}`);
    for (const name of ['author_email', 'author_ip', 'author_user_agent']) {
      expect(seen.body).not.toHaveProperty(name);
      expect(await api().readComment(id)).toHaveProperty(name);
    }
    expect(seen.body).not.toHaveProperty('content.raw');
  });

  it('gives three sizes of avatar to comments, and false to pingbacks', async () => {
    const post = await api().createPost();
    const { id } = await api().createComment(post.id);
    const url = expect.stringMatching(/^https?:/);
    expect((await api().ask(`/comments/${id}`)).body).toMatchObject({
      author_avatar_urls: { 24: url, 48: url, 96: url },
    });
    expect((await api().ask(`/comments/${api().blog.ping.id}`)).body).toMatchObject({
      author_avatar_urls: { 24: false, 48: false, 96: false },
    });
  });
}
