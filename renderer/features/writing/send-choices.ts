import type { CallOutput } from '../../data/request.ts';

type Detail = Pick<CallOutput<'posts', 'get'>, 'sendable' | 'status' | 'remoteId' | 'sync' | 'conflict'>;

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
  const onSite = remoteId !== null;
  const choices: SendChoice[] = [];
  if (sendable.includes('publish')) {
    choices.push({ send: 'publish', label: onSite && isPublic(status) ? 'update' : 'publish' });
  }
  if (sendable.includes('pending')) choices.push({ send: 'pending', label: 'forReview' });
  if (sendable.includes('draft') && !isPublic(status)) {
    choices.push({ send: 'draft', label: onSite ? 'updateDraft' : 'asDraft' });
  }
  return choices;
}

/**
 * Whether sending would tell the site anything: an update of what the site has already would only move its date.
 *
 * @param hasTyped words on screen are not saved yet
 */
export function bringsNews(choice: SendChoice, { sync }: Pick<Detail, 'sync'>, hasTyped: boolean): boolean {
  const isUpdate = choice.label === 'update' || choice.label === 'updateDraft';
  return !isUpdate || sync !== 'same' || hasTyped;
}
