import { expect, it } from 'vitest';
import { expectWrongParam, idsIn, uniqueWord } from './contract-blog.ts';
import type { Api } from './suite.ts';

/** `GET /comments`. */
export function commentListContract(api: Api): void {
  statuses(api);
  pages(api);
  filters(api);
}

async function oneOfEach(api: Api) {
  const { id: post } = await api().createPost();
  const approved = (await api().createComment(post)).id;
  const held = (await api().createComment(post, { status: 'hold' })).id;
  const spam = (await api().createComment(post, { status: 'spam' })).id;
  const trash = (await api().createComment(post)).id;
  await api().delete(`/comments/${trash}`);
  const found = async (status: string) =>
    idsIn(await api().ask(`/comments?post=${post}&status=${status}&orderby=id&order=asc&_fields=id`));
  return { approved, held, spam, trash, found };
}

function statuses(api: Api): void {
  it('reads with approve, although it writes approved; approved and lists find nothing', async () => {
    const { approved, found } = await oneOfEach(api);
    expect(await found('approve')).toEqual([approved]);
    expect(await found('approved')).toEqual([]);
    expect(await found('approve,hold')).toEqual([]);
    expect(await found('banana')).toEqual([]);
  });

  it('means hold and approve by all, everything by any', async () => {
    const { approved, held, spam, trash, found } = await oneOfEach(api);
    expect(await found('all')).toEqual([approved, held]);
    expect(await found('any')).toEqual([approved, held, spam, trash]);
    expect(await found('hold')).toEqual([held]);
    expect(await found('spam')).toEqual([spam]);
    expect(await found('trash')).toEqual([trash]);
  });

  it('gives pingbacks only for type=all, pings or pingback', async () => {
    const { id, post } = api().blog.ping;
    const ids = async (query: string) =>
      idsIn(await api().ask(`/comments?post=${post}&per_page=100&${query}`));
    expect(await ids('status=any')).not.toContain(id);
    for (const type of ['all', 'pings', 'pingback'])
      expect(await ids(`status=any&type=${type}`)).toContain(id);
    expect((await api().ask(`/comments/${id}`)).body).toMatchObject({ type: 'pingback', author: 0 });
  });
}

function pages(api: Api): void {
  it('answers a page past the end with an empty list, unlike posts', async () => {
    const answer = await api().ask('/comments?page=9999');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual([]);
  });

  it('counts in headers, also for HEAD and with one a page', async () => {
    const { id } = await api().createPost();
    for (let n = 0; n < 3; n += 1) await api().createComment(id);
    const { headers, body } = await api().ask(`/comments?post=${id}&per_page=1`, { method: 'HEAD' });
    expect(headers.get('x-wp-total')).toBe('3');
    expect(headers.get('x-wp-totalpages')).toBe('3');
    expect(body).toBeNull();
  });

  it('refuses more than 100 a page and orders it does not know; ignores unknown parameters', async () => {
    expectWrongParam(await api().ask('/comments?per_page=101'), 'per_page', 'rest_out_of_bounds');
    expectWrongParam(await api().ask('/comments?orderby=banana'), 'orderby', 'rest_not_in_enum');
    expect((await api().ask('/comments?banana=1')).status).toBe(200);
  });

  it('begins with the newest by date, not by id', async () => {
    const { id: post } = await api().createPost();
    const newer = await api().createComment(post, { date_gmt: '2021-01-01T10:00:00' });
    const older = await api().createComment(post, { date_gmt: '2020-01-01T10:00:00' });
    const ids = async (query: string) => idsIn(await api().ask(`/comments?post=${post}&_fields=id&${query}`));
    expect(await ids('')).toEqual([newer.id, older.id]);
    expect(await ids('order=asc')).toEqual([older.id, newer.id]);
    expect(await ids('orderby=id')).toEqual([older.id, newer.id]);
  });
}

function filters(api: Api): void {
  it('finds by parent, include, exclude and mail', async () => {
    const { id: post } = await api().createPost();
    const parent = await api().createComment(post);
    const child = await api().createComment(post, { parent: parent.id });
    const guest = await api().readersComment(post, { author_email: `${uniqueWord()}@pismo.example` });
    const ids = async (query: string) => idsIn(await api().ask(`/comments?post=${post}&orderby=id&${query}`));
    expect(await ids(`parent=${parent.id}`)).toEqual([child.id]);
    expect(await ids(`include=${parent.id},${guest.id}`)).toEqual([guest.id, parent.id]);
    expect(await ids(`exclude=${parent.id}`)).toEqual([guest.id, child.id]);
    expect(await ids(`author_email=${guest.author_email}`)).toEqual([guest.id]);
    expect(await ids(`search=${guest.content.raw}`)).toEqual([guest.id]);
    expect(await ids(`author=${api().blog.owner.id}`)).toEqual([child.id, parent.id]);
  });

  it('finds known comments in any state by include', async () => {
    const { approved, held, spam, trash } = await oneOfEach(api);
    const all = [approved, held, spam, trash];
    const answer = await api().ask(
      `/comments?include=${all}&status=any&type=all&order=asc&orderby=id&_fields=id,status`,
    );
    expect(answer.body).toEqual([
      { id: approved, status: 'approved' },
      { id: held, status: 'hold' },
      { id: spam, status: 'spam' },
      { id: trash, status: 'trash' },
    ]);
  });
}
