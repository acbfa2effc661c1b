import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { createEditorState, type EditorFacts } from '../../renderer/features/writing/editor-state.ts';
import { SourceEditor, type SourceEditorHandle } from '../../renderer/features/writing/SourceEditor.tsx';
import type { Session } from '../../renderer/features/writing/sessions.ts';

declare global {
  /** Shows so many characters of a post in the source editor or in a plain text area, with the cursor in it. */
  var showText: (where: 'editor' | 'textarea', characters: number) => void;
}

const PARAGRAPH = `<!-- wp:paragraph -->\n<p>${'Влакът спира на <em>всяка</em> гара. '.repeat(8)}</p>\n<!-- /wp:paragraph -->\n\n`;
const facts: EditorFacts = { label: 'Text', lang: 'bg', readOnly: false };
let root: Root | null = null;

/** Nothing is saved: what is measured is a key, and saving is measured elsewhere. */
const sessionOf = (body: string): Session =>
  ({
    ...{ postId: 'post', title: '', replaced: 0, editor: createEditorState(body, facts) },
    autosave: { typed: () => undefined },
  }) as unknown as Session;

globalThis.showText = (where, characters) => {
  const body = PARAGRAPH.repeat(Math.ceil(characters / PARAGRAPH.length)).slice(0, characters);
  root?.unmount();
  const host = document.createElement('main');
  host.style.cssText = 'height:700px;width:700px;overflow:auto';
  document.body.replaceChildren(host);
  root = createRoot(host);
  if (where === 'textarea') {
    flushSync(() =>
      root?.render(<textarea defaultValue={body} style={{ width: '100%', height: '100%' }} lang="bg" />),
    );
    host.querySelector('textarea')?.focus();
    return;
  }
  const editor = createRef<SourceEditorHandle>();
  flushSync(() =>
    root?.render(
      <SourceEditor ref={editor} session={sessionOf(body)} facts={facts} onUpdate={() => undefined} />,
    ),
  );
  editor.current?.focus();
};
