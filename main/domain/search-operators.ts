import { foldWord } from './search-words.ts';

/** What an operator is about. */
export type Operator = 'author' | 'email' | 'post' | 'site' | 'is' | 'has' | 'before' | 'after';

/** States that `is:` knows; `pending` and `trash` are those of comments and of posts alike. */
export type SearchState = 'pending' | 'approved' | 'spam' | 'trash' | 'draft' | 'scheduled' | 'published';

/** Every name that can stand before the colon. The first of each language is the one that is shown. */
export const OPERATOR_NAMES: Record<Operator, { en: readonly string[]; bg: readonly string[] }> = {
  author: { en: ['author', 'from'], bg: ['автор', 'от'] },
  email: { en: ['email', 'mail'], bg: ['поща', 'имейл'] },
  post: { en: ['post', 'thread'], bg: ['публикация', 'статия', 'пост'] },
  site: { en: ['site', 'blog'], bg: ['сайт', 'блог'] },
  is: { en: ['is'], bg: ['е'] },
  has: { en: ['has'], bg: ['има'] },
  before: { en: ['before', 'until'], bg: ['преди'] },
  after: { en: ['after', 'since'], bg: ['след'] },
};

/** Every word that `is:` takes. */
export const STATE_NAMES: Record<SearchState, { en: readonly string[]; bg: readonly string[] }> = {
  pending: { en: ['pending'], bg: ['чакащ', 'чакащи', 'чакаща', 'чака'] },
  approved: { en: ['approved'], bg: ['одобрен', 'одобрени', 'одобрена'] },
  spam: { en: ['spam'], bg: ['спам'] },
  trash: { en: ['trash', 'trashed'], bg: ['кошче'] },
  draft: { en: ['draft', 'drafts'], bg: ['чернова', 'чернови'] },
  scheduled: { en: ['scheduled'], bg: ['насрочена', 'насрочени', 'насрочен'] },
  published: { en: ['published', 'public'], bg: ['публикувана', 'публикувани', 'публикуван'] },
};

/** What `has:` can ask for. */
export type Feature = 'link' | 'image' | 'reply';

/** Every word that `has:` takes. The first of each language is the one that is shown. */
export const FEATURE_NAMES: Record<Feature, { en: readonly string[]; bg: readonly string[] }> = {
  link: { en: ['link', 'links', 'url'], bg: ['линк', 'линкове', 'връзка', 'връзки'] },
  image: { en: ['image', 'images', 'picture'], bg: ['снимка', 'снимки', 'картинка', 'изображение'] },
  reply: { en: ['reply', 'replies', 'answer'], bg: ['отговор', 'отговори'] },
};

function byName<T extends string>(names: Record<T, { en: readonly string[]; bg: readonly string[] }>) {
  const known = new Map<string, T>();
  for (const key of Object.keys(names) as T[]) {
    for (const name of [...names[key].en, ...names[key].bg]) known.set(name, key);
  }
  return known;
}

const operators = byName(OPERATOR_NAMES);
const states = byName(STATE_NAMES);
const features = byName(FEATURE_NAMES);

/** The operator of that name in either language, whatever its case. */
export const operatorNamed = (name: string): Operator | undefined => operators.get(foldWord(name));

/** The state of that name in either language. */
export const stateNamed = (name: string): SearchState | undefined => states.get(foldWord(name));

/** The feature of that name in either language. */
export const featureNamed = (name: string): Feature | undefined => features.get(foldWord(name));

/** Whether more keys could make a known word of it: nobody is told that half a word is unknown. */
export function isHalfAName(operator: 'is' | 'has', typed: string): boolean {
  const start = foldWord(typed);
  const names = [...(operator === 'is' ? states : features).keys()];
  return names.some((name) => name.startsWith(start));
}
