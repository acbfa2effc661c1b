import type { Feature, SearchState } from '../domain/search-operators.ts';
import type { Phrase } from '../domain/search-query.ts';
import { endsInInitial, type FtsMatch, ftsMatch, type Part, titleMatch } from './fts-query.ts';
import type { FindRequest, Group } from './protocol.ts';
import { firstRowOf } from './row-id.ts';
import { asTyped, type OtherSpellings } from './word-match.ts';

/** What `is:` means for the statuses of WordPress's posts and for those of comments. */
const POST_STATUSES: Record<SearchState, readonly string[]> = {
  draft: ['draft'],
  pending: ['pending'],
  scheduled: ['future'],
  published: ['publish', 'private'],
  ...{ approved: [], spam: [], trash: [] },
};
const COMMENT_STATUSES: Record<SearchState, readonly string[]> = {
  pending: ['pending'],
  approved: ['approved'],
  spam: ['spam'],
  trash: ['trash'],
  ...{ draft: [], scheduled: [], published: [] },
};
/** What the list of drafts holds. */
const DRAFTS = ['draft', 'pending'];

type Value = string | number;

/** `FROM … WHERE …` of one group, to be put after what is to be selected. */
export interface Selection {
  sql: string;
  values: Value[];
  /** Column that holds the row. */
  id: string;
  /** The full-text table if words narrow the selection, so that its rank can be asked for. */
  words: 'post_words' | 'comment_words' | null;
}

interface Clause {
  sql: string;
  values: Value[];
  /** Whether it needs the narrow row beside the words. */
  needsDoc: boolean;
}

/** The records of a group that a request asks for, or a part of them; null where there can be none. */
export function selectionFor(
  group: Group,
  request: FindRequest,
  spellings: OtherSpellings,
  part: Part = 'all',
): Selection | null {
  const isPosts = group !== 'comments';
  const { query } = request;
  if (isPosts && query.email.any.length > 0) return null;
  const statuses = statusClause(group, request);
  if (statuses === null) return null;
  const words = isPosts ? 'post_words' : 'comment_words';
  const fts = ftsMatch(query, part, spellings);
  const id = fts.match === null ? 'docs.id' : `${words}.rowid`;
  const clauses: Clause[] = [
    ...matchClauses(words, fts, id),
    ...timeClauses(request, id),
    ...statuses,
    ...authorClauses(request),
    ...filterClauses(request, spellings),
    ...hasClauses(request),
  ];
  if (fts.match === null) clauses.push(clause('docs.kind = ?', [isPosts ? 'post' : 'comment']));
  // The words come first: the other way round SQLite would ask for them once for each row.
  const joined = clauses.some(({ needsDoc }) => needsDoc);
  const from =
    fts.match === null ? 'docs' : joined ? `${words} CROSS JOIN docs ON docs.id = ${words}.rowid` : words;
  return {
    sql: `FROM ${from} WHERE ${clauses.map(({ sql }) => sql).join(' AND ')}`,
    values: clauses.flatMap(({ values }) => values),
    id,
    words: fts.match === null ? null : words,
  };
}

const clause = (sql: string, values: Value[], needsDoc = true): Clause => ({ sql, values, needsDoc });

function matchClauses(words: string, { match, except }: FtsMatch, id: string): Clause[] {
  const clauses: Clause[] = [];
  if (match !== null) clauses.push(clause(`${words} MATCH ?`, [match], false));
  if (except !== null) {
    const sql = `${id} NOT IN (SELECT rowid FROM ${words} WHERE ${words} MATCH ?)`;
    clauses.push(clause(sql, [except], false));
  }
  return clauses;
}

/** Rows grow with the date, so a stretch of time is a stretch of rows. */
function timeClauses({ fromTime, untilTime }: FindRequest, id: string): Clause[] {
  const clauses: Clause[] = [];
  if (fromTime !== null) clauses.push(clause(`${id} >= ?`, [firstRowOf(fromTime)], false));
  if (untilTime !== null) clauses.push(clause(`${id} < ?`, [firstRowOf(untilTime)], false));
  return clauses;
}

function statusClause(group: Group, { query }: FindRequest): Clause[] | null {
  const statusesOf = (states: readonly SearchState[]) =>
    states.flatMap((state) => (group === 'comments' ? COMMENT_STATUSES : POST_STATUSES)[state]);
  const clauses: Clause[] = [];
  if (group === 'drafts') clauses.push(oneOf('docs.status', DRAFTS));
  if (query.is.any.length > 0) {
    const wanted = statusesOf(query.is.any);
    if (wanted.length === 0) return null;
    clauses.push(oneOf('docs.status', wanted));
  }
  const unwanted = statusesOf(query.is.none);
  if (unwanted.length > 0) clauses.push(noneOf('docs.status', unwanted));
  return clauses;
}

/** Names with an initial, which the words alone do not tell apart. */
function authorClauses({ query: { author } }: FindRequest): Clause[] {
  const holds = "instr(' ' || docs.author, ?) > 0";
  const start = ({ words }: Phrase) => ` ${words.join(' ')}`;
  const initials = author.none.filter(endsInInitial);
  const clauses = initials.map((name) => clause(`NOT ${holds}`, [start(name)]));
  if (!author.any.some(endsInInitial)) return clauses;
  const any = author.any.map(() => holds).join(' OR ');
  return [...clauses, clause(`(${any})`, author.any.map(start))];
}

function filterClauses({ query, siteIds, notSiteIds }: FindRequest, spellings: OtherSpellings): Clause[] {
  const clauses: Clause[] = [];
  if (siteIds !== null) clauses.push(oneOf('docs.site', siteIds));
  if (notSiteIds.length > 0) clauses.push(noneOf("ifnull(docs.site, '')", notSiteIds));
  const { any, none } = query.email;
  const holds = 'instr(docs.email, ?) > 0';
  if (any.length > 0) clauses.push(clause(`(${any.map(() => holds).join(' OR ')})`, [...any]));
  clauses.push(...none.map((part) => clause(`NOT ${holds}`, [part])));
  const inPosts = (match: string, not: string) =>
    clause(
      `docs.post ${not} IN (SELECT posts.post FROM post_words CROSS JOIN docs AS posts
         ON posts.id = post_words.rowid WHERE post_words MATCH ?)`,
      [match],
    );
  const [wanted, unwanted] = [titleMatch(query.post.any, spellings), titleMatch(query.post.none, asTyped)];
  if (wanted !== null) clauses.push(inPosts(wanted, ''));
  if (unwanted !== null) clauses.push(inPosts(unwanted, 'NOT'));
  return clauses;
}

const HAS: Record<Feature, string> = {
  link: 'docs.links > 0',
  image: 'docs.images > 0',
  // Of a post: a comment. Spam and what was thrown away answer nothing.
  reply: `EXISTS (SELECT 1 FROM docs AS answers WHERE answers.post = docs.post AND answers.kind = 'comment'
    AND answers.status IN ('approved', 'pending') AND answers.parent = iif(docs.kind = 'post', 0, docs.remote))`,
};

/** Who names several wants all of them: unlike a state, one thing excludes no other. */
function hasClauses({ query: { has } }: FindRequest): Clause[] {
  return [
    ...has.any.map((feature) => clause(`(${HAS[feature]})`, [])),
    ...has.none.map((feature) => clause(`NOT (${HAS[feature]})`, [])),
  ];
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
const oneOf = (column: string, values: readonly string[]): Clause =>
  clause(`${column} IN (${marks(values)})`, [...values]);
const noneOf = (column: string, values: readonly string[]): Clause =>
  clause(`${column} NOT IN (${marks(values)})`, [...values]);
