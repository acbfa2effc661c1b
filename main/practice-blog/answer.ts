import { isPracticeOwner } from './address.ts';
import { errorPage, findPublicPost, frontPage, missingPage, postPage } from './page.ts';
import { FORM_PATH, receiveComment } from './reader-form.ts';
import { type Call, readParams, restPath } from './rest/call.ts';
import { keepFields } from './rest/fields.ts';
import { type Reply, refuse } from './rest/reply.ts';
import { route } from './routes/table.ts';
import type { PracticeState } from './state.ts';

/** A response, and the state to keep before it may be given; null when nothing changed. */
export interface Answer {
  response: Response;
  changed: PracticeState | null;
}

/** Answers one request from a state, which it leaves as it is. */
export async function answer(request: Request, state: PracticeState, now: Date): Promise<Answer> {
  const url = new URL(request.url);
  const path = restPath(url);
  if (path !== null) return answerRest(request, url, path, state, now);
  if (url.pathname === FORM_PATH && request.method === 'POST') return answerForm(request, url, state, now);
  const post = findPublicPost(state, url);
  const isFront = url.pathname === '/' && !url.searchParams.has('p');
  const html = post !== undefined ? postPage(state, post) : isFront ? frontPage(state) : missingPage();
  const status = post !== undefined || isFront ? 200 : 404;
  return { response: htmlResponse(request, url, status, html), changed: null };
}

/** The store failed, or what it gave is not a practice blog: like a database error, it is the server's 500. */
export function answerFailure(request: Request, cause: unknown): Response {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The practice blog could not read or keep its data: ${reason}`;
  return jsonResponse(request, new URL(request.url).origin, refuse(500, 'practice_storage', message));
}

async function answerRest(
  request: Request,
  url: URL,
  path: string,
  state: PracticeState,
  now: Date,
): Promise<Answer> {
  const params = await readParams(request, url);
  if ('status' in params) return { response: jsonResponse(request, url.origin, params), changed: null };
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const call: Call = {
    method: request.method,
    base: url.origin,
    path,
    params,
    signedIn: isPracticeOwner(request.headers.get('authorization')),
    userAgent: request.headers.get('user-agent') ?? '',
    now,
    state: isRead ? state : structuredClone(state),
  };
  const { reply, flatFields } = route(call);
  const isError = reply.status >= 400;
  const body = isError ? reply.body : keepFields(reply.body, params, flatFields);
  return {
    response: jsonResponse(request, url.origin, { ...reply, body }),
    changed: isRead || isError ? null : call.state,
  };
}

async function answerForm(request: Request, url: URL, state: PracticeState, now: Date): Promise<Answer> {
  const userAgent = request.headers.get('user-agent') ?? '';
  const call = { base: url.origin, userAgent, now, state: structuredClone(state) };
  const received = receiveComment(call, new URLSearchParams(await request.text()));
  if ('error' in received) {
    const html = errorPage(received.error);
    return { response: htmlResponse(request, url, received.status, html), changed: null };
  }
  const response = new Response(null, { status: 302, headers: { Location: received.location } });
  return { response, changed: received.state };
}

function jsonResponse(request: Request, base: string, reply: Reply): Response {
  return new Response(request.method === 'HEAD' ? null : JSON.stringify(reply.body), {
    status: reply.status,
    headers: {
      'Content-Type': 'application/json; charset=UTF-8',
      'X-Robots-Tag': 'noindex',
      Link: linkToRest(base),
      ...reply.headers,
    },
  });
}

function htmlResponse(request: Request, url: URL, status: number, html: string): Response {
  return new Response(request.method === 'HEAD' ? null : html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=UTF-8', Link: linkToRest(url.origin) },
  });
}

/** The header by which clients find the API. */
function linkToRest(base: string): string {
  return `<${base}/wp-json/>; rel="https://api.w.org/"`;
}
