import { newPost } from './new-post.ts';
import { isOpen, type Operation, type OperationTask } from './operation.ts';
import { NO_VERSION, type Post, type PostFields } from './post.ts';
import { type Revision, removedSince } from './revision.ts';
import { countWords } from './word-count.ts';

/** A post that is not here although nobody removed it: damage took it. Its earlier versions are left. */
export interface LostPost {
  postId: string;
  /** With the words that the post had last; not always what was kept last, see {@link byAge}. */
  newest: Revision;
  /** What was kept last first; at least one. */
  versions: readonly Revision[];
}

/** Where a post belongs: a site that we are connected to, and its number there; each null where there is none. */
export interface Place {
  siteId: string | null;
  remoteId: number | null;
}

/** What is here beside the lost post. */
export interface Surroundings {
  hasSite(siteId: string): boolean;
  postAt(siteId: string, remoteId: number): Post | undefined;
  /** Posts of any site that have this address there. */
  postsNamed(slug: string): readonly Post[];
  /** All that was ever to be uploaded of the lost post and is still known. */
  uploads: readonly Upload[];
}

/** An operation that carries a post to its site. */
export type Upload = Operation & { task: Extract<OperationTask, { fields: PostFields }> };

/** What a lost post becomes: a post again, or versions of the post that its site has brought here since. */
export type Return = { kind: 'again'; post: Post } | { kind: 'joins'; post: Post };

/** Words of a post, and since when it had them (ISO). */
interface Words {
  fields: PostFields;
  at: string;
}

/**
 * The posts that revisions are left of, the one of which was kept last first. A post goes in one transaction with its
 * revisions, so that one is lost if its revisions are here without it; of one that somebody had removed they tell that.
 *
 * @param revisions what was kept last first: no date says that, since the clock may have been years ahead
 */
export function lostPosts(revisions: readonly Revision[], isHere: (postId: string) => boolean): LostPost[] {
  const left = revisions.filter(({ postId }) => !isHere(postId));
  return [...Map.groupBy(left, ({ postId }) => postId)]
    .filter(([, versions]) => removedSince(versions) === undefined)
    .flatMap(([postId, versions]) => {
      const [newest] = byAge(versions);
      return newest ? { postId, newest, versions } : [];
    });
}

/**
 * Versions with the newest words first: those of the highest version number, and of the same one what was kept last.
 * What the site confirms is kept when its answer comes, and much can have been written since it was sent. A version
 * without a number is as new as all that were kept before it.
 *
 * @param versions what was kept last first
 */
function byAge(versions: readonly Revision[]): Revision[] {
  let newest = 0;
  const numbered = versions.toReversed().map((version) => {
    const { postRevision: number = newest } = version;
    newest = Math.max(newest, number);
    return { version, number };
  });
  // A sort leaves equals as they are.
  return numbered
    .reverse()
    .sort((a, b) => b.number - a.number)
    .map(({ version }) => version);
}

/**
 * Where a lost post belongs: where it did when the newest version that tells it was kept, unless an upload has told
 * since. A site that is not here any more counts as none.
 */
export function placeOf({ versions }: LostPost, { hasSite, uploads }: Surroundings): Place {
  const told = versions.find(({ place }) => place !== undefined);
  const isNewer = (upload: Upload) =>
    told === undefined || isOpen(upload) || isSince(upload, upload.endedAt ?? upload.createdAt, told);
  const newer = uploads.filter(isNewer).sort((a, b) => b.sequence - a.sequence);
  const siteId = newer[0]?.siteId ?? told?.place?.siteId ?? null;
  if (siteId === null || !hasSite(siteId)) return { siteId: null, remoteId: null };
  const [made = null] = newer.flatMap(({ task }) =>
    task.kind === 'create-post' && task.remoteId !== null ? task.remoteId : [],
  );
  return { siteId, remoteId: made ?? told?.place?.remoteId ?? null };
}

/**
 * The post in whose place a lost one stood on its site, if a pull has brought it here since. Versions of the first apps
 * do not tell the place: of what was published, the address that the site had given it does.
 */
export function siteHas(lost: LostPost, around: Surroundings): Post | undefined {
  const { siteId, remoteId } = placeOf(lost, around);
  if (siteId !== null && remoteId !== null) return around.postAt(siteId, remoteId);
  if (siteId !== null || lost.versions.some(({ place }) => place !== undefined)) return undefined;
  const slug = lost.versions.find(({ kind }) => kind === 'published')?.fields.slug ?? '';
  const [named, another] = slug === '' ? [] : around.postsNamed(slug);
  return another === undefined ? named : undefined;
}

