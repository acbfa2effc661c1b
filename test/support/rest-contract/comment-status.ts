import { expect, it } from 'vitest';
import { expectRefusal, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

/** The words for statuses, and the ways back. */
export function commentStatusContract(api: Api): void {
  async function walk(...words: string[]): Promise<string[]> {
    const { id: post } = await api().createPost();
    const { id } = await api().createComment(post);
    const seen: string[] = [];
    for (const status of words) seen.push((await api().changeComment(id, { status })).status);
    return seen;
  }

  it('holds strangers, and people with two links; one approved comment makes a person known', async () => {
    const { id: post } = await api().createPost();
    const who = { author_name: uniqueWord(), author_email: `${uniqueWord()}@pismo.example`, author_url: '' };
    const first = await api().createComment(post, who);
    expect(first.status).toBe('hold');
    expect((await api().createComment(post, who)).status).toBe('hold');
    await api().changeComment(first.id, { status: 'approved' });
    expect((await api().createComment(post, who)).status).toBe('approved');
    const content = `${uniqueWord()} https://a.example https://b.example`;
    expect((await api().createComment(post, { ...who, content })).status).toBe('hold');
    const two = await api().createComment(post, { content: `${content} и още` });
    expect(two.status).toBe('approved');
  });

  it('writes approved, approve and 1; hold and 0; spam; trash', async () => {
    const words = ['hold', 'approved', '0', 'approve', 'hold', '1', 'spam', 'trash'];
    const read = ['hold', 'approved', 'hold', 'approved', 'hold', 'approved', 'spam', 'trash'];
    expect(await walk(...words)).toEqual(read);
  });

  it('answers 200 to an unknown status and changes nothing', async () => {
    expect(await walk('banana', 'hold', 'pending')).toEqual(['approved', 'hold', 'hold']);
  });

  it('goes back from spam and trash to what was before, through both', async () => {
    expect(await walk('spam', 'unspam')).toEqual(['spam', 'approved']);
    expect(await walk('hold', 'trash', 'untrash')).toEqual(['hold', 'trash', 'hold']);
    expect(await walk('spam', 'trash', 'untrash')).toEqual(['spam', 'trash', 'spam']);
    expect(await walk('trash', 'approved')).toEqual(['trash', 'approved']);
  });

  it('puts into the queue what is taken back without having been put aside', async () => {
    expect(await walk('unspam')).toEqual(['hold']);
  });

  it('deletes to the trash once, then says 410', async () => {
    const { id: post } = await api().createPost();
    const { id } = await api().createComment(post);
    const first = await api().delete(`/comments/${id}`);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ id, status: 'trash' });
    expectRefusal(await api().delete(`/comments/${id}`), 410, 'rest_already_trashed');
    expect(await walk('trash', 'trash')).toEqual(['trash', 'trash']);
  });

  it('changes text and status in one write', async () => {
    const { id: post } = await api().createPost();
    const { id } = await api().createComment(post);
    const after = await api().changeComment(id, { status: 'hold', content: 'и текст' });
    expect(after).toMatchObject({ status: 'hold', content: { raw: 'и текст' } });
  });
}
