import type { EventPayload } from '../../preload/contract/events.ts';
import type { Area, Contract } from '../../preload/contract/index.ts';

export type Part = EventPayload<'changed'>['parts'][number];

/** A question the page may ask: `area.call`. */
export type Question = { [A in Area]: `${A}.${keyof Contract[A] & string}` }[Area];

/** Which answers depend on which part of the library. */
export const dependents: Record<Part, readonly Question[]> = {
  sites: [
    'search.find',
    'savedSearches.counts',
    'revisions.lost',
    'sites.list',
    'sites.setAside',
    'posts.get',
    'comments.get',
    'comments.thread',
    'outbox.list',
    'library.health',
  ],
  posts: [
    'search.find',
    'savedSearches.counts',
    'revisions.lost',
    'posts.list',
    'posts.counts',
    'posts.get',
    'outbox.list',
    'outbox.counts',
    'sites.list',
    'comments.list',
    'comments.get',
    'comments.thread',
  ],
  comments: [
    'search.find',
    'savedSearches.counts',
    'comments.list',
    'comments.counts',
    'comments.get',
    'comments.thread',
    'sites.list',
    'posts.get',
    'outbox.list',
  ],
  outbox: [
    'outbox.list',
    'outbox.counts',
    'posts.list',
    'posts.get',
    'comments.list',
    'comments.get',
    'comments.thread',
  ],
  settings: ['app.state'],
  replyDrafts: ['comments.get'],
  revisions: ['revisions.list', 'revisions.get', 'revisions.damaged', 'revisions.lost'],
  savedSearches: ['savedSearches.list', 'savedSearches.counts'],
};

/** What a `changed` event means for the page. */
export type Change = { kind: 'old' } | { kind: 'some'; questions: ReadonlySet<Question> } | { kind: 'all' };

/**
 * Follows main's revision: an event that is not newer is dropped, and a missing one means that anything may have
 * changed.
 */
export function createChangeTracker(): (event: EventPayload<'changed'>) => Change {
  let last: number | null = null;
  return ({ revision, parts }) => {
    const before = last;
    if (before !== null && revision <= before) return { kind: 'old' };
    last = revision;
    if (before !== null && revision !== before + 1) return { kind: 'all' };
    return { kind: 'some', questions: new Set(parts.flatMap((part) => dependents[part])) };
  };
}
