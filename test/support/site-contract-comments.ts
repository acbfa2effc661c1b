import { expect, it } from 'vitest';
import type { CommentStatus } from '../../main/domain/comment.ts';
import type { RemoteComment } from '../../main/sites/site-client.ts';
import { must } from './must.ts';
import { everything, guestComment, type Role, type Scene, unique } from './site-contract.ts';

/** A decision on a comment as it was read. */
const decide = (comment: RemoteComment, status: CommentStatus) => ({
  remoteId: comment.remoteId,
  status,
  authorIp: comment.author.ip,
  authorAgent: comment.author.agent,
  dateGmt: comment.dateGmt,
});

/** What a {@link SiteClient} promises about comments. */
export function commentContract(role: Role, scene: () => Scene): void {
  reading(role, scene);
  if (role === 'administrator' || role === 'editor') deciding(scene);
  else watching(scene);
}

function reading(role: Role, scene: () => Scene): void {
  const moderates = role === 'administrator' || role === 'editor';

  it('lists every comment we may see once, newest first, page by page', async () => {
    const { client, blog } = scene();
    await blog.fill();
    const pending = await guestComment(scene());
    const spam = await guestComment(scene(), { status: 'spam' });
    const approved = await guestComment(scene(), { status: 'approved' });
    const first = must(await client.listComments(1));
    expect(first.total).toBeGreaterThan(100);
    expect(first.rejected).toEqual([]);
    const comments = await everything((page) => client.listComments(page));
    const ids = comments.map((comment) => comment.remoteId);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    const find = (id: number) => comments.find((comment) => comment.remoteId === id);
    expect(find(pending.remoteId)).toEqual(moderates ? pending : undefined);
    expect(find(spam.remoteId)).toEqual(moderates ? spam : undefined);
    expect(find(approved.remoteId)).toEqual(moderates ? approved : asSeenByReaders(approved));
  });

  it('has no records past the end', async () => {
    const { pages, total } = must(await scene().client.listComments(1));
    const past = must(await scene().client.listComments(pages + 5));
    expect(past).toEqual({ records: [], rejected: [], total, pages });
  });

  it('reads a single one', async () => {
    const approved = await guestComment(scene(), { status: 'approved' });
    expect(must(await scene().client.getComment(approved.remoteId))).toEqual(
      moderates ? approved : asSeenByReaders(approved),
    );
  });

  it('knows a comment that is gone', async () => {
    const { client, owner } = scene();
    const { remoteId } = await guestComment(scene(), { status: 'approved' });
    const query = { force: 'true' };
    must(await owner.call({ method: 'DELETE', route: `wp/v2/comments/${remoteId}`, query }));
    const gone = { ok: false, error: { kind: 'not-found', what: 'comment', id: String(remoteId) } };
    expect(await client.getComment(remoteId)).toEqual(gone);
  });
}

function asSeenByReaders(comment: RemoteComment): RemoteComment {
  return { ...comment, raw: '', author: { ...comment.author, email: '', ip: '', agent: '' } };
}

function deciding(scene: () => Scene): void {
  const ways: readonly CommentStatus[] = [
    'approved',
    'pending',
    'spam',
    'approved',
    'trash',
    'pending',
    'trash',
    'spam',
  ];

  it('gives a comment every status and changes nothing else of it', async () => {
    let comment = await guestComment(scene());
    const before = comment;
    for (const status of ways) {
      comment = must(await scene().client.setCommentStatus(decide(comment, status)));
      expect(comment).toEqual({ ...before, status });
      expect(must(await scene().ownerClient.getComment(comment.remoteId))).toEqual(comment);
    }
  });

  it('takes the same decision twice', async () => {
    const comment = await guestComment(scene());
    const once = must(await scene().client.setCommentStatus(decide(comment, 'approved')));
    expect(must(await scene().client.setCommentStatus(decide(once, 'approved')))).toEqual(once);
  });

  it('does not wipe an address that we have not seen', async () => {
    const comment = await guestComment(scene());
    const blind = { ...decide(comment, 'approved'), authorIp: '', authorAgent: '', dateGmt: '' };
    expect(must(await scene().client.setCommentStatus(blind))).toEqual({ ...comment, status: 'approved' });
  });

  it('knows a comment that is gone', async () => {
    const error = { kind: 'not-found', what: 'comment', id: '999999' };
    const nothing = {
      remoteId: 999_999,
      authorIp: '192.0.2.1',
      authorAgent: 'x',
      dateGmt: '2026-01-01T00:00:00Z',
    };
    expect(await scene().client.setCommentStatus({ ...nothing, status: 'spam' })).toEqual({
      ok: false,
      error,
    });
  });
}

function watching(scene: () => Scene): void {
  it('says that the role may not decide nor see what is not public', async () => {
    const comment = await guestComment(scene(), { content: unique('Чака.') });
    expect(await scene().client.getComment(comment.remoteId)).toMatchObject({ error: { kind: 'forbidden' } });
    expect(await scene().client.setCommentStatus(decide(comment, 'approved'))).toMatchObject({
      error: { kind: 'forbidden', code: 'rest_cannot_edit' },
    });
    expect(must(await scene().ownerClient.getComment(comment.remoteId))).toEqual(comment);
  });
}
