/** Takes `ending` off words longer than `over` letters and puts `becomes` in its place. */
type Rule = readonly [over: number, ending: string, becomes: string];

const ARTICLES: readonly Rule[] = [
  [6, 'ият', ''],
  [5, 'ия', ''],
  [5, 'та', ''],
  [5, 'ът', ''],
  [5, 'то', ''],
  [5, 'те', ''],
  [4, 'ят', ''],
];

const PLURALS: readonly Rule[] = [
  [6, 'овци', 'о'],
  [6, 'ове', ''],
  [6, 'еве', 'й'],
  [5, 'ища', ''],
  [5, 'та', ''],
  [5, 'ци', 'к'],
  [5, 'зи', 'г'],
];

const LATE_PLURALS: readonly Rule[] = [
  [4, 'си', 'х'],
  [4, 'и', ''],
];

/** The first rule that fits, or null. */
function applied(word: string, rules: readonly Rule[]): string | null {
  const rule = rules.find(([over, ending]) => word.length > over && word.endsWith(ending));
  return rule === undefined ? null : word.slice(0, -rule[1].length) + rule[2];
}

function withoutPlural(word: string): string {
  const early = applied(word, PLURALS);
  if (early !== null) return early;
  // бели, големи: the е of the plural is the я of the singular.
  const vowelShift = word.length > 5 ? /^(.*)е(.)и$/u.exec(word) : null;
  if (vowelShift) return `${vowelShift[1]}я${vowelShift[2]}`;
  return applied(word, LATE_PLURALS) ?? word;
}

/**
 * Stem of a Bulgarian word in lower case: the article, the plural and the gender go, so that влакът, влака and
 * влаковете are one. The light stemmer of J. Savoy, "Searching Strategies for the Bulgarian Language", Information
 * Retrieval 10 (2007), 509-529; rules as in the author's own program, members.unine.ch/jacques.savoy/clef/
 * bulgarianStemmer.txt, whose lengths count two bytes a letter. In two places it leaves forms apart that are one here:
 * a final и goes from words of four letters too, as а, о and е do (гара, гари); and я before the last letter counts as
 * е, because the plural turns every such е into я (учител, учители).
 */
export function bulgarianStem(word: string): string {
  if (word.length < 4) return word;
  if (word.length > 5 && word.endsWith('ища')) return word.slice(0, -3);
  let stem = withoutPlural(applied(word, ARTICLES) ?? word);
  if (stem.length > 3) stem = stem.replace(/я$/u, '').replace(/[аоеи]$/u, '');
  if (stem.length > 4 && stem.endsWith('ен')) stem = `${stem.slice(0, -2)}н`;
  // театър and театри: the ъ comes only before the last letter and goes in other forms.
  if (stem.length > 5 && stem.at(-2) === 'ъ') stem = stem.slice(0, -2) + stem.slice(-1);
  return stem.at(-2) === 'я' ? `${stem.slice(0, -2)}е${stem.slice(-1)}` : stem;
}
