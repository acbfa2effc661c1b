import type { Call, Input } from '../../../preload/contract/define.ts';
import type { Area, Contract } from '../../../preload/contract/index.ts';

type InputOf<C> = C extends Call ? Input<C> : never;
type Inputs = { [A in Area]: { [K in keyof Contract[A]]: InputOf<Contract[A][K]> } };

/** One input that each call accepts. The compiler asks for a line here whenever a call is declared. */
const VALID_INPUTS: Inputs = {
  app: {
    state: {},
    changeSettings: { language: 'bg', theme: 'dark', showKeys: false },
    rememberPlace: { view: 'comments', filter: 'pending', postId: null, commentId: 'site-1/7' },
    openLink: { url: 'https://bavnivlakove.example/' },
    showLibrary: {},
    readyToClose: {},
  },
  sites: {
    list: {},
    connect: { address: 'bavnivlakove.example', login: 'mila', password: 'abcd efgh', keep: 'session' },
    reconnect: { siteId: 'site-1', password: 'abcd efgh', keep: 'device' },
    openPractice: {},
    resetPractice: {},
    disconnect: { siteId: 'site-1' },
    setAside: { siteId: 'site-1' },
  },
  library: { health: {}, acknowledgeDamage: {}, showDamaged: {} },
  sync: { pull: { siteId: 'site-1' }, cancelPull: { siteId: 'site-1' } },
  posts: {
    list: { siteId: null, filter: 'all', offset: 0, limit: 50 },
    counts: { siteId: 'site-1' },
    get: { postId: 'post-1' },
    create: { siteId: null },
    save: { postId: 'post-1', expectedRevision: 1, title: 'Кафе', body: '<p>Кафе</p>' },
    assignSite: { postId: 'post-1', siteId: 'site-1' },
    send: { postId: 'post-1', expectedRevision: 1, status: 'publish' },
    resolveConflict: { postId: 'post-1', keep: 'mine' },
    remove: { postId: 'post-1' },
    restore: { postId: 'post-1' },
  },
  revisions: {
    list: { postId: 'post-1' },
    damaged: { postId: 'post-1' },
    get: { revisionId: 'revision-1' },
    restore: { revisionId: 'revision-1', expectedRevision: 1 },
    lost: {},
    bringBack: { postIds: ['post-1'] },
    discardLost: { postId: 'post-1' },
    keepLost: { postId: 'post-1' },
  },
  comments: {
    list: { siteId: 'site-1', filter: 'pending', order: 'newest', offset: 0, limit: 50 },
    counts: { siteId: null },
    get: { commentId: 'site-1/7' },
    thread: { postId: 'post-1' },
    decide: { commentIds: ['site-1/7'], decision: 'approve' },
    undo: {},
    saveReplyDraft: { commentId: 'site-1/7', content: 'Благодаря' },
    reply: { commentId: 'site-1/7', content: 'Благодаря', approve: true },
  },
  search: {
    find: { query: 'влак is:pending', group: 'all', order: 'best', offset: 0, limit: 50 },
  },
  savedSearches: {
    list: {},
    counts: {},
    save: { id: null, name: 'Влакове', query: 'влак', siteId: 'site-1' },
    forget: { id: 'search-1' },
  },
  backups: {
    overview: {},
    showFolder: {},
    backUpNow: {},
    saveToFile: {},
    open: { backupId: '2026-11-22T10-00-00-000Z' },
    restore: {},
    leave: {},
    cancel: {},
  },
  outbox: {
    list: {},
    counts: {},
    sendNow: {},
    retry: { operationId: 'op-1' },
    cancel: { operationId: 'op-1' },
  },
};

/** The same by channel. */
export const INPUT_BY_CHANNEL: ReadonlyMap<string, Record<string, unknown>> = new Map(
  Object.entries(VALID_INPUTS).flatMap(([area, calls]) =>
    Object.entries(calls).map(([name, input]) => [`${area}.${name}`, input] as const),
  ),
);
