import { posts } from './content/posts.ts';
import type { SeedComment, SeedPost, SeedTime } from './content/shape.ts';
import { guestAuthor, owner, ownersDesk, settings, terms } from './content/site.ts';
import { OWNER_ID } from './rest/call.ts';
import { fromSiteTime, fromStamp, toSiteTime, toStamp } from './site-time.ts';
import type { PracticeComment, PracticePost, PracticeState, PracticeTerm } from './state.ts';
import { toSlug } from './text/slug.ts';

const DAY = 86_400_000;
const GUEST_ID = 2;

/** The blog as it is when it is opened for the first time: the same every time, with dates counted from `now`. */
export function seedState(now: Date, instance: string): PracticeState {
  const seededTerms = seedTerms();
  const seededPosts = seedPosts(now, seededTerms);
  const seededComments = seedComments(now, seededPosts);
  return {
    version: 1,
    instance,
    settings: { ...settings, default_category: 1 },
    users: [
      { ...owner, id: OWNER_ID, role: 'administrator', registered_gmt: '2009-03-01T09:12:44' },
      { ...guestAuthor, id: GUEST_ID, role: 'author', registered_gmt: '2017-05-20T15:40:02' },
    ],
    posts: seededPosts,
    comments: seededComments,
    terms: seededTerms,
    nextId: {
      post: Math.max(...seededPosts.flatMap((post) => [post.id, ...post.revisions])) + 1,
      comment: seededComments.length + 1,
      term: seededTerms.length + 1,
    },
  };
}

function seedTerms(): PracticeTerm[] {
  const list: PracticeTerm[] = [];
  for (const [taxonomy, seeds] of Object.entries(terms)) {
    for (const seed of seeds) {
      list.push({
        id: list.length + 1,
        taxonomy: taxonomy === 'category' ? 'category' : 'post_tag',
        name: seed.name,
        slug: toSlug(seed.slug),
        description: '',
        parent: list.find((term) => term.slug === seed.under)?.id ?? 0,
      });
    }
  }
  return list;
}

/** Ids grow with the dates and leave gaps for the revisions, as on a blog that has lived. */
function seedPosts(now: Date, all: PracticeTerm[]): PracticePost[] {
  const oldestFirst = posts.toSorted((a, b) => b.daysAgo - a.daysAgo);
  return oldestFirst.map((seed, index): PracticePost => {
    const id = 12 + index * 5;
    const chosen = siteDay(now, seed.daysAgo, seed.at);
    const status = seed.status ?? 'publish';
    const isDraft = status === 'draft';
    const idsOf = (slugs: string[], taxonomy: string) =>
      slugs.flatMap((slug) =>
        all.filter((term) => term.slug === slug && term.taxonomy === taxonomy).map((term) => term.id),
      );
    return {
      id,
      status,
      slug: isDraft ? '' : toSlug(seed.slug),
      title: seed.title,
      content: seed.content,
      excerpt: seed.excerpt ?? '',
      password: '',
      date_gmt: chosen,
      dateFloats: isDraft,
      // A scheduled post was last changed before now, never in the future.
      modified_gmt: chosen < toStamp(now) ? chosen : toStamp(new Date(now.getTime() - DAY)),
      author: seed.guest ? GUEST_ID : OWNER_ID,
      comment_status: seed.commentsClosed ? 'closed' : 'open',
      ping_status: 'open',
      sticky: seed.sticky ?? false,
      format: 'standard',
      categories: idsOf(seed.categories, 'category'),
      tags: idsOf(seed.tags ?? [], 'post_tag'),
      revisions: isDraft ? [] : [id + 1, id + 2],
    };
  });
}

/** Comment ids follow the dates over the whole blog, so a thread's ids have gaps too. */
function seedComments(now: Date, seeded: PracticePost[]): PracticeComment[] {
  const threads = posts.flatMap((seed) => {
    const post = seeded.find((one) => one.title === seed.title);
    return post === undefined ? [] : resolveThread(now, seed, post);
  });
  const oldestFirst = threads.toSorted((a, b) =>
    a.comment.date_gmt === b.comment.date_gmt ? 0 : a.comment.date_gmt < b.comment.date_gmt ? -1 : 1,
  );
  for (const [index, { comment }] of oldestFirst.entries()) comment.id = index + 1;
  for (const { comment, parent } of oldestFirst) comment.parent = parent()?.id ?? 0;
  return oldestFirst.map(({ comment }) => comment);
}

interface Placed {
  comment: PracticeComment;
  parent: () => PracticeComment | undefined;
}

function resolveThread(now: Date, seed: SeedPost, post: PracticePost): Placed[] {
  const placed: Placed[] = [];
  for (const one of seed.comments ?? []) {
    placed.push({
      comment: seedComment(now, one, post),
      parent: () => (one.re === undefined ? undefined : placed[one.re - 1]?.comment),
    });
  }
  return placed;
}

function seedComment(now: Date, seed: SeedComment, post: PracticePost): PracticeComment {
  const who = seed.who === 'owner' ? { ...owner, ...ownersDesk } : seed.who;
  const status = seed.status ?? 'approved';
  return {
    id: 0,
    post: post.id,
    parent: 0,
    author: userIdOf(who.email),
    author_name: who.name,
    author_email: who.email,
    author_url: who.url ?? '',
    author_ip: who.ip,
    author_user_agent: who.agent,
    date_gmt: commentTime(now, seed.at, post.date_gmt),
    content: seed.text,
    status,
    statusBefore: status === 'spam' || status === 'trash' ? 'hold' : null,
    type: seed.type ?? 'comment',
  };
}

/** Only people with an account have a user id; the guest author comments with theirs too. */
function userIdOf(email: string): number {
  if (email === owner.email) return OWNER_ID;
  return email === guestAuthor.email ? GUEST_ID : 0;
}

function commentTime(now: Date, at: SeedTime, postedGmt: string): string {
  const [first = '', clock = ''] = at.replace('+', '').split(' ');
  if (first !== 'ago') {
    const dayOfPost = toSiteTime(postedGmt).slice(0, 10);
    return onDay(dayOfPost, Number(first), clock);
  }
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return toStamp(new Date(now.getTime() - (hours * 60 + minutes) * 60_000));
}

/** A wall-clock time in the blog's zone, so many days before today there. */
function siteDay(now: Date, daysAgo: number, clock: string): string {
  return onDay(toSiteTime(toStamp(now)).slice(0, 10), -daysAgo, clock);
}

function onDay(day: string, later: number, clock: string): string {
  const date = new Date(fromStamp(`${day}T00:00:00`).getTime() + later * DAY);
  // Nobody writes on the full minute; the seconds come from the day and the clock, so they never change.
  const seconds = String((date.getUTCDate() * 7 + Number(clock.replace(':', ''))) % 60).padStart(2, '0');
  return fromSiteTime(`${toStamp(date).slice(0, 10)}T${clock.padStart(5, '0')}:${seconds}`);
}
