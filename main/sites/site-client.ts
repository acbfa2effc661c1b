import type { CommentStatus } from '../domain/comment.ts';
import type { PostFields } from '../domain/post.ts';
import type { ServerComment, ServerPost } from '../domain/reconcile.ts';
import type { Result } from '../domain/result.ts';
import type { Capabilities } from '../domain/site.ts';

/** What a site tells about itself and about us. */
export interface SiteIdentity {
  url: string;
  apiRoot: string;
  title: string;
  language: string;
  timeZone: string;
  user: { id: number; login: string; name: string; role: string; capabilities: Capabilities };
}

/** A post and a comment as the site holds them now: what the library is reconciled with. */
export type RemotePost = ServerPost;
export type RemoteComment = ServerComment;

/** A record that did not have the shape we know: set aside and shown, while its page goes on. */
export interface RejectedRecord {
  what: 'post' | 'comment';
  /** The record's id if it could be read, else an empty string. */
  remoteId: string;
  /** Which field was wrong, for people who can fix it. */
  problem: string;
  /** The record as it came, as JSON. */
  source: string;
}

/** One page of a listing. */
export interface RemotePage<T> {
  records: T[];
  rejected: RejectedRecord[];
  /** Total of the listing as the server counts it now. */
  total: number;
  pages: number;
}

/** Everything of a comment update that must be sent so that the server changes nothing else. */
export interface CommentStatusChange {
  remoteId: number;
  status: CommentStatus;
  /** Echoed back: WordPress overwrites both with the caller's own on every update. */
  authorIp: string;
  authorAgent: string;
  /** Echoed back: WordPress computes it anew from the local date. UTC, ISO with `Z`, or empty if unknown. */
  dateGmt: string;
}

/**
 * A connected blog, whatever its platform. One instance per site; no state but the address and credentials. Each call
 * is one attempt: retrying, ordering and deciding are the sync engine's work.
 */
export interface SiteClient {
  /** Who we are there and what we may do. `auth-expired` if the site does not know us. */
  identify(): Promise<Result<SiteIdentity>>;
  /** Display names of the users who write there, by id; an empty map where we may not ask. */
  authorNames(ids: readonly number[]): Promise<Result<Map<number, string>>>;
  /** Page `page` (from 1) of all posts we may see, newest first. */
  listPosts(page: number, signal?: AbortSignal): Promise<Result<RemotePage<RemotePost>>>;
  /** Page `page` (from 1) of all comments and pings we may see, newest first. */
  listComments(page: number, signal?: AbortSignal): Promise<Result<RemotePage<RemoteComment>>>;
  /** `not-found` if it is deleted for good. */
  getPost(remoteId: number): Promise<Result<RemotePost>>;
  /** Posts in any state whose slug is `slug` or `slug` with WordPress's `-2`, `-3`… for duplicates. */
  findPostsBySlug(slug: string): Promise<Result<RemotePost[]>>;
  /** Creates a post; an empty slug lets the site make one. */
  createPost(fields: PostFields): Promise<Result<RemotePost>>;
  updatePost(remoteId: number, fields: Partial<PostFields>): Promise<Result<RemotePost>>;
  /** Moves a post to the trash; used only for a duplicate that a lost reply left behind. */
  trashPost(remoteId: number): Promise<Result<void>>;
  /** `not-found` if it is deleted for good. */
  getComment(remoteId: number): Promise<Result<RemoteComment>>;
  setCommentStatus(change: CommentStatusChange): Promise<Result<RemoteComment>>;
  /** A reply by the signed-in user. A duplicate the server already holds is success: that comment is returned. */
  createReply(reply: {
    postRemoteId: number;
    parentRemoteId: number;
    content: string;
  }): Promise<Result<RemoteComment>>;
  /** The signed-in user's comment on this post with exactly this parent and text, if it arrived. */
  findReply(reply: {
    postRemoteId: number;
    parentRemoteId: number;
    content: string;
  }): Promise<Result<RemoteComment | null>>;
}
