import { EditorSelection, type StateCommand } from '@codemirror/state';

/** Puts an inline element around each selection, or takes it away where it is already; the words stay selected. */
export function wrapSelection(tag: 'strong' | 'em'): StateCommand {
  const open = `<${tag}>`;
  const close = `</${tag}>`;
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = state.changeByRange((range) => {
      const before = state.sliceDoc(Math.max(0, range.from - open.length), range.from);
      const after = state.sliceDoc(range.to, range.to + close.length);
      if (before === open && after === close) {
        const moved = EditorSelection.range(range.anchor - open.length, range.head - open.length);
        return {
          changes: [
            { from: range.from - open.length, to: range.from },
            { from: range.to, to: range.to + close.length },
          ],
          range: moved,
        };
      }
      return {
        changes: [
          { from: range.from, insert: open },
          { from: range.to, insert: close },
        ],
        range: EditorSelection.range(range.anchor + open.length, range.head + open.length),
      };
    });
    dispatch(state.update(changes, { scrollIntoView: true, userEvent: 'input' }));
    return true;
  };
}
