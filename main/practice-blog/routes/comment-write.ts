import { isIP } from 'node:net';
import { isTwin } from '../reader-form.ts';
import { CALLER_IP, type Call, OWNER_ID } from '../rest/call.ts';
import { ok, type Reply, refuse, refuseParams, refuseStranger } from '../rest/reply.ts';
import { date, flag, integer, or, orNull, rawText, read, text } from '../rest/rules.ts';
import { toStamp } from '../site-time.ts';
import type { PracticeComment } from '../state.ts';
import { markReaderLinks } from '../text/render.ts';
import { viewComment } from './comment-read.ts';
import { firstStatus, setStatus } from './comment-status.ts';

const asSent = undefined;
const rules = {
  post: or(asSent, integer()),
  parent: or(asSent, integer()),
  content: or(asSent, rawText),
  status: or(asSent, text),
  type: or(asSent, text),
  author: or(asSent, integer()),
  author_name: or(asSent, text),
  author_email: or(asSent, text),
  author_url: or(asSent, text),
  author_ip: or(asSent, orNull(text)),
  author_user_agent: or(asSent, text),
  date: or(asSent, date('site')),
  date_gmt: or(asSent, date('gmt')),
};

type Sent = Extract<ReturnType<typeof readSent>, { values: unknown }>['values'];

