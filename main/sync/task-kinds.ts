import type { Operation, OperationTask } from '../domain/operation.ts';
import { checkNewPost } from './check-new-post.ts';
import { checkCommentStatus, sendCommentStatus } from './send-comment-status.ts';
import type { Checked, OperationOf, Outcome, SendContext } from './send-context.ts';
import { sendNewPost } from './send-new-post.ts';
import { checkPostUpdate, sendPostUpdate } from './send-post-update.ts';
import { checkReply, sendReply } from './send-reply.ts';

/** What the site can be asked about operations of one kind. */
interface TaskKind<K extends OperationTask['kind']> {
  /** Tries to have the site do it. */
  send(operation: OperationOf<K>, context: SendContext): Promise<Outcome>;
  /** Asks whether the site has it already, and changes nothing there. */
  check(operation: OperationOf<K>, context: SendContext): Promise<Checked>;
}

const kinds: { [K in OperationTask['kind']]: TaskKind<K> } = {
  'set-comment-status': { send: sendCommentStatus, check: checkCommentStatus },
  'create-reply': { send: sendReply, check: checkReply },
  'create-post': { send: sendNewPost, check: checkNewPost },
  'update-post': { send: sendPostUpdate, check: checkPostUpdate },
};

/** How this operation is sent and looked up. */
export const kindOf = ({ task }: Operation): TaskKind<OperationTask['kind']> =>
  // The entry takes the operations of its own kind, as this one is; the compiler does not follow that.
  kinds[task.kind] as TaskKind<OperationTask['kind']>;