/**
 * What a lost post becomes when it is brought back. Nothing is ever sent by it, nothing that the site has is replaced,
 * and no second post comes of it:
 *
 * | the site it belongs to | becomes |
 * |---|---|
 * | has brought it here since | versions of that post, whose words stay |
 * | had it, by what is known | the post, on top of what was last confirmed: a pull or a send compares first |
 * | never had it, or is not here | a draft as from a backup: before it is sent the site is asked whether it has it |
 */
export function broughtBack(lost: LostPost, around: Surroundings): Return {
  const there = siteHas(lost, around);
  if (there) return { kind: 'joins', post: there };
  const { postId, versions, newest } = lost;
  const { siteId, remoteId } = placeOf(lost, around);
  const { fields, at } = newestWords(lost, around.uploads);
  const post: Post = {
    ...newPost(postId, siteId, { ...fields, status: 'draft' }, at),
    revision: nextRevision(lost, around.uploads),
    newestRevision: newest.id,
  };
  if (remoteId === null) return { kind: 'again', post: { ...post, fromBackup: true } };
  const base = lastConfirmed(versions, fields);
  const { title, body, excerpt } = fields;
  const mine = { ...base.fields, slug: base.fields.slug || fields.slug, title, body, excerpt };
  return { kind: 'again', post: { ...post, remoteId, fields: mine, base } };
}

/**
 * The version number of a lost post that is here again: above what any upload carries, since one that arrives must not
 * be taken for these words, and above what any version was kept at.
 */
export function nextRevision({ versions }: LostPost, uploads: readonly Upload[]): number {
  const known = [
    ...uploads.map(({ task }) => task.revision),
    ...versions.map(({ postRevision }) => postRevision ?? 0),
  ];
  return known.reduce((newest, revision) => Math.max(newest, revision), 0) + 1;
}

/** Whether an upload tells more than a version. The clock may have been put: it is asked only where nothing else says. */
const isSince = (
  { task }: Upload,
  time: string,
  { postRevision = task.revision, keptAt }: Revision,
): boolean => (task.revision === postRevision ? time >= keptAt : task.revision > postRevision);

/** The newest words that are left of a post: of a version whose text is whole, or of an upload that is newer. */
export function newestWords({ versions, newest }: LostPost, uploads: readonly Upload[]): Words {
  const version = byAge(versions).find(isWhole) ?? newest;
  const upload = [...uploads].sort((a, b) => b.sequence - a.sequence)[0];
  const sentAt = upload?.renewedAt ?? upload?.createdAt ?? '';
  return upload && isSince(upload, sentAt, version) ? { fields: upload.task.fields, at: sentAt } : version;
}

/** Of how many versions the text is left. What was to be uploaded counts as one where no other is whole. */
export function countWhole(lost: LostPost, uploads: readonly Upload[]): number {
  const whole = lost.versions.filter(isWhole).length;
  return whole === 0 && newestWords(lost, uploads) !== lost.newest ? 1 : whole;
}

/** Of which it was found out already. Records are never changed in place. */
const wholeness = new WeakMap<Revision, boolean>();

/**
 * Whether the text has the words that it was kept with: its file may be damaged, too. One that is torn or gone has fewer;
 * one that another version of the app has counted may have more, or a few less in a hundred. Of pictures alone, which have
 * no words, its length tells.
 */
export function isWhole(version: Revision): boolean {
  const known = wholeness.get(version);
  if (known !== undefined) return known;
  const { fields, words, length = 0 } = version;
  const whole =
    fields.body.length >= length && countWords(fields.body, 'en') + Math.floor(words / 100) >= words;
  wholeness.set(version, whole);
  return whole;
}

/**
 * What the site is known to have had, in a version that it certainly does not have now: whatever it has is compared
 * with this first. Where nothing is known, nothing is equal to it.
 */
function lastConfirmed(versions: readonly Revision[], fields: PostFields): NonNullable<Post['base']> {
  const confirmed = versions.find(({ kind }) => kind === 'published')?.fields;
  const { status } = confirmed ?? fields;
  const there = confirmed ?? { title: '', body: '', excerpt: '', slug: '' };
  // Whether the site has it in its trash is for the site to say.
  return { fields: { ...there, status: status === 'trash' ? 'draft' : status }, token: NO_VERSION };
}
