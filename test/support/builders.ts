import type { Comment } from '../../main/domain/comment.ts';
import type { Decision } from '../../main/domain/decision.ts';
import type { Operation, OperationTask } from '../../main/domain/operation.ts';
import type { Post, PostFields } from '../../main/domain/post.ts';
import type { Revision } from '../../main/domain/revision.ts';
import type { Site } from '../../main/domain/site.ts';
import { countWords } from '../../main/domain/word-count.ts';

/** Records with plausible values; a test names only what it is about. */
export const aSite = (over: Partial<Site> = {}): Site => ({
  id: 'site-1',
  platform: 'wordpress',
  url: 'https://bavnivlakove.example',
  apiRoot: 'https://bavnivlakove.example/wp-json/',
  title: 'Бавни влакове',
  language: 'bg-BG',
  timeZone: 'Europe/Sofia',
  user: {
    id: 1,
    login: 'mila',
    name: 'Мила',
    role: 'administrator',
    capabilities: {
      writePosts: true,
      publishPosts: true,
      editOthersPosts: true,
      editPublishedPosts: true,
      moderateComments: true,
      unfilteredHtml: true,
    },
  },
  connectedAt: '2026-11-01T08:00:00.000Z',
  pulledAt: null,
  needsPassword: false,
  ...over,
});

export const someFields = (over: Partial<PostFields> = {}): PostFields => ({
  title: 'Кафе на гара Септември',
  body: '<!-- wp:paragraph --><p>Кафето е същото.</p><!-- /wp:paragraph -->',
  excerpt: '',
  slug: '',
  status: 'draft',
  ...over,
});

export const aPost = (over: Partial<Post> = {}): Post => ({
  id: 'post-1',
  siteId: 'site-1',
  remoteId: null,
  fields: someFields(),
  base: null,
  revision: 1,
  conflict: null,
  remote: null,
  createdAt: '2026-11-02T08:00:00.000Z',
  editedAt: '2026-11-02T08:00:00.000Z',
  ...over,
});

export const aComment = (over: Partial<Comment> = {}): Comment => ({
  id: 'site-1/7',
  siteId: 'site-1',
  remoteId: 7,
  postRemoteId: 5,
  parentRemoteId: 0,
  type: 'comment',
  author: {
    userId: 0,
    name: 'Йордан Вълчев',
    email: 'valchev@poshta.example',
    url: '',
    ip: '198.51.100.24',
    agent: 'Mozilla/5.0 (X11; Linux x86_64)',
  },
  dateGmt: '2026-11-17T05:41:00Z',
  raw: 'Благодаря за уточнението!',
  rendered: '<p>Благодаря за уточнението!</p>',
  link: 'https://bavnivlakove.example/?p=5#comment-7',
  status: 'pending',
  baseStatus: 'pending',
  ...over,
});

/** A decision on its way; a test names another task where it is about one. */
export const anOperation = (over: Partial<Operation> = {}): Operation => ({
  id: 'op-1',
  siteId: 'site-1',
  sequence: 1,
  task: { kind: 'set-comment-status', commentId: 'site-1/7', status: 'approved' },
  state: 'queued',
  attempts: 0,
  lastError: null,
  notBefore: null,
  createdAt: '2026-11-10T09:00:00.000Z',
  endedAt: null,
  ...over,
});

/** The task of a reply to {@link aComment} that is on its way. */
export const aReply = (over: Partial<ReplyTask> = {}): ReplyTask => ({
  ...{ kind: 'create-reply', commentId: 'local/1', postRemoteId: 5, parentRemoteId: 7, content: 'Да' },
  ...over,
});

type ReplyTask = Extract<OperationTask, { kind: 'create-reply' }>;

/** The decision that {@link anOperation} carries. */
export const aDecision = (over: Partial<Decision> = {}): Decision => ({
  ...{ id: 'd-1', sequence: 1, siteId: 'site-1', commentId: 'site-1/7', operationId: 'op-1' },
  ...{
    before: 'pending',
    after: 'approved',
    decidedAt: '2026-11-17T06:00:00Z',
    undoneAt: null,
    undoes: null,
  },
  ...over,
});

/** An earlier version of `aPost`, as whole as it was kept. */
export const aRevision = (over: Partial<Revision> = {}): Revision => {
  const { fields = someFields() } = over;
  return {
    id: 'revision-1',
    postId: 'post-1',
    kind: 'edited',
    fields,
    at: '2026-11-02T08:00:00.000Z',
    keptAt: '2026-11-02T08:10:00.000Z',
    words: countWords(fields.body, 'en'),
    changed: 0,
    ...over,
  };
};
