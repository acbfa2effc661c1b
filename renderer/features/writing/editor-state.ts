import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { editorLook } from './editor-look.ts';
import { wrapSelection } from './wrap-selection.ts';

/** What of the editor depends on the post and on the language of the page, and may change while it is open. */
export interface EditorFacts {
  /** Name of the editor for screen readers. */
  label: string;
  /** BCP 47 tag of the text, for spelling and letter forms. */
  lang: string;
  readOnly: boolean;
}

const facts = new Compartment();

function factsExtension({ label, lang, readOnly }: EditorFacts): Extension {
  return [
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-readonly': String(readOnly),
      lang,
      spellcheck: 'true',
      autocorrect: 'off',
      writingsuggestions: 'false',
    }),
  ];
}

/** The change that tells an open editor of new facts. */
export const newFacts = (next: EditorFacts) => ({ effects: facts.reconfigure(factsExtension(next)) });

/**
 * A post's source in the editor. Only `\n` ends a line: a `\r` that the site stores stays where it is, so that what
 * was not touched goes back byte for byte.
 */
export function createEditorState(body: string, start: EditorFacts): EditorState {
  return EditorState.create({
    doc: body,
    extensions: [
      EditorState.lineSeparator.of('\n'),
      EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
      history(),
      keymap.of([
        { key: 'Mod-b', run: wrapSelection('strong') },
        { key: 'Mod-i', run: wrapSelection('em') },
        // With nothing left to take back the key goes on: to what was done to the whole post.
        ...historyKeymap.map((binding) => ({ ...binding, preventDefault: false })),
        ...defaultKeymap,
      ]),
      EditorView.lineWrapping,
      html({ matchClosingTags: false, autoCloseTags: false }),
      editorLook,
      facts.of(factsExtension(start)),
    ],
  });
}

/** The source as it stands in the editor, exactly. */
export const bodyOf = (state: EditorState): string => state.doc.sliceString(0, state.doc.length, '\n');
