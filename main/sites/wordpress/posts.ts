import type { AppError } from '../../domain/app-error.ts';
import type { PostFields } from '../../domain/post.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { HttpResponse } from '../../net/http-response.ts';
import type { RemotePage, RemotePost, SiteClient } from '../site-client.ts';
import type { Api } from './api.ts';
import { toPostBody, toRemotePost } from './mapper.ts';
import { type RecordReader, readPage, readRecord, readRecords, readTotals } from './records.ts';
import { type PostRecord, postRecordSchema } from './schemas.ts';

const ROUTE = 'wp/v2/posts';
const PER_PAGE = 100;
/** `any` would leave out the trash; a post moved there must not look deleted. */
const ALL = 'publish,future,draft,pending,private,trash';
/** In lists WordPress adds `_links` only as far as they are asked for; a single post always brings them all. */
const FIELDS =
  'id,date_gmt,modified_gmt,slug,status,link,title,content,excerpt.raw,author,comment_status,_links.predecessor-version';
const reader: RecordReader<PostRecord, RemotePost> = {
  what: 'post',
  schema: postRecordSchema,
  map: toRemotePost,
};

type PostCalls = Pick<
  SiteClient,
  'listPosts' | 'getPost' | 'findPostsBySlug' | 'createPost' | 'updatePost' | 'trashPost'
>;

/** The calls of a {@link SiteClient} that are about posts. */
export function postCalls(api: Api): PostCalls {
  return {
    listPosts: (page, signal) => listPosts(api, page, signal),
    getPost: (id) => getPost(api, id),
    findPostsBySlug: (slug) => findBySlug(api, slug),
    createPost: (fields) => createPost(api, fields),
    updatePost: (id, fields) => updatePost(api, id, fields),
    trashPost: (id) => trashPost(api, id),
  };
}

/**
 * Ordered by id, newest first: WordPress orders equal dates differently from page to page, and a post whose date is
 * edited would jump between pages.
 */
function askPage(
  api: Api,
  page: number,
  scope: { context: 'edit' | 'view'; status: string },
  signal?: AbortSignal,
): Promise<Result<HttpResponse, AppError>> {
  return api.call({
    method: 'GET',
    route: ROUTE,
    query: { ...scope, page, per_page: PER_PAGE, orderby: 'id', order: 'desc', _fields: FIELDS },
    signal,
  });
}

/**
 * With `context=edit` WordPress silently leaves out the posts that we may not edit, while it counts them. Such a short
 * page is asked for again for reading, and both are put together: an author gets their own posts to edit and everybody
 * else's to read. Drafts of others are in the total and in neither.
 */
async function listPosts(
  api: Api,
  page: number,
  signal?: AbortSignal,
): Promise<Result<RemotePage<RemotePost>, AppError>> {
  const editing = await askPage(api, page, { context: 'edit', status: ALL }, signal);
  if (!editing.ok)
    return isNoEditor(editing.error)
      ? listPublished(api, page, signal)
      : endOrError(api, page, editing.error);
  const editable = readPage(editing.value, reader);
  if (!editable.ok) return editable;
  const due = Math.min(PER_PAGE, editable.value.total - (page - 1) * PER_PAGE);
  if (editable.value.records.length + editable.value.rejected.length >= due) return editable;
  const reading = await askPage(api, page, { context: 'view', status: ALL }, signal);
  const readable = reading.ok ? readPage(reading.value, reader) : reading;
  return readable.ok ? ok(merge(editable.value, readable.value)) : readable;
}

/** Keeps the editable version of a post that came in both, in the order of the longer list. */
function merge(editable: RemotePage<RemotePost>, readable: RemotePage<RemotePost>): RemotePage<RemotePost> {
  const own = new Map(editable.records.map((post) => [post.remoteId, post]));
  const bad = new Set(editable.rejected.map((record) => record.remoteId));
  const others = readable.records.filter(
    (post) => !own.has(post.remoteId) && !bad.has(String(post.remoteId)),
  );
  const rejected = readable.rejected.filter(
    (record) => !bad.has(record.remoteId) && !own.has(Number(record.remoteId)),
  );
  return {
    ...readable,
    records: [...own.values(), ...others].sort((a, b) => b.remoteId - a.remoteId),
    rejected: [...editable.rejected, ...rejected],
  };
}

/** A user who may not write at all: other statuses are refused as a parameter, `context=edit` as a right. */
function isNoEditor(error: AppError): boolean {
  return (
    (error.kind === 'forbidden' && error.code === 'rest_forbidden_context') ||
    (error.kind === 'validation' && error.field === 'status')
  );
}

