import type { EditorState } from '@codemirror/state';
import { countWords } from '../../../main/domain/word-count.ts';

/** Words read in a minute; what blogs and readers' studies use for both languages. */
const PER_MINUTE = 200;

export interface WordCount {
  words: number;
  /** Words of the selection; 0 without one. */
  selected: number;
  /** Of the selection if there is one. At least 1. */
  minutes: number;
}

/** Words and reading time of the text in the editor and of what is selected in it. */
export function wordCount(state: EditorState, language: string): WordCount {
  const words = countWords(state.doc.toString(), language);
  const selected = state.selection.ranges.reduce(
    (sum, { from, to }) => sum + (from === to ? 0 : countWords(state.sliceDoc(from, to), language)),
    0,
  );
  return { words, selected, minutes: Math.max(1, Math.ceil((selected || words) / PER_MINUTE)) };
}
