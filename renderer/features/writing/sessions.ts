import type { EditorState } from '@codemirror/state';
import { useSyncExternalStore } from 'react';
import type { AppError } from '../../../main/domain/app-error.ts';
import { type CallOutput, request } from '../../data/request.ts';
import { registerUnsaved } from '../../data/unsaved.ts';
import { type AutosavePhase, isDirty, phaseOf } from './autosave.ts';
import {
  type AutosaveLoop,
  type AutosavePorts,
  createAutosave,
  systemClock,
  type Words,
} from './autosave-loop.ts';
import { bodyOf, createEditorState, type EditorFacts } from './editor-state.ts';

export type PostDetail = CallOutput<'posts', 'get'>;

/**
 * The words of one open post, with their undo history and the saving of them. It outlives the view: whoever goes to
 * the comments and comes back finds the cursor and the history where they were, and words that the disk refuses stay.
 */
export interface Session {
  readonly postId: string;
  title: string;
  /** The newest state of the editor, shown or not. */
  editor: EditorState;
  readonly autosave: AutosaveLoop;
  /** Grows when the words were replaced by a version of the library: the view must show them anew. */
  replaced: number;
}

/** Sessions kept for their undo history after their words are saved; older ones go. */
const KEPT = 12;

const sessions = new Map<string, { session: Session; forget: () => void }>();
const listeners = new Set<() => void>();
let saving: { phase: AutosavePhase; error: AppError | null } = { phase: 'saved', error: null };

const wordsOf = ({ fields }: PostDetail): Words => ({ title: fields.title, body: fields.body });

/** Keeps words that would be covered as a draft of their own, for the same site. */
async function keepCopy(words: Words, siteId: string | null) {
  const created = await request('posts', 'create', { siteId });
  if (!created.ok) return created;
  const { id, revision } = created.value;
  return request('posts', 'save', { postId: id, expectedRevision: revision, ...words });
}

function portsOf(post: PostDetail, session: () => Session): AutosavePorts {
  const postId = post.id;
  return {
    read: () => ({ title: session().title, body: bodyOf(session().editor) }),
    save: (words, expectedRevision) => request('posts', 'save', { postId, expectedRevision, ...words }),
    current: async () => {
      const answer = await request('posts', 'get', { postId });
      if (!answer.ok) return answer;
      return { ok: true, value: { revision: answer.value.revision, words: wordsOf(answer.value) } };
    },
    keepCopy: (words) => keepCopy(words, post.siteId),
  };
}

/** The session of a post; opens one where there is none yet. */
export function sessionOf(post: PostDetail, facts: EditorFacts): Session {
  const known = sessions.get(post.id);
  if (known !== undefined) return known.session;
  const session: Session = {
    postId: post.id,
    title: post.fields.title,
    editor: createEditorState(post.fields.body, facts),
    replaced: 0,
    autosave: createAutosave(
      portsOf(post, () => session),
      systemClock,
      { revision: post.revision, words: wordsOf(post) },
    ),
  };
  session.autosave.subscribe(noteSaving);
  const forget = registerUnsaved(session.autosave.flush, () =>
    isDirty(session.autosave.state()) ? `${session.title}\n\n${bodyOf(session.editor)}` : '',
  );
  sessions.set(post.id, { session, forget });
  dropOld();
  return session;
}

/** Tells a session what the library holds now. Words typed here are never covered. */
export function learnPost(session: Session, post: PostDetail, facts: EditorFacts): void {
  if (!session.autosave.learn({ revision: post.revision, words: wordsOf(post) })) return;
  session.title = post.fields.title;
  session.editor = createEditorState(post.fields.body, facts);
  session.replaced += 1;
  for (const listener of listeners) listener();
}

/** Forgets a post that is gone; nothing of it is saved any more. */
export function dropSession(postId: string): void {
  const known = sessions.get(postId);
  known?.session.autosave.stop();
  known?.forget();
  sessions.delete(postId);
  noteSaving();
}

function dropOld(): void {
  for (const [postId, { session }] of sessions) {
    if (sessions.size <= KEPT) return;
    if (!isDirty(session.autosave.state())) dropSession(postId);
  }
}

/** What holds for all open posts together: the most worrying one counts. */
function noteSaving(): void {
  const order: AutosavePhase[] = ['failed', 'typing', 'saving', 'saved'];
  const states = [...sessions.values()].map(({ session }) => session.autosave.state());
  const phase = order.find((one) => states.some((state) => phaseOf(state) === one)) ?? 'saved';
  const error = states.find((state) => state.failure !== null)?.failure?.error ?? null;
  if (phase !== saving.phase || error !== saving.error) saving = { phase, error };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Whether the words of every open post are on disk, and why not. */
export const useSaving = () => useSyncExternalStore(subscribe, () => saving);

/** Follows the replacement of a session's words. */
export const useReplaced = (session: Session | null): number =>
  useSyncExternalStore(subscribe, () => session?.replaced ?? 0);
