import { isPracticeOwner } from './address.ts';
import { findPublicPost, frontPage, missingPage, postPage } from './page.ts';
import { type Call, readParams, restPath } from './rest/call.ts';
import { keepFields } from './rest/fields.ts';
import { type Reply, refuse } from './rest/reply.ts';
import { publishDue } from './routes/post-write.ts';
import { route } from './routes/table.ts';
import { seedState } from './seed.ts';
import { type PracticeState, practiceStateSchema } from './state.ts';

export { PRACTICE_URL, PRACTICE_USER } from './address.ts';

/** A blog inside the app: the REST subset of WordPress that Copydesk uses, with the same shapes and the same quirks. */
export interface PracticeBlog {
  /** Answers any request as the blog would; a change is saved before the Response is there. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** Puts the blog back to how it was at first, with dates counted from now. Rejects if that cannot be saved. */
  reset(): Promise<void>;
}

/** What the blog needs from outside: it reads no clock, makes no ids and touches no file itself. */
export interface PracticeParts {
  store: { load(): Promise<unknown | null>; save(state: PracticeState): Promise<void> };
  now: () => Date;
  createId: () => string;
}

/** Opens the practice blog; nothing is read until the first request. */
export function createPracticeBlog(parts: PracticeParts): PracticeBlog {
  let current: PracticeState | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  // One at a time: a request sees all that was answered before it, and no two changes start from one state.
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  async function commit(state: PracticeState): Promise<void> {
    await parts.store.save(state);
    current = state;
  }

  /** The state as stored; seeded when there is none. Damaged data is refused, never overwritten: only reset() does that. */
  async function open(): Promise<PracticeState> {
    const stored = current ?? (await parts.store.load());
    const state =
      stored === null ? seedState(parts.now(), parts.createId()) : practiceStateSchema.parse(stored);
    if (stored === null) await commit(state);
    current = state;
    return state;
  }

  async function answer(request: Request): Promise<Response> {
    const state = await open();
    const caughtUp = publishDue(state, parts.now());
    if (caughtUp !== null) await commit(caughtUp);
    const url = new URL(request.url);
    const path = restPath(url);
    if (path === null) return htmlResponse(request, url, caughtUp ?? state);
    return answerRest(request, url, path, caughtUp ?? state);
  }

  async function answerRest(request: Request, url: URL, path: string, base: PracticeState) {
    const params = await readParams(request, url);
    if ('status' in params) return jsonResponse(request, url.origin, params);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const call: Call = {
      method: request.method,
      base: url.origin,
      path,
      params,
      signedIn: isPracticeOwner(request.headers.get('authorization')),
      userAgent: request.headers.get('user-agent') ?? '',
      now: parts.now(),
      state: isRead ? base : structuredClone(base),
    };
    const { reply, flatFields } = route(call);
    const isError = reply.status >= 400;
    if (!isRead && !isError) await commit(call.state);
    const body = isError ? reply.body : keepFields(reply.body, params, flatFields);
    return jsonResponse(request, url.origin, { ...reply, body });
  }

  return {
    handle: (request) =>
      inTurn(async () => {
        try {
          return await answer(request);
        } catch (cause) {
          return jsonResponse(request, new URL(request.url).origin, storageFailure(cause));
        }
      }),
    reset: () => inTurn(() => commit(seedState(parts.now(), parts.createId()))),
  };
}

/** The store failed, or what it gave is not a practice blog: like a database error, it is the server's 500. */
function storageFailure(cause: unknown): Reply {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return refuse(500, 'practice_storage', `The practice blog could not read or keep its data: ${reason}`);
}

function jsonResponse(request: Request, base: string, reply: Reply): Response {
  return new Response(request.method === 'HEAD' ? null : JSON.stringify(reply.body), {
    status: reply.status,
    headers: {
      'Content-Type': 'application/json; charset=UTF-8',
      'X-Robots-Tag': 'noindex',
      Link: `<${base}/wp-json/>; rel="https://api.w.org/"`,
      ...reply.headers,
    },
  });
}

function htmlResponse(request: Request, url: URL, state: PracticeState): Response {
  const post = findPublicPost(state, url);
  const isFront = url.pathname === '/' && !url.searchParams.has('p');
  const html = post !== undefined ? postPage(state, post) : isFront ? frontPage(state) : missingPage();
  return new Response(request.method === 'HEAD' ? null : html, {
    status: post !== undefined || isFront ? 200 : 404,
    headers: {
      'Content-Type': 'text/html; charset=UTF-8',
      Link: `<${url.origin}/wp-json/>; rel="https://api.w.org/"`,
    },
  });
}
