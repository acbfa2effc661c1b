import { useCallback, useEffect, useRef, useState } from 'react';
import type { Session } from './sessions.ts';
import { type WordCount, wordCount } from './word-count.ts';

/** Pause after which words are counted, ms: counting reads the whole text. */
const COUNT_AFTER = 200;

/** Words of the text and of its selection, counted in the pauses of typing. */
export function useWordCount(session: Session, lang: string): { count: WordCount; recount: () => void } {
  const [count, setCount] = useState<WordCount>(() => wordCount(session.editor, lang));
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const recount = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => setCount(wordCount(session.editor, lang)), COUNT_AFTER);
  }, [session, lang]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return { count, recount };
}
