import { expect, it } from 'vitest';
import { expectRefusal, expectWrongParam, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

/** What a stranger is told; a wrong password makes one, silently. */
export function accessContract(api: Api): void {
  credentials(api);
  strangers(api);
}

function credentials(api: Api): void {
  it('takes a wrong password for no password: public lists still answer 200', async () => {
    const list = await api().ask('/posts', { as: 'wrong password' });
    expect(list.status).toBe(200);
    expectRefusal(
      await api().ask('/users/me?context=edit', { as: 'wrong password' }),
      401,
      'rest_not_logged_in',
    );
    expectRefusal(await api().ask('/users/me', { as: 'stranger' }), 401, 'rest_not_logged_in');
  });

  it('tells a signed-in user what they may do', async () => {
    const { status, body } = await api().ask('/users/me?context=edit');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: api().blog.owner.id,
      username: api().blog.owner.login,
      name: expect.any(String),
      slug: expect.any(String),
      roles: ['administrator'],
      capabilities: {
        edit_posts: true,
        publish_posts: true,
        edit_others_posts: true,
        moderate_comments: true,
        unfiltered_html: true,
        manage_categories: true,
        upload_files: true,
      },
    });
    expect((await api().ask('/users/me')).body).not.toHaveProperty('capabilities');
  });

  it('accepts an application password with its spaces', async () => {
    const { login, password } = api().blog.owner;
    const spaced = password.replaceAll(' ', '').replace(/.{4}(?=.)/g, '$& ');
    const reply = await api().blog.fetch(
      new Request(`${api().blog.url}/wp-json/wp/v2/users/me`, {
        headers: { authorization: `Basic ${btoa(`${login}:${spaced}`)}` },
      }),
    );
    expect(reply.status).toBe(200);
  });
}

function strangers(api: Api): void {
  it('refuses context=edit to strangers with 401', async () => {
    const { id } = await api().createPost();
    for (const path of ['/posts', `/posts/${id}`, '/comments', '/categories', '/users'])
      expectRefusal(
        await api().ask(`${path}?context=edit`, { as: 'stranger' }),
        401,
        'rest_forbidden_context',
      );
  });

  it('refuses hidden posts and comments to strangers', async () => {
    const draft = await api().createPost({ status: 'draft' });
    const { id } = await api().createPost();
    const held = await api().createComment(id, { status: 'hold' });
    expectRefusal(await api().ask(`/posts/${draft.id}`, { as: 'stranger' }), 401, 'rest_forbidden');
    expectRefusal(await api().ask(`/comments/${held.id}`, { as: 'stranger' }), 401, 'rest_cannot_read');
    const ofDraft = await api().ask(`/comments?post=${draft.id}`, { as: 'stranger' });
    expectRefusal(ofDraft, 401, 'rest_cannot_read_post');
  });

  it('names a forbidden status of posts as a wrong parameter, a forbidden one of comments as 401', async () => {
    for (const status of ['draft', 'any'])
      expectWrongParam(
        await api().ask(`/posts?status=${status}`, { as: 'stranger' }),
        'status',
        'rest_forbidden_status',
      );
    for (const query of ['status=hold', 'status=any', 'type=all', 'author=1', 'author_email=a@b.example'])
      expectRefusal(await api().ask(`/comments?${query}`, { as: 'stranger' }), 401, 'rest_forbidden_param');
  });

  it('lets strangers write nothing', async () => {
    const { id } = await api().createPost();
    const comment = await api().createComment(id);
    const as = 'stranger';
    expectRefusal(await api().post('/posts', { title: 'x' }, { as }), 401, 'rest_cannot_create');
    expectRefusal(await api().post(`/posts/${id}`, { title: 'x' }, { as }), 401, 'rest_cannot_edit');
    expectRefusal(await api().delete(`/posts/${id}`, { as }), 401, 'rest_cannot_delete');
    expectRefusal(
      await api().post(`/comments/${comment.id}`, { status: 'spam' }, { as }),
      401,
      'rest_cannot_edit',
    );
    expectRefusal(await api().delete(`/comments/${comment.id}`, { as }), 401, 'rest_cannot_delete');
    const said = await api().post('/comments', { post: id, content: 'x' }, { as });
    expectRefusal(said, 401, 'rest_comment_login_required');
    expectRefusal(await api().post('/tags', { name: uniqueWord() }, { as }), 401, 'rest_cannot_create');
    expectRefusal(await api().ask('/settings', { as }), 401, 'rest_forbidden');
  });
}
