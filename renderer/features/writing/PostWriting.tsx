import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../sites/use-sites.ts';
import type { EditorFacts } from './editor-state.ts';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';
import { SourceEditor, type SourceEditorHandle } from './SourceEditor.tsx';
import type { PostDetail, Session } from './sessions.ts';
import { TitleField } from './TitleField.tsx';
import { useWordCount } from './use-word-count.ts';
import type { WordCount } from './word-count.ts';

interface PostWritingProps {
  post: PostDetail;
  site: Site | undefined;
  session: Session;
  facts: EditorFacts;
}

/** The sheet: title and text, and at its foot how long they are. */
export function PostWriting({ post, site, session, facts }: PostWritingProps) {
  const editor = useRef<SourceEditorHandle>(null);
  const title = useRef<HTMLTextAreaElement>(null);
  const { count, recount } = useWordCount(session, facts.lang);
  // A new post is opened to be written: the title waits for the first letter.
  useEffect(() => {
    if (session.title === '' && session.editor.doc.length === 0) title.current?.focus();
  }, [session]);
  return (
    <>
      <div className="sheet">
        <div className="post" lang={facts.lang}>
          {facts.readOnly && <ReadOnlyNote post={post} site={site} />}
          <TitleField ref={title} session={session} facts={facts} onDone={() => editor.current?.focus()} />
          <SourceEditor ref={editor} session={session} facts={facts} onUpdate={recount} />
        </div>
      </div>
      <FootLine count={count} />
    </>
  );
}

function FootLine({ count }: { count: WordCount }) {
  const { t } = useTranslation('writing');
  const { words, selected, minutes } = count;
  return (
    <div className="foot-line">
      <span className="num">
        {selected > 0
          ? t('editor.selectedWords', { selected, total: words })
          : t('editor.words', { count: words })}
      </span>
      {words > 0 && <span className="num">{t('editor.minutes', { count: minutes })}</span>}
      <span className="grow" />
      <span className="quiet">{t('editor.source')}</span>
    </div>
  );
}
