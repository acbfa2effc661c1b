import type { SearchQuery } from '../domain/search-query.ts';

// What the main thread and the index's own thread say to each other: plain data, copied.

/** A post as the index needs it. */
export interface PostSource {
  kind: 'post';
  id: string;
  siteId: string | null;
  siteLanguage: string;
  /** Null until the site has confirmed it. */
  remoteId: number | null;
  title: string;
  /** HTML, as stored. */
  body: string;
  excerpt: string;
  slug: string;
  author: string;
  status: string;
  /** ISO, UTC. */
  date: string;
}

/** A comment as the index needs it. */
export interface CommentSource {
  kind: 'comment';
  id: string;
  siteId: string;
  siteLanguage: string;
  remoteId: number | null;
  postRemoteId: number;
  /** 0 for one that answers the post. */
  parentRemoteId: number;
  isPing: boolean;
  author: string;
  email: string;
  /** HTML by a stranger, or what was typed. */
  text: string;
  status: string;
  date: string;
}

export type Source = PostSource | CommentSource;
export type Kind = Source['kind'];
/** Which record: ids of posts and comments are apart. */
export interface RecordKey {
  kind: Kind;
  id: string;
}

/** Records for one message, and those that are to be taken out. */
export interface Batch {
  records: Source[];
  gone: RecordKey[];
}

/** A part of a text, and whether it is what was looked for. */
export interface Segment {
  text: string;
  marked: boolean;
}

export type Group = 'posts' | 'comments' | 'drafts';

export interface FindRequest {
  query: SearchQuery;
  /** Sites that `site:` allows; null for all. */
  siteIds: readonly string[] | null;
  notSiteIds: readonly string[];
  /** `from` and `until` of the query as moments, ISO: what a day is depends on the reader's clock. */
  fromTime: string | null;
  untilTime: string | null;
  /** Rows that are wanted of each group, 0 for none; totals come for all of them. */
  limits: Readonly<Record<Group, number>>;
  order: 'best' | 'newest';
  offset: number;
}

export interface Hit {
  id: string;
  /** Title of the post, or name of the comment's author. */
  headline: Segment[];
  snippet: Segment[];
  language: string;
  links: number;
  /** As readers count the comments of the post; null for posts, spam, trash, pings and unsent replies. */
  number: number | null;
}

export interface Found {
  totals: Record<Group, number>;
  hits: Record<Group, Hit[]>;
}

export interface Opened {
  /** The library's transaction up to which the index is right; null: it has to be built. */
  sequence: number | null;
  records: number;
}

/** Requests to the index's thread, with what each answers. */
export interface Requests {
  open: { input: { file: string; libraryId: string }; output: Opened };
  /** Puts records in or takes them out. Of several puts of one record the last counts. */
  put: { input: Batch; output: { refused: string[] } };
  /** A pass over the whole library begins: the index is not to be trusted until `finish`. */
  begin: { input: null; output: number };
  /** That pass is over: what it did not bring is no longer in the library. Nothing if the index was reset meanwhile. */
  finish: { input: { pass: number; sequence: number }; output: null };
  /** Everything up to this transaction of the library has been put. Nothing unless a pass has been finished. */
  settle: { input: { sequence: number }; output: null };
  /** Forgets everything and starts an empty index. */
  reset: { input: null; output: null };
  find: { input: FindRequest; output: Found };
  close: { input: null; output: null };
}

export type RequestName = keyof Requests;
export type RequestMessage = {
  [N in RequestName]: { id: number; name: N; input: Requests[N]['input'] };
}[RequestName];

/** Why the index could not do it. */
export type Failure =
  /** The file is not what it should be: it has to be made anew. */
  | { kind: 'damaged'; detail: string }
  /** This build of SQLite has no full-text search. */
  | { kind: 'unsupported'; detail: string }
  /** The disk. */
  | { kind: 'storage'; detail: string }
  | { kind: 'bug'; detail: string };

export type AnswerMessage =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; failure: Failure };
