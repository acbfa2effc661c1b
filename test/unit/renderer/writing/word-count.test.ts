import { describe, expect, it } from 'vitest';
import { countWords } from '../../../../main/domain/word-count.ts';
import { createEditorState } from '../../../../renderer/features/writing/editor-state.ts';
import { wordCount } from '../../../../renderer/features/writing/word-count.ts';

describe('counting words', () => {
  it.each([
    ['', 0],
    ['<p>Влакът тръгва от Септември.</p>', 4],
    ['<!-- wp:paragraph --><p class="a b">една <strong>дума</strong>та</p>', 2],
    ['<li>термос,</li><li>книга</li>', 2],
    ['2026 г. – „баба Стефана“ & co', 5],
    ['<script>var a = 1</script>', 0],
    ['don’t', 1],
  ])('%j: %i', (html, words) => {
    expect(countWords(html, 'bg')).toBe(words);
  });

  it('counts the selection, too, and how long reading it takes', () => {
    const facts = { label: '', lang: 'en', readOnly: false };
    const body = 'word '.repeat(450);
    const state = createEditorState(body, facts);
    expect(wordCount(state, 'en')).toEqual({ words: 450, selected: 0, minutes: 3 });
    const selected = state.update({ selection: { anchor: 0, head: 14 } }).state;
    expect(wordCount(selected, 'en')).toEqual({ words: 450, selected: 3, minutes: 1 });
  });
});
