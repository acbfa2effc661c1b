import type { ThreadComment } from './desk-words.ts';

/** A part of a thread: a comment that is shown, or a run of them that is folded away. */
export type ThreadPart =
  | { kind: 'comment'; comment: ThreadComment; place: 'before' | 'current' | 'after' }
  /** `between`: after a comment that is shown and before the current one. `first`: id of the first that it hides. */
  | { kind: 'fold'; side: 'earlier' | 'between' | 'later'; hidden: number; first: string };

/** How many comments are shown before and after the current one. */
export type Around = number | 'all';

/**
 * A thread around one of its comments. It shows that comment, `around` of them before and after it, the one that it
 * answers however far away, and our own unsent replies. A single hidden comment is not worth a fold and is shown. The
 * comments shown and those counted on the folds are together the whole thread.
 */
export function foldThread(
  comments: readonly ThreadComment[],
  currentId: string,
  around: Around,
): ThreadPart[] {
  const current = comments.findIndex(({ id }) => id === currentId);
  const answered = comments[current]?.inReplyTo?.id;
  const shown = ({ id, unsent }: ThreadComment, index: number): boolean =>
    around === 'all' || current < 0 || Math.abs(index - current) <= around || unsent || id === answered;
  const parts: ThreadPart[] = [];
  let run: ThreadComment[] = [];
  const show = (comment: ThreadComment, index: number) => {
    const place = index === current ? 'current' : index < current ? 'before' : 'after';
    parts.push({ kind: 'comment', comment, place });
  };
  /** @param end index after the last comment of the run */
  const endRun = (end: number) => {
    const [first] = run;
    if (first !== undefined && run.length > 1) {
      const before = parts.length === 0 ? 'earlier' : 'between';
      parts.push({
        kind: 'fold',
        side: end <= current ? before : 'later',
        hidden: run.length,
        first: first.id,
      });
    } else if (first !== undefined) show(first, end - 1);
    run = [];
  };
  comments.forEach((comment, index) => {
    if (!shown(comment, index)) {
      run.push(comment);
      return;
    }
    endRun(index);
    show(comment, index);
  });
  endRun(comments.length);
  return parts;
}
