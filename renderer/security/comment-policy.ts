/**
 * What a stranger's comment may consist of: the elements and attributes that WordPress itself lets visitors use
 * (`$allowedtags` and the comment blocks that themes show: paragraphs, line breaks, lists, preformatted text), and
 * nothing wider. No `class`, `id`, `style`, `lang`, no event handlers, nothing that loads.
 */
const ALLOWED = {
  a: ['href', 'title'],
  abbr: ['title'],
  acronym: ['title'],
  b: [],
  blockquote: ['cite'],
  br: [],
  cite: [],
  code: [],
  del: ['datetime'],
  em: [],
  i: [],
  li: [],
  ol: [],
  p: [],
  pre: [],
  q: ['cite'],
  s: [],
  strike: [],
  strong: [],
  ul: [],
} as const;

/** An element that a comment may contain. */
export type CommentTag = keyof typeof ALLOWED;

export const commentTags = Object.keys(ALLOWED) as CommentTag[];

/** The attributes that an element of a comment may carry. */
export const attributesOf = (tag: CommentTag): readonly string[] => ALLOWED[tag];

/** All attributes that any element may carry. */
export const commentAttributes: readonly string[] = [...new Set(Object.values(ALLOWED).flat())];

/** Whether an element of this (lower case) name may be shown. */
export const isCommentTag = (name: string): name is CommentTag => Object.hasOwn(ALLOWED, name);

/** Nesting that is still shown as such; what is deeper is shown flat. Readers nest quotes a few levels, attackers thousands. */
export const MAX_DEPTH = 16;
