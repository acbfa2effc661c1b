import type { ThreadComment } from './desk-words.ts';

/** A part of a thread: a comment that is shown, or a run of them that is folded away. */
export type ThreadPart =
  | { kind: 'comment'; comment: ThreadComment; place: 'before' | 'current' | 'after' }
  /** `first`: id of the first comment that it hides. */
  | { kind: 'fold'; side: 'earlier' | 'later'; hidden: number; first: string };

/** How many comments are shown before and after the current one. */
export type Around = number | 'all';

/** A reply written here that the site has not confirmed. */
const isUnsent = (comment: ThreadComment): boolean =>
  comment.number === null && comment.onItsWay !== null && comment.status === 'approved';

/**
 * A thread around one of its comments. It shows that comment, `around` of them before and after it, and our own
 * unsent replies. A single hidden comment is not worth a fold and is shown.
 */
export function foldThread(
  comments: readonly ThreadComment[],
  currentId: string,
  around: Around,
): ThreadPart[] {
  const current = comments.findIndex(({ id }) => id === currentId);
  const shown = (comment: ThreadComment, index: number): boolean =>
    around === 'all' || current < 0 || Math.abs(index - current) <= around || isUnsent(comment);
  const parts: ThreadPart[] = [];
  let run: number[] = [];
  const endRun = () => {
    const [first] = run;
    if (first !== undefined && run.length > 1) {
      parts.push({
        kind: 'fold',
        side: first < current ? 'earlier' : 'later',
        hidden: run.length,
        first: comments[first]?.id ?? '',
      });
    } else for (const index of run) add(index);
    run = [];
  };
  const add = (index: number) => {
    const comment = comments[index];
    if (comment === undefined) return;
    const place = index === current ? 'current' : index < current ? 'before' : 'after';
    parts.push({ kind: 'comment', comment, place });
  };
  comments.forEach((comment, index) => {
    if (!shown(comment, index)) {
      run.push(index);
      return;
    }
    endRun();
    add(index);
  });
  endRun();
  return parts;
}
