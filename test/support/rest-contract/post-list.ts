import { expect, it } from 'vitest';
import { expectRefusal, expectWrongParam, idsIn, nextSecond, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

/** `GET /posts`. */
export function postListContract(api: Api): void {
  pages(api);
  filters(api);
  changes(api);
}

function pages(api: Api): void {
  it('counts in headers, also for HEAD', async () => {
    const word = uniqueWord();
    for (const n of [1, 2, 3]) await api().createPost({ title: `${word} ${n}` });
    const list = await api().ask(`/posts?search=${word}&per_page=2`);
    const head = await api().ask(`/posts?search=${word}&per_page=2`, { method: 'HEAD' });
    for (const { headers } of [list, head]) {
      expect(headers.get('x-wp-total')).toBe('3');
      expect(headers.get('x-wp-totalpages')).toBe('2');
    }
    expect(list.body).toHaveLength(2);
    expect(head.body).toBeNull();
  });

  it('refuses more than 100 a page, and less than one', async () => {
    expectWrongParam(await api().ask('/posts?per_page=101'), 'per_page', 'rest_out_of_bounds');
    expectWrongParam(await api().ask('/posts?per_page=0'), 'per_page', 'rest_out_of_bounds');
    expectWrongParam(await api().ask('/posts?per_page=x'), 'per_page', 'rest_invalid_type');
    expectWrongParam(await api().ask('/posts?page=0'), 'page', 'rest_out_of_bounds');
    expect((await api().ask('/posts?per_page=100')).status).toBe(200);
  });

  it('refuses a page past the end', async () => {
    expectRefusal(await api().ask('/posts?page=9999'), 400, 'rest_post_invalid_page_number');
  });

  it('refuses words it does not know in order, orderby, context and status', async () => {
    for (const name of ['order', 'orderby', 'context', 'status'])
      expectWrongParam(await api().ask(`/posts?${name}=banana`), name, 'rest_not_in_enum');
  });

  it('ignores parameters it does not know', async () => {
    expect((await api().ask('/posts?banana=1')).status).toBe(200);
  });
}

function filters(api: Api): void {
  it('means everything but trash by any; trash must be named', async () => {
    const word = uniqueWord();
    const made = [];
    for (const status of ['publish', 'draft', 'pending', 'private'])
      made.push((await api().createPost({ title: word, status })).id);
    const trashed = (await api().createPost({ title: word })).id;
    await api().delete(`/posts/${trashed}`);
    const found = async (status: string) =>
      idsIn(await api().ask(`/posts?status=${status}&search=${word}&orderby=id&order=asc&_fields=id`));
    expect(await found('any')).toEqual(made);
    expect(await found('trash')).toEqual([trashed]);
    expect(await found('draft,trash')).toEqual([made[1], trashed]);
    expect(idsIn(await api().ask(`/posts?search=${word}`))).toEqual([made[0]]);
  });

  it('takes include and exclude as lists in both spellings', async () => {
    const [a, b] = [(await api().createPost()).id, (await api().createPost()).id];
    const ids = async (query: string) =>
      idsIn(await api().ask(`/posts?_fields=id&${query}`)).toSorted((x, y) => x - y);
    expect(await ids(`include=${a},${b}`)).toEqual([a, b]);
    expect(await ids(`include[]=${a}&include[]=${b}&include[]=99999999`)).toEqual([a, b]);
    expect(await ids(`include=${a},${b}&exclude=${a}`)).toEqual([a, b]);
    expect(await ids(`exclude=${a}`)).not.toContain(a);
    expect(idsIn(await api().ask(`/posts?include=${b},${a}&orderby=include&_fields=id`))).toEqual([b, a]);
  });

  it('orders by id, title and date', async () => {
    const word = uniqueWord();
    const b = await api().createPost({ title: `${word} b`, date_gmt: '2020-01-01T10:00:00' });
    const a = await api().createPost({ title: `${word} a`, date_gmt: '2021-01-01T10:00:00' });
    const ids = async (query: string) => idsIn(await api().ask(`/posts?search=${word}&_fields=id&${query}`));
    expect(await ids('orderby=date&order=asc')).toEqual([b.id, a.id]);
    expect(await ids('orderby=id&order=desc')).toEqual([a.id, b.id]);
    expect(await ids('orderby=title&order=asc')).toEqual([a.id, b.id]);
    expect(await ids('')).toEqual([a.id, b.id]);
  });

  it('finds by category and tag', async () => {
    const tag = await api().post('/tags', { name: uniqueWord() });
    const { id } = tag.body as { id: number };
    const post = await api().createPost({ tags: [id] });
    expect(idsIn(await api().ask(`/posts?tags=${id}`))).toEqual([post.id]);
    expect(idsIn(await api().ask(`/posts?tags=${id}&categories=99999999`))).toEqual([]);
  });
}

function changes(api: Api): void {
  it('takes modified_after exclusively, in whole seconds', async () => {
    const post = await api().createPost();
    const ids = async (stamp: string) =>
      idsIn(await api().ask(`/posts?include=${post.id}&modified_after=${stamp}&_fields=id`));
    const before = new Date(Date.parse(`${post.modified_gmt}Z`) - 1000).toISOString().slice(0, 19);
    expect(await ids(`${post.modified_gmt}Z`)).toEqual([]);
    expect(await ids(`${before}Z`)).toEqual([post.id]);
  });

  it('reads modified_after in the blog’s own time unless it ends in Z', async () => {
    const post = await api().createPost();
    const local = post.date;
    const ids = async (stamp: string) =>
      idsIn(await api().ask(`/posts?include=${post.id}&modified_after=${stamp}&_fields=id`));
    // The GMT stamp without its letter is read as Sofia's time, two or three hours earlier.
    expect(await ids(post.modified_gmt)).toEqual([post.id]);
    expect(await ids(local)).toEqual([]);
    expectWrongParam(
      await api().ask('/posts?modified_after=2026-01-01'),
      'modified_after',
      'rest_invalid_date',
    );
  });

  it('moves modified even by an update that changes nothing', async () => {
    const post = await api().createPost();
    await nextSecond();
    const after = await api().changePost(post.id, {});
    expect(after.modified_gmt > post.modified_gmt).toBe(true);
  });

  it('does not move modified by a comment', async () => {
    const post = await api().createPost();
    await nextSecond();
    await api().createComment(post.id);
    expect((await api().readPost(post.id)).modified_gmt).toBe(post.modified_gmt);
  });
}
