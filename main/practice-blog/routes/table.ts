import type { Call } from '../rest/call.ts';
import type { Reply } from '../rest/reply.ts';
import { listComments, showComment } from './comment-read.ts';
import { createComment, deleteComment, updateComment } from './comment-write.ts';
import { listPosts, showPost } from './post-read.ts';
import { createPost, deletePost, updatePost } from './post-write.ts';
import { listStatuses, listTypes, noRoute, showIndex, showSettings } from './site.ts';
import { createTerm, listTerms, showTerm } from './terms.ts';
import { listUsers, showMe, showUser } from './users.ts';

type Handler = (call: Call, id: number) => Reply;

interface Route {
  path: RegExp;
  /** Whether `_fields` is taken by whole names only, as all of WordPress's routes but posts and the index do. */
  flatFields: boolean;
  get?: Handler;
  post?: Handler;
  remove?: Handler;
}

const routes: Route[] = [
  { path: /^$/, flatFields: false, get: showIndex },
  { path: /^\/wp\/v2\/posts$/, flatFields: false, get: listPosts, post: createPost },
  {
    path: /^\/wp\/v2\/posts\/(\d+)$/,
    flatFields: false,
    get: showPost,
    post: updatePost,
    remove: deletePost,
  },
  { path: /^\/wp\/v2\/comments$/, flatFields: true, get: listComments, post: createComment },
  {
    path: /^\/wp\/v2\/comments\/(\d+)$/,
    flatFields: true,
    get: showComment,
    post: updateComment,
    remove: deleteComment,
  },
  { path: /^\/wp\/v2\/users$/, flatFields: true, get: listUsers },
  { path: /^\/wp\/v2\/users\/me$/, flatFields: true, get: showMe },
  { path: /^\/wp\/v2\/users\/(\d+)$/, flatFields: true, get: showUser },
  ...termRoutes('categories', 'category'),
  ...termRoutes('tags', 'post_tag'),
  { path: /^\/wp\/v2\/settings$/, flatFields: true, get: showSettings },
  { path: /^\/wp\/v2\/types$/, flatFields: true, get: listTypes },
  { path: /^\/wp\/v2\/statuses$/, flatFields: true, get: listStatuses },
];

/** Answers one REST call, and says whether its `_fields` are flat. */
export function route(call: Call): { reply: Reply; flatFields: boolean } {
  for (const one of routes) {
    const match = one.path.exec(call.path);
    const handler = match === null ? undefined : handlerFor(one, call.method, match[1] !== undefined);
    if (handler !== undefined)
      return { reply: handler(call, Number(match?.[1] ?? 0)), flatFields: one.flatFields };
  }
  return { reply: noRoute(), flatFields: true };
}

/** HEAD is GET without a body; PUT and PATCH mean POST, but only where there is a record to change. */
function handlerFor(one: Route, method: string, isRecord: boolean): Handler | undefined {
  if (method === 'GET' || method === 'HEAD') return one.get;
  if (method === 'POST' || (isRecord && (method === 'PUT' || method === 'PATCH'))) return one.post;
  return method === 'DELETE' ? one.remove : undefined;
}

function termRoutes(base: string, taxonomy: 'category' | 'post_tag'): Route[] {
  return [
    {
      path: new RegExp(`^/wp/v2/${base}$`),
      flatFields: true,
      get: (call) => listTerms(call, taxonomy),
      post: (call) => createTerm(call, taxonomy),
    },
    {
      path: new RegExp(`^/wp/v2/${base}/(\\d+)$`),
      flatFields: true,
      get: (call, id) => showTerm(call, taxonomy, id),
    },
  ];
}
