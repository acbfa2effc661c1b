import { beforeEach, expect, test, vi } from 'vitest';
import { queryOf, searchSession } from '../../../../renderer/features/search/search-session.ts';
import { emptyPlace } from '../../../../renderer/frame/place-memory.ts';

const { get } = searchSession;
beforeEach(() => searchSession.forget());

test('finished operators become chips while one types, and text again by Backspace', () => {
  searchSession.type('влак is:spam');
  expect(get()).toMatchObject({ operators: [], rest: 'влак is:spam' });
  searchSession.type('влак is:spam ');
  expect(get()).toMatchObject({ operators: ['is:spam'], rest: 'влак ' });
  expect(queryOf(get())).toBe('is:spam влак');
  searchSession.reopenOperator();
  expect(get()).toMatchObject({ operators: [], rest: 'is:spam влак' });
  searchSession.reopenOperator();
  expect(get().rest).toBe('is:spam влак');
});

test('another query takes the place of the whole one', () => {
  searchSession.open(null, 'is:spam is:pending влак');
  searchSession.replace('кафе is:draft ');
  expect(get()).toMatchObject({ operators: ['is:draft'], rest: 'кафе ', pages: 1, cursor: null });
  searchSession.dropOperators();
  expect(get()).toMatchObject({ operators: [], rest: 'кафе ' });
  searchSession.putBack({ operators: ['is:spam'], rest: 'is:draft' });
  expect(get()).toMatchObject({ operators: ['is:spam'], rest: 'is:draft' });
});

test('a chip is taken away by its place, and an operator is begun at the end', () => {
  searchSession.open(null, 'is:spam is:pending влак');
  searchSession.removeOperator(0);
  expect(get()).toMatchObject({ operators: ['is:pending'], rest: 'влак' });
  const { wish } = get();
  searchSession.beginOperator('author:');
  expect(get()).toMatchObject({ rest: 'влак author:', wish: wish + 1 });
});

test('another question begins at the top; a query from elsewhere looks at everything', () => {
  searchSession.showMore();
  searchSession.moveTo('comment 1');
  searchSession.type('в');
  expect(get()).toMatchObject({ pages: 1, cursor: null });
  searchSession.show('drafts');
  searchSession.sort('newest');
  expect(get()).toMatchObject({ group: 'drafts', order: 'newest' });
  searchSession.open(null, 'влак');
  expect(get()).toMatchObject({ group: 'all', order: 'newest', rest: 'влак' });
});

test('coming back finds everything as it was, and knows where one came from last', () => {
  const posts = { ...emptyPlace, view: 'posts' as const };
  searchSession.open(posts, 'влак');
  searchSession.moveTo('comment 1');
  searchSession.open(null);
  expect(get()).toMatchObject({ from: posts, rest: 'влак', cursor: 'comment 1' });
  const comments = { ...emptyPlace, view: 'comments' as const };
  searchSession.open(comments);
  expect(get()).toMatchObject({ from: comments, cursor: 'comment 1' });
});

test('who listens hears of each change', () => {
  const heard = vi.fn();
  const stop = searchSession.subscribe(heard);
  searchSession.type('в');
  stop();
  searchSession.type('вл');
  expect(heard).toHaveBeenCalledTimes(1);
});
