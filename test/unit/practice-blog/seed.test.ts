import { describe, expect, it } from 'vitest';
import { practiceCounts } from '../../../main/practice-blog/counts.ts';
import { seedState } from '../../../main/practice-blog/seed.ts';
import { toSiteTime } from '../../../main/practice-blog/site-time.ts';
import { practiceStateSchema } from '../../../main/practice-blog/state.ts';

const now = new Date('2026-11-17T06:36:00Z');
const seeded = seedState(now, 'one');
const postOf = (title: string) => seeded.posts.find((post) => post.title.startsWith(title));
const threadOf = (title: string) =>
  seeded.comments.filter((comment) => comment.post === postOf(title)?.id && comment.type === 'comment');

describe('the seeded blog', () => {
  it('is valid and the same every time', () => {
    expect(practiceStateSchema.parse(seeded)).toEqual(seeded);
    expect(seedState(now, 'one')).toEqual(seeded);
  });

  it('fits any hour: nothing but the scheduled post lies ahead, and every answer follows its question', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const at = new Date(Date.UTC(2026, 2, 29, hour, 7));
      const { posts, comments } = seedState(at, 'one');
      const stamp = at.toISOString().slice(0, 19);
      const ahead = posts.filter((post) => post.date_gmt > stamp).map((post) => post.status);
      expect(ahead).toEqual(['future']);
      expect(posts.filter((post) => post.modified_gmt > stamp)).toEqual([]);
      for (const comment of comments) {
        expect(comment.date_gmt <= stamp).toBe(true);
        const parent = comments.find((other) => other.id === comment.parent);
        if (comment.parent !== 0) expect(parent?.post).toBe(comment.post);
        expect((parent?.date_gmt ?? '') <= comment.date_gmt).toBe(true);
      }
    }
  });

  it('has the posts of a blog that has lived, in two languages and every state', () => {
    const statuses = seeded.posts.map((post) => post.status);
    expect(statuses.filter((status) => status === 'publish').length).toBeGreaterThanOrEqual(12);
    expect(statuses.filter((status) => status === 'draft')).toHaveLength(2);
    expect(statuses.filter((status) => status === 'future')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'private')).toHaveLength(1);
    expect(seeded.posts.filter((post) => !/[а-я]/i.test(post.title))).toHaveLength(4);
    expect(seeded.posts.filter((post) => !post.content.includes('<!-- wp:'))).toHaveLength(1);
    expect(new Set(seeded.posts.map((post) => post.date_gmt.slice(0, 4))).size).toBeGreaterThanOrEqual(4);
  });

  it('puts every post under known terms', () => {
    const ids = new Set(seeded.terms.map((term) => term.id));
    for (const post of seeded.posts) {
      expect(post.categories.length).toBeGreaterThan(0);
      expect([...post.categories, ...post.tags].every((id) => ids.has(id))).toBe(true);
    }
  });
});

describe('the seeded threads', () => {
  it('are as long as they should be', () => {
    const approved = (title: string) =>
      threadOf(title).filter((comment) => comment.status === 'approved').length;
    expect(approved('С теснолинейката')).toBe(12);
    expect(approved('Лютеница')).toBeGreaterThanOrEqual(45);
    expect(approved('Къщи с еркери')).toBeGreaterThanOrEqual(20);
    expect(approved('A slow train')).toBe(16);
  });

  it('number like the mock-ups: the ninth says to sit on the left, the tenth is the owner answering it', () => {
    const inOrder = threadOf('С теснолинейката').filter((comment) => comment.status === 'approved');
    const [ninth, tenth] = inOrder.toSorted((a, b) => a.id - b.id).slice(8, 10);
    expect(ninth?.content).toContain('Седнете отляво');
    expect(tenth).toMatchObject({ author: 1, parent: ninth?.id });
    expect(toSiteTime(tenth?.date_gmt ?? '')).toContain('T21:02');
  });

  it('hold the kinds of comments a moderator meets', () => {
    const pending = seeded.comments.filter((comment) => comment.status === 'hold');
    const some = (pattern: RegExp) => pending.some((comment) => pattern.test(comment.content));
    expect(pending.length).toBeGreaterThanOrEqual(20);
    expect(some(/\p{Script=Hebrew}/u)).toBe(true);
    expect(some(/\p{Script=Glagolitic}/u)).toBe(true);
    expect(some(/[ыэё]/)).toBe(true);
    expect(some(/\p{Emoji_Presentation}/u)).toBe(true);
    expect(pending.some((comment) => comment.content.length > 2000)).toBe(true);
    expect(pending.some((comment) => comment.type === 'pingback')).toBe(true);
    expect(some(/https?:/)).toBe(true);
  });

  it('hold a wave: one offer from many addresses within minutes', () => {
    const wave = seeded.comments.filter((comment) => /500.*(завъртания|free spins)/i.test(comment.content));
    expect(wave.length).toBeGreaterThanOrEqual(14);
    expect(new Set(wave.map((comment) => comment.author_ip)).size).toBeGreaterThanOrEqual(12);
  });

  it('name nobody real: documentation addresses and .example only', () => {
    const documentation = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^2001:db8:/;
    for (const comment of seeded.comments) {
      expect(comment.author_ip).toMatch(documentation);
      expect(comment.author_email).toMatch(/^$|\.example$/);
      for (const [, host] of `${comment.author_url} ${comment.content}`.matchAll(/https?:\/\/([\w.-]+)/g))
        expect(host).toMatch(/\.example$/);
    }
  });

  it('are counted for the welcome screen', () => {
    const count = (status: string) => seeded.comments.filter((one) => one.status === status).length;
    expect(practiceCounts).toEqual({
      posts: seeded.posts.length,
      comments: count('approved') + count('hold'),
      pending: count('hold'),
      spam: count('spam'),
    });
  });
});
