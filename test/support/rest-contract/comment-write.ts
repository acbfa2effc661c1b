import { expect, it } from 'vitest';
import { expectRefusal, expectWrongParam, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

/** Replies, edits, and what every write overwrites. */
export function commentWriteContract(api: Api): void {
  replies(api);
  twins(api);
  origins(api);
  texts(api);
  trees(api);
}

function replies(api: Api): void {
  it('takes a reply without an author for the signed-in user’s, approved at once', async () => {
    const { id: post } = await api().createPost();
    const asked = await api().readersComment(post, { status: 'hold' });
    const reply = await api().createComment(post, { parent: asked.id });
    expect(reply).toMatchObject({
      parent: asked.id,
      author: api().blog.owner.id,
      status: 'approved',
      type: 'comment',
    });
    expect(reply.author_user_agent).toBe('Contract/1');
    expect(reply.link).toContain(`#comment-${reply.id}`);
    expect((await api().readComment(asked.id)).status).toBe('hold');
  });

  it('writes in somebody’s name when author fields are sent', async () => {
    const { id: post } = await api().createPost();
    expect(await api().readersComment(post)).toMatchObject({ author: 0, author_name: 'Читател' });
    const json = { post, content: uniqueWord(), author: 99999 };
    expectRefusal(await api().post('/comments', json), 400, 'rest_comment_author_invalid');
  });

  it('refuses where nobody may comment, even the administrator', async () => {
    const closed = await api().createPost({ comment_status: 'closed' });
    const draft = await api().createPost({ status: 'draft' });
    const send = (json: object) => api().post('/comments', { content: uniqueWord(), ...json });
    expectRefusal(await send({ post: closed.id }), 403, 'rest_comment_closed');
    expectRefusal(await send({ post: draft.id }), 403, 'rest_comment_draft_post');
    expectRefusal(await send({ post: 99999999 }), 403, 'rest_comment_invalid_post_id');
    expectRefusal(await send({}), 403, 'rest_comment_invalid_post_id');
  });

  it('refuses an empty text and other types', async () => {
    const { id: post } = await api().createPost();
    for (const content of ['', '   '])
      expectRefusal(await api().post('/comments', { post, content }), 400, 'rest_comment_content_invalid');
    const ping = await api().post('/comments', { post, content: uniqueWord(), type: 'pingback' });
    expectRefusal(ping, 400, 'rest_invalid_comment_type');
  });

  it('accepts a parent on another post', async () => {
    const [here, there] = [await api().createPost(), await api().createPost()];
    const parent = await api().createComment(there.id);
    expect((await api().createComment(here.id, { parent: parent.id })).parent).toBe(parent.id);
  });
}

function twins(api: Api): void {
  it('refuses the same words at the same place with 409, so a retry is safe', async () => {
    const { id: post } = await api().createPost();
    const content = uniqueWord();
    const first = await api().createComment(post, { content });
    expectRefusal(await api().post('/comments', { post, content: ` ${content} ` }), 409, 'comment_duplicate');
    expect((await api().createComment(post, { content, parent: first.id })).status).toBe('approved');
  });

  it('does not count a twin in the trash', async () => {
    const { id: post } = await api().createPost();
    const content = uniqueWord();
    const first = await api().createComment(post, { content });
    await api().delete(`/comments/${first.id}`);
    expect((await api().createComment(post, { content })).id).not.toBe(first.id);
  });
}

function origins(api: Api): void {
  it('overwrites address and agent with the caller’s at every update, even of the status alone', async () => {
    const { id: post } = await api().createPost();
    const comment = await api().readersComment(post, { status: 'hold' });
    expect(comment).toMatchObject({ author_ip: '198.51.100.24', author_user_agent: 'Reader/7' });
    const after = await api().changeComment(comment.id, { status: 'approved' }, { agent: 'Moderator/3' });
    expect(after.author_ip).not.toBe('198.51.100.24');
    expect(after.author_user_agent).toBe('Moderator/3');
    expect(await api().changeComment(comment.id, {}, { agent: 'Nobody/1' })).toMatchObject({
      author_user_agent: 'Nobody/1',
    });
  });

  it('keeps them when both are sent back', async () => {
    const { id: post } = await api().createPost();
    const { id, author_ip, author_user_agent } = await api().readersComment(post);
    const after = await api().changeComment(id, { status: 'spam', author_ip, author_user_agent });
    expect(after).toMatchObject({ status: 'spam', author_ip, author_user_agent });
    const v6 = await api().changeComment(id, { author_ip: '2001:db8::1', author_user_agent });
    expect(v6.author_ip).toBe('2001:db8::1');
  });

  it('takes null for no address, and leaves the agent alone for a caller without one', async () => {
    const { id: post } = await api().createPost();
    const { id, author_user_agent } = await api().readersComment(post);
    const after = await api().changeComment(id, { status: 'hold', author_ip: null }, { agent: '' });
    expect(after).toMatchObject({ status: 'hold', author_ip: '', author_user_agent });
  });

  it('refuses an empty or wrong address, and takes an empty agent for none', async () => {
    const { id: post } = await api().createPost();
    const { id } = await api().readersComment(post);
    for (const author_ip of ['', 'nonsense']) {
      const answer = await api().post(`/comments/${id}`, { status: 'hold', author_ip });
      expectWrongParam(answer, 'author_ip', 'rest_invalid_ip');
    }
    expect((await api().readComment(id)).status).toBe('approved');
    expect((await api().changeComment(id, { author_user_agent: '' })).author_user_agent).toBe('Contract/1');
    const mail = await api().post(`/comments/${id}`, { author_email: 'bad' });
    expectWrongParam(mail, 'author_email', 'rest_invalid_email');
  });
}

function texts(api: Api): void {
  it('renders paragraphs, breaks, links and smileys', async () => {
    const { id: post } = await api().createPost();
    const content = 'Здравей :) виж https://gari.example/a?b=1&c=2.\nP.S. ;)\n\n- едно\n- <b>две</b>';
    const { rendered, raw } = (await api().createComment(post, { content })).content;
    expect(raw).toBe(content);
    const link = 'https://gari.example/a?b=1&#038;c=2';
    expect(rendered.split('\n').slice(0, 2)).toEqual([
      `<p>Здравей 🙂 виж <a href="${link}" rel="nofollow ugc">${link}</a>.<br />`,
      'P.S. 😉</p>',
    ]);
    expect(rendered).toContain('<b>две</b></p>');
    expect(rendered.match(/<p>/g)).toHaveLength(2);
  });

  it('marks links in the stored text as the reader’s', async () => {
    const { id: post } = await api().createPost();
    const { content } = await api().createComment(post, { content: '<a href="https://gari.example">x</a>' });
    expect(content.raw).toBe('<a href="https://gari.example" rel="nofollow ugc">x</a>');
  });

  it('edits text, name and mail, and not to nothing', async () => {
    const { id: post } = await api().createPost();
    const { id } = await api().readersComment(post);
    const after = await api().changeComment(id, {
      content: 'поправено',
      author_name: 'Друг',
      author_email: '',
    });
    expect(after).toMatchObject({ content: { raw: 'поправено' }, author_name: 'Друг', author_email: '' });
    expectRefusal(await api().post(`/comments/${id}`, { content: ' ' }), 400, 'rest_comment_content_invalid');
    expectRefusal(
      await api().post(`/comments/${id}`, { type: 'pingback' }),
      404,
      'rest_comment_invalid_type',
    );
    expectRefusal(await api().post('/comments/99999999', { status: 'spam' }), 404, 'rest_comment_invalid_id');
  });
}

function trees(api: Api): void {
  it('moves the answers of a comment deleted for good up to its parent, not of a trashed one', async () => {
    const { id: post } = await api().createPost();
    const top = await api().createComment(post);
    const middle = await api().createComment(post, { parent: top.id });
    const leaf = await api().createComment(post, { parent: middle.id });
    await api().delete(`/comments/${middle.id}`);
    expect((await api().readComment(leaf.id)).parent).toBe(middle.id);
    const answer = await api().delete(`/comments/${middle.id}?force=true`);
    expect(answer.body).toMatchObject({ deleted: true, previous: { id: middle.id } });
    expect((await api().readComment(leaf.id)).parent).toBe(top.id);
    expectRefusal(await api().ask(`/comments/${middle.id}`), 404, 'rest_comment_invalid_id');
  });
}
