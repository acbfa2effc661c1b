import type { CallInput } from '../data/request.ts';

/** A place that main remembers for the next start. */
export type LastingPlace = CallInput<'app', 'rememberPlace'>;
export type View = LastingPlace['view'] | 'search';
/** Where the person is. `filter` is the list within the view, such as `drafts` or `pending`. */
export type Place = Omit<LastingPlace, 'view'> & { view: View };

/** A way somewhere: what is not named is as it was the last time in that view. */
export type Move = Pick<Place, 'view'> & Partial<Place>;

export interface Memory {
  place: Place;
  /** The newest place in each view. */
  byView: Partial<Record<View, Place>>;
}

export const emptyPlace: Place = { view: 'welcome', filter: '', postId: null, commentId: null };

/** Only the lists of posts and comments can be narrowed to a site; elsewhere nothing says that they are. */
export const listsSites = ({ view }: Place): boolean => view === 'posts' || view === 'comments';

/** List shown in a view that was not visited yet. */
const firstFilter: Record<View, string> = {
  welcome: '',
  posts: 'all',
  comments: 'pending',
  search: '',
  outbox: '',
  settings: '',
};

/**
 * The memory after the lists were narrowed to another site: what was open may belong to the one that was left, and a
 * key must never act on what the list beside it does not hold.
 */
export function leaveSite({ place, byView }: Memory): Memory {
  const closed = (known: Place): Place => ({ ...known, postId: null, commentId: null });
  const views = Object.entries(byView).map(([view, known]) => [view, closed(known)]);
  return { place: closed(place), byView: Object.fromEntries(views) };
}

/** The memory after a move. Another list of the same view keeps the open post, but not the comment under the cursor. */
export function goTo({ place, byView }: Memory, move: Move): Memory {
  const known = byView[move.view] ?? { ...emptyPlace, view: move.view, filter: firstFilter[move.view] };
  const otherList = move.filter !== undefined && move.filter !== known.filter;
  const next: Place = { ...known, ...(otherList ? { commentId: null } : {}), ...move };
  const moved =
    next.view !== place.view ||
    next.filter !== place.filter ||
    next.postId !== place.postId ||
    next.commentId !== place.commentId;
  return moved ? { place: next, byView: { ...byView, [next.view]: next } } : { place, byView };
}

/** The place as main is to remember it; null for the search, which is looked at in passing. */
export const lasting = (place: Place): LastingPlace | null =>
  place.view === 'search' ? null : { ...place, view: place.view };
