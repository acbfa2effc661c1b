import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { proseMarks } from './prose-marks.ts';

/** Markup steps back: smaller, quieter, in the source face; what readers will read stays in the face of the post. */
const markup = {
  fontFamily: 'var(--mono)',
  fontSize: '0.72em',
  fontVariantLigatures: 'none',
  fontWeight: '400',
  fontStyle: 'normal',
  color: 'var(--ink-3)',
  letterSpacing: '0',
};

const highlight = HighlightStyle.define([
  { tag: [tags.comment, tags.blockComment, tags.documentMeta, tags.processingInstruction], ...markup },
  { tag: [tags.angleBracket, tags.tagName, tags.attributeName, tags.definitionOperator], ...markup },
  { tag: [tags.attributeValue, tags.character], ...markup, color: 'var(--ink-2)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent' },
  // The sheet around it is what scrolls.
  '.cm-scroller': { font: 'inherit', overflow: 'visible' },
  '.cm-content': { padding: '0', caretColor: 'var(--accent)', minHeight: '30vh' },
  '.cm-line': { padding: '0' },
  '&.cm-focused': { outline: 'none' },
  '::selection': { backgroundColor: 'var(--accent-tint)' },
  '.cm-prose-strong': { fontWeight: '680' },
  '.cm-prose-em': { fontStyle: 'italic' },
  '.cm-prose-heading': { fontWeight: '660', fontSize: '1.22em', letterSpacing: '-0.008em' },
  '.cm-prose-link': {
    textDecoration: 'underline',
    textDecorationColor: 'var(--control)',
    textUnderlineOffset: '3px',
  },
  '.cm-prose-code': { fontFamily: 'var(--mono)', fontSize: '0.8em', fontVariantLigatures: 'none' },
  '.cm-prose-code .cm-prose-code': { fontSize: '1em' },
  '.cm-prose-quote': { fontStyle: 'italic' },
});

/** How the source of a post looks. */
export const editorLook: Extension = [theme, syntaxHighlighting(highlight), proseMarks];