function readSent(call: Call) {
  const sent = read(call.params, rules);
  if ('refused' in sent) return sent;
  const { author_ip: ip, author_email: email } = sent.values;
  // An empty address is not "none" but a wrong one: echoing a comment's empty `author_ip` is refused.
  if (typeof ip === 'string' && isIP(ip) === 0)
    return {
      refused: refuseParams({ author_ip: { code: 'rest_invalid_ip', message: 'Not an IP address.' } }),
    };
  if (email !== undefined && email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    return {
      refused: refuseParams({
        author_email: { code: 'rest_invalid_email', message: 'Not an email address.' },
      }),
    };
  return sent;
}

/** `POST /comments`: a comment by the signed-in user, or in somebody's name. */
export function createComment(call: Call): Reply {
  const read = readSent(call);
  if ('refused' in read) return read.refused;
  const sent = read.values;
  if (!call.signedIn)
    return refuseStranger('rest_comment_login_required', 'Strangers comment on the page, not here.');
  const post = call.state.posts.find((one) => one.id === sent.post);
  if (post === undefined) return refuse(403, 'rest_comment_invalid_post_id', 'There is no such post.');
  if (post.status === 'draft') return refuse(403, 'rest_comment_draft_post', 'The post is a draft.');
  if (post.status === 'trash') return refuse(403, 'rest_comment_trash_post', 'The post is in the trash.');
  if (post.comment_status === 'closed') return refuse(403, 'rest_comment_closed', 'Comments are closed.');
  if (sent.type !== undefined && sent.type !== 'comment')
    return refuse(400, 'rest_invalid_comment_type', 'Only comments can be created.');
  const content = markReaderLinks((sent.content ?? '').trim());
  if (content === '') return refuse(400, 'rest_comment_content_invalid', 'The comment is empty.');
  const comment = blankComment(call, post.id, content);
  const refused = applyAuthor(call, comment, sent);
  if (refused !== null) return refused;
  applyPlace(comment, sent);
  if (call.state.comments.some((other) => isTwin(other, comment)))
    return refuse(409, 'comment_duplicate', 'This was said already.');
  applyOrigin(call, comment, sent);
  setStatus(comment, sent.status ?? firstStatus(call.state, comment));
  call.state.nextId.comment += 1;
  call.state.comments.push(comment);
  return ok(viewComment(call, comment, 'edit'), 201, {
    Location: `${call.base}/wp-json/wp/v2/comments/${comment.id}`,
  });
}

/** `POST`, `PUT` or `PATCH /comments/<id>`. */
export function updateComment(call: Call, id: number): Reply {
  const read = readSent(call);
  if ('refused' in read) return read.refused;
  const sent = read.values;
  const comment = call.state.comments.find((one) => one.id === id);
  if (comment === undefined) return refuse(404, 'rest_comment_invalid_id', 'There is no such comment.');
  if (!call.signedIn) return refuseStranger('rest_cannot_edit', 'Only moderators may edit comments.');
  if (sent.type !== undefined && sent.type !== comment.type)
    return refuse(404, 'rest_comment_invalid_type', 'The type of a comment stays.');
  if (sent.post !== undefined && !call.state.posts.some((post) => post.id === sent.post))
    return refuse(403, 'rest_comment_invalid_post_id', 'There is no such post.');
  if (sent.content !== undefined && sent.content.trim() === '')
    return refuse(400, 'rest_comment_content_invalid', 'The comment is empty.');
  const refused = applyAuthor(call, comment, sent);
  if (refused !== null) return refused;
  comment.post = sent.post ?? comment.post;
  applyPlace(comment, sent);
  // The stored text is filtered again at every update, also when only the status was sent.
  comment.content = markReaderLinks(sent.content?.trim() ?? comment.content);
  applyOrigin(call, comment, sent);
  if (sent.status !== undefined) setStatus(comment, sent.status);
  return ok(viewComment(call, comment, 'edit'));
}

/** `DELETE /comments/<id>`: into the trash, or for good with `force`; then its answers move up to its own parent. */
export function deleteComment(call: Call, id: number): Reply {
  const asked = read(call.params, { force: or(false, flag) });
  if ('refused' in asked) return asked.refused;
  const comment = call.state.comments.find((one) => one.id === id);
  if (comment === undefined) return refuse(404, 'rest_comment_invalid_id', 'There is no such comment.');
  if (!call.signedIn) return refuseStranger('rest_cannot_delete', 'Only moderators may delete comments.');
  if (asked.values.force) {
    const previous = viewComment(call, comment, 'edit');
    call.state.comments = call.state.comments.filter((one) => one.id !== id);
    for (const child of call.state.comments) {
      if (child.parent === id) child.parent = comment.parent;
    }
    return ok({ deleted: true, previous });
  }
  if (comment.status === 'trash') return refuse(410, 'rest_already_trashed', 'It is in the trash already.');
  setStatus(comment, 'trash');
  return ok(viewComment(call, comment, 'edit'));
}

function blankComment(call: Call, post: number, content: string): PracticeComment {
  return {
    id: call.state.nextId.comment,
    post,
    parent: 0,
    author: 0,
    author_name: '',
    author_email: '',
    author_url: '',
    author_ip: CALLER_IP,
    author_user_agent: call.userAgent,
    date_gmt: toStamp(call.now),
    content,
    status: 'approved',
    statusBefore: null,
    type: 'comment',
  };
}

/** Without any author field a new comment is the signed-in user's own. */
function applyAuthor(call: Call, comment: PracticeComment, sent: Sent): Reply | null {
  const isNew = comment.id === call.state.nextId.comment;
  const named = sent.author_name ?? sent.author_email ?? sent.author_url;
  const author = sent.author ?? (isNew && named === undefined ? OWNER_ID : undefined);
  if (author !== undefined) {
    const user = call.state.users.find((one) => one.id === author);
    if (user === undefined) return refuse(400, 'rest_comment_author_invalid', 'There is no such user.');
    comment.author = user.id;
    comment.author_name = user.name;
    comment.author_email = user.email;
    comment.author_url = user.url;
  }
  comment.author_name = sent.author_name ?? comment.author_name;
  comment.author_email = sent.author_email ?? comment.author_email;
  comment.author_url = sent.author_url ?? comment.author_url;
  return null;
}

/** Any number is taken as a parent, even of a comment on another post. */
function applyPlace(comment: PracticeComment, sent: Sent): void {
  comment.parent = sent.parent ?? comment.parent;
  comment.date_gmt = sent.date ?? sent.date_gmt ?? comment.date_gmt;
}

/**
 * Whoever writes last leaves their own address and agent behind, unless both are sent. `null` is no address. An empty
 * agent counts as none sent, and a caller without an agent changes nothing.
 */
function applyOrigin(call: Call, comment: PracticeComment, sent: Sent): void {
  comment.author_ip = sent.author_ip === null ? '' : (sent.author_ip ?? CALLER_IP);
  comment.author_user_agent = sent.author_user_agent || call.userAgent || comment.author_user_agent;
}
