import type { Comment } from '../domain/comment.ts';
import type { Post } from '../domain/post.ts';
import type { CollectionName, Stored } from './collections.ts';

/** The collections that are counted by site and status. */
export type CountedCollection = 'comments' | 'posts';

/** What the index knows of a record. */
export interface Facet {
  /** Empty for a post of no site. */
  site: string;
  status: string;
  /** ISO, UTC: the date that lists are sorted by. */
  date: string;
}

/** A reply that the site has not confirmed yet stands in its thread, but in no list and no count. */
const ofComment = ({ remoteId, siteId, status, dateGmt }: Comment): Facet | null =>
  remoteId === null ? null : { site: siteId, status, date: dateGmt };

const ofPost = ({ siteId, fields, editedAt }: Post): Facet => ({
  site: siteId ?? '',
  status: fields.status,
  date: editedAt,
});

export const isCounted = (collection: CollectionName): collection is CountedCollection =>
  collection === 'comments' || collection === 'posts';

/** What the index notes of a record; null for one that is neither counted nor listed. */
export function facetOf(collection: CollectionName, record: Stored | undefined): Facet | null {
  if (!record) return null;
  if (collection === 'comments') return ofComment(record as Comment);
  return collection === 'posts' ? ofPost(record as Post) : null;
}
