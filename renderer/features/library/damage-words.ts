import type { TFunction } from 'i18next';
import type { Damage } from './use-health.ts';

type T = TFunction<'library'>;
type Loss = Damage['losses'][number];

/** Kinds of which there may be some that no site has a copy of; among posts, texts and changes these are drafts. */
const ONLY_HERE: readonly Loss['what'][] = [
  ...(['posts', 'texts', 'changes', 'replyDrafts', 'operations', 'decisions'] as const),
  ...(['revisions', 'savedSearches', 'preferences', 'others'] as const),
];

/** "3 comments". */
export const lossWords = (t: T, { what, lost }: Loss): string =>
  lost === null ? t(`uncounted.${what}`) : t(`counted.${what}`, { count: lost });

/** What was damaged, in a sentence. */
export function damageSentence(t: T, { losses }: Damage, language: string): string {
  if (losses.length === 0) return t('damage.mended');
  const list = new Intl.ListFormat(language).format(losses.map((loss) => lossWords(t, loss)));
  return t('damage.lost', { list });
}

/**
 * What is safe, and what comes back; each a sentence.
 *
 * @param isLeft of some posts earlier versions are left, which is told beside it
 */
export function damageOutlook(t: T, { losses, pull, hasFiles, texts }: Damage, isLeft: boolean): string[] {
  const lost = new Set(losses.map(({ what }) => what));
  const isOnlyHere = ONLY_HERE.some((what) => lost.has(what)) || (pull === 'none' && lost.size > 0);
  return [
    // Without its site nearly everything may be out of sight.
    ...(lost.size > 0 && !lost.has('sites') ? [t('damage.rest')] : []),
    ...(lost.has('sites') ? [t('connectAgain')] : []),
    ...(pull === 'asked-for' ? [t('damage.willCome')] : []),
    ...(pull === 'done' ? [t('damage.hasCome')] : []),
    ...(texts > 0 ? [t('texts', { count: texts })] : []),
    ...(isOnlyHere ? [t(isLeft || texts > 0 ? 'damage.onlyHereToo' : 'damage.onlyHere')] : []),
    ...(hasFiles ? [t('damage.kept')] : []),
  ];
}
