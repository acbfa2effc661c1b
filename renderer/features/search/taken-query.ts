import { joinQuery, type SplitQuery, splitQuery } from '../../../main/domain/search-chips.ts';

interface Taken {
  query: SplitQuery;
  /** `now`: the change that takes it away is under way. `back`: undoing has put it back. */
  state: 'now' | 'gone' | 'back';
  /** What stands in its place where the browser cannot undo the change; null: it can. */
  instead: string | null;
}

export interface TakenQuery {
  /** `query` is being taken away as a whole: by a change of the browser's, or by us, and `instead` is what stays. */
  note: (query: SplitQuery, instead: string | null) => void;
  /** What undoing is to put in the place of `now`; null: the browser may undo, or something else was done since. */
  undo: (now: SplitQuery) => SplitQuery | null;
  /** The browser has changed the text to `text`. Answers with the chips that belong beside it, if others than `chips`. */
  changed: (inputType: string, text: string, chips: readonly string[]) => readonly string[] | null;
}

/**
 * Remembers the query that was last taken away as a whole. The browser undoes what it did to the text and knows of no
 * chips: they come back with the text that they stood beside. What it cannot undo is put back by us, but only directly
 * after: nothing that was typed since is lost for it.
 */
export function takenQuery(): TakenQuery {
  let taken: Taken | null = null;
  return {
    note: ({ operators, rest }, instead) => {
      taken = { query: { operators, rest }, state: instead === null ? 'now' : 'gone', instead };
    },
    undo: (now) => {
      if (taken === null || taken.instead === null || taken.instead !== joinQuery(now)) return null;
      const { query } = taken;
      taken = null;
      return query;
    },
    changed: (inputType, text, chips) => {
      if (taken === null) return null;
      const [before, isUndo] = [taken.state, inputType === 'historyUndo'];
      if (before === 'now') {
        // Text that becomes chips is changed by us, and what the browser remembers of it is no longer true.
        const split = splitQuery(text);
        taken = { ...taken, state: 'gone', instead: split.operators.length > 0 ? joinQuery(split) : null };
      } else if (taken.instead !== null && !isUndo) {
        taken = null; // it would come in the place of what was done since
      } else if (before === 'gone' && isUndo && chips.length === 0 && text === taken.query.rest) {
        taken = { ...taken, state: 'back' };
        return taken.query.operators;
      } else if (before === 'back' && !isUndo) {
        const isRedo = inputType === 'historyRedo';
        taken = isRedo ? { ...taken, state: 'gone' } : null;
        if (isRedo) return [];
      }
      return null;
    },
  };
}
