import { expect, it } from 'vitest';
import { expectRefusal, expectWrongParam, idsIn, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

/** Trash, coming back, and the end. */
export function postDeleteContract(api: Api): void {
  it('moves a post to the trash under another slug, and says 410 the second time', async () => {
    const slug = uniqueWord();
    const { id } = await api().createPost({ slug });
    const answer = await api().delete(`/posts/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id, status: 'trash', slug: `${slug}__trashed` });
    expect(await api().readPost(id)).toMatchObject({ status: 'trash', link: `${api().blog.url}/?p=${id}` });
    expectRefusal(await api().delete(`/posts/${id}`), 410, 'rest_already_trashed');
    expect((await api().createPost({ slug })).slug).toBe(slug);
  });

  it('gives the slug back to a post that leaves the trash', async () => {
    const slug = uniqueWord();
    const { id } = await api().createPost({ slug });
    await api().delete(`/posts/${id}`);
    expect(await api().changePost(id, { status: 'publish' })).toMatchObject({ slug, status: 'publish' });
  });

  it('takes the comments along, and leaves them post-trashed when the post comes back by its status', async () => {
    const { id } = await api().createPost();
    const comment = await api().createComment(id);
    await api().delete(`/posts/${id}`);
    expect((await api().readComment(comment.id)).status).toBe('post-trashed');
    await api().changePost(id, { status: 'publish' });
    expect((await api().readComment(comment.id)).status).toBe('post-trashed');
    expect(idsIn(await api().ask(`/comments?post=${id}`))).toEqual([]);
    expect(idsIn(await api().ask(`/comments?post=${id}&status=any&type=all`))).toEqual([comment.id]);
  });

  it('deletes for good with force, comments included, and leaves no trace', async () => {
    const { id } = await api().createPost();
    const comment = await api().createComment(id);
    const answer = await api().delete(`/posts/${id}?force=true`);
    expect(answer.body).toMatchObject({ deleted: true, previous: { id } });
    expectRefusal(await api().ask(`/posts/${id}`), 404, 'rest_post_invalid_id');
    expectRefusal(await api().delete(`/posts/${id}`), 404, 'rest_post_invalid_id');
    expectRefusal(await api().ask(`/comments/${comment.id}`), 404, 'rest_comment_invalid_id');
    expect((await api().ask(`/posts?include=${id}&status=any,trash`)).body).toEqual([]);
  });

  it('refuses a force that is neither true nor false', async () => {
    const { id } = await api().createPost();
    expectWrongParam(await api().delete(`/posts/${id}?force=banana`), 'force', 'rest_invalid_type');
  });
}
