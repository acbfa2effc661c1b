import { describe, expect, test } from 'vitest';
import type { ThreadComment } from '../../../../renderer/features/comments/desk-words.ts';
import { type Around, foldThread } from '../../../../renderer/features/comments/fold-thread.ts';
import { fc, forAll } from '../../../support/property.ts';
import { aThreadComment } from './a-thread-comment.ts';

const unsent = aThreadComment('99', { number: null, unsent: true });
const thread = Array.from({ length: 14 }, (_, index) => aThreadComment(String(index + 1)));

/** The thread in which one comment answers another. */
const answering = (id: string, parent: string): ThreadComment[] =>
  thread.map((comment) =>
    comment.id === id
      ? { ...comment, inReplyTo: { id: parent, number: Number(parent), authorName: parent } }
      : comment,
  );

const seen = (comments: ThreadComment[], current: string, around: Around = 2) =>
  foldThread(comments, current, around).map((part) =>
    part.kind === 'fold' ? `${part.hidden} ${part.side}` : part.comment.id,
  );

test('shows two before and two after, and folds the rest', () => {
  expect(seen(thread, '11')).toEqual(['8 earlier', '9', '10', '11', '12', '13', '14']);
  expect(seen(thread, '4')).toEqual(['1', '2', '3', '4', '5', '6', '8 later']);
  expect(seen(thread, '7')).toEqual(['4 earlier', '5', '6', '7', '8', '9', '5 later']);
});

test('a narrow window has room for one', () => {
  expect(seen(thread, '11', 1)).toEqual(['9 earlier', '10', '11', '12', '2 later']);
});

test('our own unsent replies are always in sight', () => {
  expect(seen([...thread, unsent], '1')).toEqual(['1', '2', '3', '11 later', '99']);
});

describe('the comment that the current one answers', () => {
  test.each([
    ['5', ['4 earlier', '5', '3 between', '9', '10', '11']],
    ['1', ['1', '7 between', '9', '10', '11']],
    ['2', ['1', '2', '6 between', '9', '10', '11']],
    ['7', ['6 earlier', '7', '8', '9', '10', '11']],
    ['9', ['8 earlier', '9', '10', '11']],
  ])('is shown above it, how far away it may be: %s', (parent, expected) => {
    expect(seen(answering('11', parent), '11')).toEqual([...expected, '12', '13', '14']);
  });

  test('is shown in a narrow window too, with what stands between', () => {
    expect(seen(answering('11', '3'), '11', 1)).toEqual([
      ...['2 earlier', '3', '6 between', '10', '11', '12', '2 later'],
    ]);
  });

  test('stands at its place where the clock of the blog went backwards', () => {
    expect(seen(answering('4', '12'), '4', 1)).toEqual([
      ...['2 earlier', '3', '4', '5', '6 later', '12', '2 later'],
    ]);
  });
});

test('the whole thread when open', () => {
  expect(seen(thread, '7', 'all')).toEqual(thread.map(({ id }) => id));
});

test('marks what stands where', () => {
  const places = foldThread(thread, '2', 2).map((part) => (part.kind === 'comment' ? part.place : part.side));
  expect(places).toEqual(['before', 'current', 'after', 'after', 'later']);
});

test('a comment alone, or one that is not in its thread, folds nothing', () => {
  expect(seen([aThreadComment('1')], '1')).toEqual(['1']);
  expect(seen(thread, 'gone')).toHaveLength(14);
});

test('of any thread nothing is lost or turned around, and what matters is in sight', async () => {
  const drawn = fc
    .array(fc.record({ answers: fc.nat({ max: 60 }), unsent: fc.boolean(), ping: fc.boolean() }), {
      minLength: 1,
      maxLength: 60,
    })
    .map((comments) =>
      comments.map((comment, index) => {
        const parent = comment.answers < index ? String(comment.answers) : null;
        return aThreadComment(String(index), {
          ...(comment.unsent && { unsent: true, number: null }),
          ...(comment.ping && { type: 'pingback', number: null }),
          inReplyTo: parent === null ? null : { id: parent, number: 1, authorName: parent },
        });
      }),
    );
  const around = fc.constantFrom<Around>(0, 1, 2, 'all');
  await forAll(
    fc.tuple(drawn, fc.nat(), around),
    ([comments, chosen, room]) => {
      const current = comments[chosen % comments.length];
      if (current === undefined) return;
      const parts = foldThread(comments, current.id, room);
      // Counting on screen: every place is taken by the comment that stands there, or by a fold that counts it.
      let place = 0;
      for (const part of parts) {
        const id = part.kind === 'fold' ? part.first : part.comment.id;
        expect(id).toBe(String(place));
        if (part.kind === 'fold') expect(part.hidden).toBeGreaterThan(1);
        place += part.kind === 'fold' ? part.hidden : 1;
      }
      expect(place).toBe(comments.length);

      const ids = parts.flatMap((part) => (part.kind === 'comment' ? [part.comment.id] : []));
      expect(ids).toEqual(expect.arrayContaining(comments.filter((one) => one.unsent).map(({ id }) => id)));
      const parent = current.inReplyTo?.id;
      if (parent !== undefined) expect(ids.slice(0, ids.indexOf(current.id))).toContain(parent);
      const folds = parts.filter((part) => part.kind === 'fold');
      expect(folds.filter(({ side }) => side === 'earlier').length).toBeLessThan(2);
    },
    300,
  );
});
