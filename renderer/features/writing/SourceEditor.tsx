import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import {
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { type EditorFacts, newFacts } from './editor-state.ts';
import { type Session, useReplaced } from './sessions.ts';

export interface SourceEditorHandle {
  focus: () => void;
}

interface SourceEditorProps {
  session: Session;
  facts: EditorFacts;
  /** The text or the selection changed. */
  onUpdate: () => void;
  ref?: Ref<SourceEditorHandle>;
}

interface Update {
  state: EditorState;
  docChanged: boolean;
  selectionSet: boolean;
}

/**
 * The text of a post in CodeMirror. It lives in a shadow root: there CodeMirror adopts its styles as constructed
 * sheets, which `style-src 'self'` allows, instead of writing `<style>` elements, which it refuses.
 */
export function SourceEditor(props: SourceEditorProps) {
  const replaced = useReplaced(props.session);
  const hadFocus = useRef(false);
  // Another post, or words that were replaced: another editor. Whoever was writing goes on in it.
  return <Source key={`${props.session.postId} ${replaced}`} {...props} hadFocus={hadFocus} />;
}

interface SourceProps extends SourceEditorProps {
  /** Whether the editor that this one replaces had the focus. */
  hadFocus: RefObject<boolean>;
}

function Source({ session, facts, onUpdate, hadFocus, ref }: SourceProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const updated = useEffectEvent(({ state, docChanged, selectionSet }: Update) => {
    session.editor = state;
    if (docChanged) session.autosave.typed();
    if (docChanged || selectionSet) onUpdate();
  });
  const opened = useEffectEvent(onUpdate);
  useImperativeHandle(ref, () => ({ focus: () => view.current?.focus() }));

  useLayoutEffect(() => {
    const element = host.current;
    return () => {
      hadFocus.current = element !== null && element === document.activeElement;
    };
  }, [hadFocus]);
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open', delegatesFocus: true });
    const shown = new EditorView({
      root,
      parent: root,
      state: session.editor,
      dispatchTransactions: (transactions, editor) => {
        const before = editor.state;
        editor.update(transactions);
        const docChanged = transactions.some((transaction) => transaction.docChanged);
        const selectionSet = !before.selection.eq(editor.state.selection);
        updated({ state: editor.state, docChanged, selectionSet });
      },
    });
    view.current = shown;
    opened();
    if (hadFocus.current) shown.focus();
    hadFocus.current = false;
    return () => {
      view.current = null;
      shown.destroy();
    };
  }, [session, hadFocus]);

  const { label, lang, readOnly } = facts;
  useEffect(() => {
    view.current?.dispatch(newFacts({ label, lang, readOnly }));
  }, [label, lang, readOnly]);
  useQuietLetters(host);
  return <div ref={host} className="source-host" data-pane-focus="" />;
}

/**
 * Outside the shadow root a key press in the editor looks like one on a plain element, so single keys of a view would
 * act on typed letters: those go no further.
 */
function useQuietLetters(host: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = host.current;
    const stay = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && [...event.key].length === 1)
        event.stopPropagation();
    };
    element?.addEventListener('keydown', stay);
    return () => element?.removeEventListener('keydown', stay);
  }, [host]);
}