async function listPublished(
  api: Api,
  page: number,
  signal?: AbortSignal,
): Promise<Result<RemotePage<RemotePost>, AppError>> {
  const answer = await askPage(api, page, { context: 'view', status: 'publish' }, signal);
  return answer.ok ? readPage(answer.value, reader) : endOrError(api, page, answer.error);
}

/** A page past the end is refused (400, unlike for comments): for us it is a page without records. */
async function endOrError(
  api: Api,
  page: number,
  error: AppError,
): Promise<Result<RemotePage<RemotePost>, AppError>> {
  if (page === 1 || error.kind !== 'validation') return err(error);
  const first = await api.call({
    method: 'HEAD',
    route: ROUTE,
    query: { context: 'edit', status: ALL, per_page: PER_PAGE },
  });
  const totals = first.ok ? readTotals(first.value) : first;
  if (!totals.ok) return totals;
  return page > totals.value.pages ? ok({ records: [], rejected: [], ...totals.value }) : err(error);
}

async function getPost(api: Api, id: number): Promise<Result<RemotePost, AppError>> {
  const ask = (context: 'edit' | 'view') =>
    api.call({ method: 'GET', route: `${ROUTE}/${id}`, query: { context, _fields: FIELDS }, id });
  const editing = await ask('edit');
  const refused = !editing.ok && isNoEditor(editing.error);
  const answer = refused ? await ask('view') : editing;
  return answer.ok ? readRecord(answer.value, reader) : answer;
}

/** A draft made with a slug that is taken gets `-2` and so on; in the trash `__trashed` follows. */
async function findBySlug(api: Api, slug: string): Promise<Result<RemotePost[], AppError>> {
  const slugs = [slug, ...[2, 3, 4, 5].map((number) => `${slug}-${number}`)];
  const wanted = new Set(slugs.flatMap((one) => [one, `${one}__trashed`]));
  const answer = await api.call({
    method: 'GET',
    route: ROUTE,
    query: {
      context: 'edit',
      status: ALL,
      slug: [...wanted],
      per_page: PER_PAGE,
      orderby: 'id',
      order: 'asc',
      _fields: FIELDS,
    },
  });
  if (!answer.ok) return answer;
  const list = readRecords(answer.value, reader);
  if (!list.ok) return list;
  const bad = list.value.rejected[0];
  // A post that is there but cannot be read must not count as "not there": something would be created twice.
  if (bad !== undefined)
    return err({
      kind: 'server',
      reason: 'shape',
      status: 200,
      code: bad.problem,
      host: answer.value.url.host,
    });
  return ok(list.value.records.filter((post) => wanted.has(post.fields.slug)));
}

async function createPost(api: Api, fields: PostFields): Promise<Result<RemotePost, AppError>> {
  const { slug, ...rest } = fields;
  // There is no date to send with it, and without one WordPress publishes at once.
  if (fields.status === 'future') return err(noDate());
  return write(api, ROUTE, toPostBody(slug === '' ? rest : fields));
}

async function updatePost(
  api: Api,
  id: number,
  fields: Partial<PostFields>,
): Promise<Result<RemotePost, AppError>> {
  if (fields.status === 'future') {
    // Only a post that is scheduled already has a date that keeps it so.
    const now = await getPost(api, id);
    if (!now.ok) return now;
    if (now.value.fields.status !== 'future') return err(noDate());
  }
  return write(api, `${ROUTE}/${id}`, toPostBody(fields), id);
}

const noDate = (): AppError => ({
  kind: 'validation',
  field: 'status',
  reason: 'malformed',
  detail: 'future without a date',
});

async function write(
  api: Api,
  route: string,
  body: Record<string, string>,
  id?: number,
): Promise<Result<RemotePost, AppError>> {
  const answer = await api.call({
    method: 'POST',
    route,
    query: { context: 'edit', _fields: FIELDS },
    body,
    ...(id === undefined ? {} : { id }),
  });
  return answer.ok ? readRecord(answer.value, reader) : answer;
}

/** Already in the trash (410) or gone for good is as good as done. */
async function trashPost(api: Api, id: number): Promise<Result<void, AppError>> {
  const answer = await api.call({ method: 'DELETE', route: `${ROUTE}/${id}`, query: { _fields: 'id' }, id });
  if (answer.ok || answer.error.kind === 'not-found') return ok(undefined);
  const isTrashed = answer.error.kind === 'server' && answer.error.code === 'rest_already_trashed';
  return isTrashed ? ok(undefined) : answer;
}
