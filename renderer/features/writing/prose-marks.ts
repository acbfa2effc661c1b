import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

/** Elements whose words are set the way readers will see them. */
const LOOKS: Record<string, string> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  a: 'link',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  blockquote: 'quote',
  pre: 'code',
  code: 'code',
};

const marks = Object.fromEntries(
  Object.values(LOOKS).map((look) => [look, Decoration.mark({ class: `cm-prose-${look}` })]),
);

/** Marks the words inside such elements, on the lines that are on screen only. */
function marksOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name !== 'Element') return;
        const open = node.node.firstChild;
        const close = node.node.lastChild;
        const name = open?.getChild('TagName');
        if (open === null || close === null || name === null || name === undefined) return;
        const look = LOOKS[view.state.sliceDoc(name.from, name.to).toLowerCase()];
        const mark = look === undefined ? undefined : marks[look];
        const end = close.name === 'CloseTag' ? close.from : node.to;
        if (mark !== undefined && end > open.to) builder.add(open.to, end, mark);
      },
    });
  }
  return builder.finish();
}

/** Shows bold as bold, a heading as a heading: the source stays readable. */
export const proseMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = marksOf(view);
    }

    update(update: ViewUpdate) {
      const parsed = syntaxTree(update.state) !== syntaxTree(update.startState);
      if (update.docChanged || update.viewportChanged || parsed) this.decorations = marksOf(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
