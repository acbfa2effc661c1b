import { beforeEach, describe, expect, test } from 'vitest';
import { type TakenQuery, takenQuery } from '../../../../renderer/features/search/taken-query.ts';

const query = { operators: ['is:spam'], rest: 'влак' };
const empty = { operators: [], rest: '' };
let taken: TakenQuery;
beforeEach(() => {
  taken = takenQuery();
});

describe('what the browser replaced', () => {
  beforeEach(() => {
    taken.note(query, null);
    expect(taken.changed('insertText', 'к', [])).toBeNull();
    expect(taken.changed('insertText', 'ка', [])).toBeNull();
  });

  test('comes back when the browser has undone it, and is its to undo', () => {
    expect(taken.undo({ operators: [], rest: 'ка' })).toBeNull();
    expect(taken.changed('historyUndo', 'к', [])).toBeNull();
    expect(taken.changed('historyUndo', 'влак', [])).toEqual(['is:spam']);
  });

  test('goes again when that is redone, as often as one likes', () => {
    for (const _ of [1, 2]) {
      expect(taken.changed('historyUndo', 'влак', [])).toEqual(['is:spam']);
      expect(taken.changed('historyUndo', 'влак', ['is:spam'])).toBeNull();
      expect(taken.changed('historyRedo', 'ка', ['is:spam'])).toEqual([]);
    }
  });

  test('stays gone beside other chips, and where the same text is typed or redone', () => {
    expect(taken.changed('historyUndo', 'влак', ['has:link'])).toBeNull();
    expect(taken.changed('insertText', 'влак', [])).toBeNull();
    expect(taken.changed('historyRedo', 'влак', [])).toBeNull();
  });

  test('is forgotten once something else is typed after it came back', () => {
    expect(taken.changed('historyUndo', 'влак', [])).toEqual(['is:spam']);
    expect(taken.changed('insertText', 'влака', ['is:spam'])).toBeNull();
    expect(taken.changed('historyRedo', 'влакар', ['is:spam'])).toBeNull();
    expect(taken.changed('historyUndo', 'влак', [])).toBeNull();
  });
});

describe('what the browser cannot undo', () => {
  test('is put back once, directly after', () => {
    taken.note(query, '');
    expect(taken.undo({ operators: [], rest: 'к' })).toBeNull();
    expect(taken.undo(empty)).toEqual(query);
    expect(taken.undo(empty)).toBeNull();
  });

  test('stays gone once something else was typed, also where that was deleted again', () => {
    taken.note(query, '');
    expect(taken.changed('insertText', 'abc', [])).toBeNull();
    expect(taken.changed('deleteContentBackward', '', [])).toBeNull();
    expect(taken.undo(empty)).toBeNull();
  });

  test('is also what chips were made in the place of', () => {
    taken.note(query, null);
    expect(taken.changed('insertFromPaste', 'has:link кафе', [])).toBeNull();
    expect(taken.undo({ operators: ['has:link'], rest: 'кафета' })).toBeNull();
    expect(taken.undo({ operators: ['has:link'], rest: 'кафе' })).toEqual(query);
  });
});

test('nothing comes back where nothing was taken', () => {
  expect(taken.undo(empty)).toBeNull();
  expect(taken.changed('historyUndo', '', [])).toBeNull();
});
