import { expect, it } from 'vitest';
import { must } from './must.ts';
import { guestComment, type Role, type Scene, unique } from './site-contract.ts';

/** What a {@link SiteClient} promises about answers. */
export function replyContract(role: Role, scene: () => Scene): void {
  const moderates = role === 'administrator' || role === 'editor';

  // Whoever is no moderator may comment once in fifteen seconds: the harder text is enough for them.
  const texts = ['Така е – „точно“ 😀 виж <a href="https://example.test/a?b=1&c=2">тук</a>\n\nи "тук".'];
  if (moderates) texts.push('Съгласна съм. 2 < 3', ' *Звездички* и `код` ');

  it.each(texts)('answers as ourselves, once: the same again is the one that is there (%s)', async (text) => {
    const { client, postId } = scene();
    const parent = await guestComment(scene(), { status: 'approved' });
    const reply = { postRemoteId: postId, parentRemoteId: parent.remoteId, content: unique(text) };
    expect(must(await client.findReply(reply))).toBeNull();
    const sent = must(await client.createReply(reply));
    expect(sent).toMatchObject({
      postRemoteId: postId,
      parentRemoteId: parent.remoteId,
      // Who is no moderator waits for one like any reader.
      status: moderates ? 'approved' : 'pending',
      author: { userId: must(await client.identify()).user.id },
    });
    expect(must(await client.createReply(reply))).toEqual(sent);
    expect(must(await client.findReply(reply))).toEqual(sent);
    expect(await countReplies(scene(), parent.remoteId)).toBe(1);
    expect(must(await client.findReply({ ...reply, parentRemoteId: 0 }))).toBeNull();
    expect(must(await client.findReply({ ...reply, content: unique('Друго.') }))).toBeNull();
  });

  if (moderates) trashed(scene);

  it('is refused where comments are closed, or where there is no post', async () => {
    const { client, owner, ownerClient } = scene();
    const fields = {
      title: unique('Затворено'),
      body: '',
      excerpt: '',
      slug: '',
      status: 'publish' as const,
    };
    const { remoteId } = must(await ownerClient.createPost(fields));
    const body = { comment_status: 'closed' };
    must(await owner.call({ method: 'POST', route: `wp/v2/posts/${remoteId}`, body }));
    const reply = { postRemoteId: remoteId, parentRemoteId: 0, content: unique('Късно е.') };
    expect(await client.createReply(reply)).toMatchObject({
      error: { kind: 'forbidden', code: 'rest_comment_closed' },
    });
    expect(await client.createReply({ ...reply, postRemoteId: 999_999 })).toMatchObject({
      error: { kind: 'forbidden', code: 'rest_comment_invalid_post_id' },
    });
  });
}

function trashed(scene: () => Scene): void {
  it('does not count an answer that went to the trash', async () => {
    const { client, owner, postId } = scene();
    const reply = { postRemoteId: postId, parentRemoteId: 0, content: unique('Размислих.') };
    const first = must(await client.createReply(reply));
    must(await owner.call({ method: 'DELETE', route: `wp/v2/comments/${first.remoteId}` }));
    expect(must(await client.findReply(reply))).toBeNull();
    expect(must(await client.createReply(reply)).remoteId).not.toBe(first.remoteId);
  });
}

/** How many answers a comment has, the trash not counted. */
async function countReplies({ owner, postId }: Scene, parent: number): Promise<number> {
  const query = { post: postId, parent, status: 'any', context: 'edit', _fields: 'status' };
  const answer = must(await owner.call({ method: 'GET', route: 'wp/v2/comments', query }));
  return (must(answer.json()) as { status: string }[]).filter(({ status }) => status !== 'trash').length;
}
