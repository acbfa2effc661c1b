import type { TFunction } from 'i18next';
import type { Damage } from './use-health.ts';

type T = TFunction<'library'>;
type Loss = Damage['losses'][number];

/** Kinds of which there may be some that no site has a copy of; among posts, texts and changes these are drafts. */
const ONLY_HERE: readonly Loss['what'][] = [
  ...(['posts', 'texts', 'changes', 'replyDrafts', 'operations', 'decisions'] as const),
  ...(['revisions', 'savedSearches', 'preferences', 'files', 'all'] as const),
];

/** Whether a pull would bring something. */
export const isPullAsked = ({ pull }: Damage): boolean => pull === 'asked-for' || pull === 'letters';

const WITH_POSTS: readonly Loss['what'][] = ['posts', 'changes', 'files', 'all'];

/** Whether there may have been posts that are gone. */
export const mayHaveTakenPosts = ({ losses }: Damage): boolean =>
  losses.some(({ what }) => WITH_POSTS.includes(what));

const WITH_COMMENTS: readonly Loss['what'][] = ['comments', 'changes', 'files', 'all'];

/** Whether there may have been comments that are gone, and that the sites have not been asked for since. */
export const mayHaveTakenComments = ({ losses, pull }: Damage): boolean =>
  pull !== 'done' && losses.some(({ what }) => WITH_COMMENTS.includes(what));

/** "3 comments". @param isAlone nothing else was lost */
export function lossWords(t: T, { what, kept, lost }: Loss, isAlone: boolean): string {
  // Nobody can ever say how many of these.
  if (what === 'files') return t(isAlone ? 'uncounted.files' : 'uncounted.more');
  if (what === 'all') return t(kept > 0 ? 'uncounted.beginning' : 'uncounted.all');
  return lost === null ? t(`uncounted.${what}`) : t(`counted.${what}`, { count: lost });
}

/** What was damaged, in a sentence. */
export function damageSentence(t: T, { losses, isAltered }: Damage, language: string): string {
  if (losses.length === 0) return t(isAltered ? 'damage.readable' : 'damage.mended');
  const list = new Intl.ListFormat(language).format(
    losses.map((loss) => lossWords(t, loss, losses.length === 1)),
  );
  return t('damage.lost', { list });
}

/** How many sites have to be connected again. Of an unknown number one that was connected since may be all. */
function sitesMissing(losses: readonly Loss[]): number {
  const { lost, back } = losses.find(({ what }) => what === 'sites') ?? { lost: 0, back: 0 };
  if (lost !== null) return lost - back;
  return back === 0 ? Number.POSITIVE_INFINITY : 0;
}

/** Whether everything else is here, or nobody can say. */
function restWords(t: T, losses: readonly Loss[]): string[] {
  if (losses.length === 0 || losses.some(({ what, kept }) => what === 'all' && kept === 0)) return [];
  if (losses.some(({ what, lost }) => what === 'files' || lost === null)) return [t('damage.unsure')];
  // Without its site nearly everything may be out of sight.
  return losses.some(({ what }) => what === 'sites') ? [] : [t('damage.rest')];
}

/**
 * What is safe, and what comes back; each a sentence.
 *
 * @param isLeft of some posts earlier versions are left, which is told beside it
 */
export function damageOutlook(t: T, damage: Damage, isLeft: boolean): string[] {
  const { losses, doubtful, pull, hasFiles, texts } = damage;
  const back = losses.find(({ what }) => what === 'posts')?.back ?? 0;
  const missing = losses.filter((loss) => loss.lost === null || loss.back < loss.lost);
  const sitesGone = sitesMissing(losses);
  const isOnlyHere = missing.some(({ what }) => pull === 'none' || ONLY_HERE.includes(what));
  return [
    ...restWords(t, losses),
    ...(doubtful > 0 ? [t('damage.doubtful', { count: doubtful })] : []),
    ...(back > 0 ? [t('damage.back', { count: back })] : []),
    ...(sitesGone > 0 ? [t('connectAgain', { count: sitesGone })] : []),
    ...(pull === 'asked-for' ? [t('damage.willCome')] : []),
    ...(pull === 'letters' ? [t('damage.lettersWillCome')] : []),
    ...(pull === 'done' && losses.length > 0 && sitesGone === 0 ? [t('damage.hasCome')] : []),
    ...(texts > 0 ? [t('texts', { count: texts })] : []),
    ...(isOnlyHere ? [t(isLeft || texts > 0 ? 'damage.onlyHereToo' : 'damage.onlyHere')] : []),
    ...(hasFiles ? [t('damage.kept')] : []),
  ];
}
