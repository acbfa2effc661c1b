import { expect, it } from 'vitest';
import { expectWrongParam, nextSecond } from './contract-blog.ts';
import type { Api } from './suite.ts';

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19);

/** When a post is out, and what its stamps say. */
export function postDateContract(api: Api): void {
  chosen(api);
  floating(api);
}

function chosen(api: Api): void {
  it('publishes at once what is scheduled without a date, in the past, or within a minute', async () => {
    for (const fields of [{}, { date_gmt: '2020-01-01T10:00:00' }, { date_gmt: inMinutes(0.5) }])
      expect((await api().createPost({ status: 'future', ...fields })).status).toBe('publish');
  });

  it('schedules what is ahead, even if publishing was asked for', async () => {
    for (const status of ['future', 'publish']) {
      const post = await api().createPost({ status, date_gmt: inMinutes(90) });
      expect(post).toMatchObject({ status: 'future', link: `${api().blog.url}/?p=${post.id}` });
      expect(post.slug).not.toBe('');
    }
  });

  it('reads date in the blog’s own time, winter and summer, and date_gmt in GMT', async () => {
    const winter = await api().createPost({ date: '2021-01-15T10:00:00' });
    expect(winter.date_gmt).toBe('2021-01-15T08:00:00');
    const summer = await api().createPost({ date: '2021-07-15T10:00:00' });
    expect(summer.date_gmt).toBe('2021-07-15T07:00:00');
    const gmt = await api().createPost({ date_gmt: '2021-07-15T10:00:00' });
    expect(gmt.date).toBe('2021-07-15T13:00:00');
    expect((await api().createPost({ date: '2021-07-15T10:00:00Z' })).date_gmt).toBe('2021-07-15T10:00:00');
  });

  it('prefers date to date_gmt when they disagree', async () => {
    const post = await api().createPost({ date: '2020-05-05T10:00:00', date_gmt: '2021-05-05T10:00:00' });
    expect(post.date_gmt).toBe('2020-05-05T07:00:00');
  });

  it('takes a chosen date for the time of change of a new post', async () => {
    const date_gmt = '2020-01-01T08:00:00';
    expect((await api().createPost({ date_gmt })).modified_gmt).toBe(date_gmt);
  });

  it('turns a published post into a scheduled one and back by its date', async () => {
    const { id } = await api().createPost();
    expect((await api().changePost(id, { date_gmt: inMinutes(600) })).status).toBe('future');
    expect((await api().changePost(id, { date_gmt: '2020-01-01T08:00:00' })).status).toBe('publish');
  });

  it('refuses a date that is none', async () => {
    expectWrongParam(await api().post('/posts', { title: 'x', date: 'утре' }), 'date', 'rest_invalid_date');
  });
}

function floating(api: Api): void {
  it('lets the date of a draft float: every update and publishing set it to now', async () => {
    const draft = await api().createPost({ status: 'draft' });
    await nextSecond();
    const changed = await api().changePost(draft.id, { title: 'друго' });
    expect(changed.date_gmt > draft.date_gmt).toBe(true);
    await nextSecond();
    const out = await api().changePost(draft.id, { status: 'publish' });
    expect(out.date_gmt > changed.date_gmt).toBe(true);
  });

  it('does not pin the date of a draft when it is only sent back', async () => {
    const draft = await api().createPost({ status: 'draft' });
    await nextSecond();
    const echoed = await api().changePost(draft.id, { date: draft.date });
    expect(echoed.date_gmt > draft.date_gmt).toBe(true);
  });

  it('keeps the date of a draft that was chosen, until it is set to null', async () => {
    const date_gmt = '2020-01-01T08:00:00';
    const draft = await api().createPost({ status: 'draft', date_gmt });
    expect((await api().changePost(draft.id, { title: 'друго' })).date_gmt).toBe(date_gmt);
    expect((await api().changePost(draft.id, { date: null })).date_gmt > date_gmt).toBe(true);
  });
}
