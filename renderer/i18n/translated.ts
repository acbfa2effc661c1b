/**
 * The shape of a translation: exactly the keys of the English texts, any string as value. A missing, a misspelt or
 * an extra key in another language is a type error. English and Bulgarian both have the plural forms `_one` and
 * `_other`; a language with more will need a wider type.
 */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>;
};
