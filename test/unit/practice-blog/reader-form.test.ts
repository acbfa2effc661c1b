import { describe, expect, it } from 'vitest';
import { receiveComment } from '../../../main/practice-blog/reader-form.ts';
import { seedState } from '../../../main/practice-blog/seed.ts';

const now = new Date('2026-11-17T06:36:00Z');
const idOf = (title: string) =>
  seedState(now, 'one').posts.find((post) => post.title.startsWith(title))?.id ?? 0;

function send(fields: Record<string, string>) {
  const state = seedState(now, 'one');
  const known = {
    author: 'Гост',
    email: 'gost@pismo.example',
    comment: 'Здравейте',
    comment_post_ID: `${idOf('Лютеница')}`,
  };
  const call = { base: 'https://x.example', userAgent: 'Reader/1', now, state };
  return { received: receiveComment(call, new URLSearchParams({ ...known, ...fields })), state };
}

describe('receiveComment', () => {
  it('holds a stranger’s comment and sends them to it', () => {
    const { received, state } = send({});
    const comment = state.comments.at(-1);
    expect(comment).toMatchObject({ content: 'Здравейте', status: 'hold', date_gmt: '2026-11-17T06:36:00' });
    expect(received).toMatchObject({
      location: `https://x.example/lyutenitsa-bez-barzane/#comment-${comment?.id}`,
    });
  });

  it('publishes at once what a known reader says, but holds two links', () => {
    const known = { author: 'леля Пенка', email: 'penka.m@pismo.example' };
    expect(send(known).state.comments.at(-1)?.status).toBe('approved');
    const links = { ...known, comment: 'https://a.example https://b.example' };
    expect(send(links).state.comments.at(-1)?.status).toBe('hold');
  });

  it('takes plain text only', () => {
    expect(send({ comment: 'а<script>б</script>' }).state.comments.at(-1)?.content).toBe('аб');
  });

  it.each([
    ['an empty comment', { comment: ' ' }, 200],
    ['no name', { author: '' }, 200],
    ['a wrong mail', { email: 'няма' }, 200],
    ['a post that is not there', { comment_post_ID: '9999' }, 404],
    ['a draft', { comment_post_ID: String(idOf('Десет часа')) }, 404],
    ['a closed post', { comment_post_ID: String(idOf('Малка библиотека')) }, 403],
  ])('refuses %s and changes nothing', (_, fields, status) => {
    const { received, state } = send(fields);
    expect(received).toMatchObject({ status, error: expect.any(String) });
    expect(state).toEqual(seedState(now, 'one'));
  });

  it('refuses what was said already', () => {
    const { state } = send({});
    const form = {
      author: 'Гост',
      email: 'gost@pismo.example',
      comment: 'Здравейте',
      comment_post_ID: `${idOf('Лютеница')}`,
    };
    const call = { base: 'https://x.example', userAgent: 'Reader/1', now, state };
    expect(receiveComment(call, new URLSearchParams(form))).toMatchObject({ status: 409 });
  });
});
