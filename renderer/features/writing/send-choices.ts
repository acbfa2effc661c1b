import type { CallOutput } from '../../data/request.ts';

type Detail = Pick<
  CallOutput<'posts', 'get'>,
  'sendable' | 'status' | 'remoteId' | 'sync' | 'conflict' | 'becomes' | 'operation'
>;

/** A way to send a post, named by what its button says. */
export interface SendChoice {
  send: 'draft' | 'pending' | 'publish';
  label: 'publish' | 'update' | 'forReview' | 'asDraft' | 'updateDraft';
}

const isPublic = (status: Detail['status']): boolean => ['publish', 'private', 'future'].includes(status);

/**
 * The ways to send a post that its site would accept from this user, the usual one first. None while both sides
 * differ and nobody has chosen.
 */
export function sendChoices({ sendable, status, remoteId, conflict }: Detail): SendChoice[] {
  if (conflict !== null) return [];
  const choices: SendChoice[] = [];
  if (sendable.includes('publish')) {
    choices.push({ send: 'publish', label: isPublic(status) ? 'update' : 'publish' });
  }
  if (sendable.includes('pending')) choices.push({ send: 'pending', label: 'forReview' });
  if (sendable.includes('draft') && !isPublic(status)) {
    choices.push({ send: 'draft', label: remoteId !== null ? 'updateDraft' : 'asDraft' });
  }
  return choices;
}

interface WordsOnScreen {
  /** Nothing is written. */
  isBlank: boolean;
  /** Some are not saved yet. */
  hasTyped: boolean;
}

/**
 * Why sending would tell the site nothing; null if it would. An update of what the site has already would only move
 * its date, and what waits in the outbox with every word would not change.
 */
export function whyOff(
  choice: SendChoice,
  { status, sync, becomes, operation }: Pick<Detail, 'status' | 'sync' | 'becomes' | 'operation'>,
  { isBlank, hasTyped }: WordsOnScreen,
): 'needsWords' | 'alreadyWaits' | 'same' | null {
  if (isBlank) return 'needsWords';
  if (hasTyped) return null;
  if (operation !== null && operation.state !== 'failed') {
    const asMeant = choice.send === becomes || (choice.label === 'update' && isPublic(status));
    return operation.carriesAll && asMeant ? 'alreadyWaits' : null;
  }
  const isUpdate = choice.label === 'update' || choice.label === 'updateDraft';
  return isUpdate && sync === 'same' ? 'same' : null;
}
