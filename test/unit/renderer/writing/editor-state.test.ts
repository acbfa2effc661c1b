import type { EditorState, Transaction } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { bodyOf, createEditorState } from '../../../../renderer/features/writing/editor-state.ts';
import { wrapSelection } from '../../../../renderer/features/writing/wrap-selection.ts';
import { fc, forAll } from '../../../support/property.ts';

const facts = { label: 'Text', lang: 'bg', readOnly: false };
const editor = (body: string, more: Partial<typeof facts> = {}) =>
  createEditorState(body, { ...facts, ...more });

describe('the source in the editor', () => {
  it('comes out byte for byte, line ends of every kind included', async () => {
    const piece = fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      'а',
      ' ',
      '\u2028',
      '<p>',
      '🚂',
      '\u0301',
      '<!-- wp:x /-->',
    );
    await forAll(
      fc.array(piece).map((pieces) => pieces.join('')),
      (body) => {
        expect(bodyOf(editor(body))).toBe(body);
      },
    );
  });

  it('changes only what is edited', () => {
    const body = '<p>a</p>\r\n<p>b</p>\n';
    const state = editor(body);
    const edited = state.update({ changes: { from: 3, to: 4, insert: 'A\nB' } }).state;
    expect(bodyOf(edited)).toBe('<p>A\nB</p>\r\n<p>b</p>\n');
  });
});

/** Runs a command on a text whose selection stands between `[` and `]`, and marks the selection again. */
function bold(marked: string, readOnly = false): string {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  const start = editor(marked.replace(/[[\]]/g, ''), { readOnly });
  let state: EditorState = start.update({ selection: { anchor: from, head: to } }).state;
  const dispatch = (transaction: Transaction) => {
    state = transaction.state;
  };
  wrapSelection('strong')({ state, dispatch });
  const { from: start2, to: end2 } = state.selection.main;
  const text = bodyOf(state);
  return `${text.slice(0, start2)}[${text.slice(start2, end2)}]${text.slice(end2)}`;
}

describe('bold with a key', () => {
  it('goes around the selection and comes off again', () => {
    expect(bold('На [гарата] чакат')).toBe('На <strong>[гарата]</strong> чакат');
    expect(bold('На <strong>[гарата]</strong> чакат')).toBe('На [гарата] чакат');
  });

  it('waits for letters where nothing is selected', () => {
    expect(bold('a[]b')).toBe('a<strong>[]</strong>b');
  });

  it('does nothing in a text that is only for reading', () => {
    expect(bold('[a]', true)).toBe('[a]');
  });
});
