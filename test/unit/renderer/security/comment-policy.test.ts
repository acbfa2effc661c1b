import { expect, test } from 'vitest';
import {
  attributesOf,
  commentAttributes,
  commentTags,
  isCommentTag,
} from '../../../../renderer/security/comment-policy.ts';

test('the policy is WordPress’s for comments, element by element', () => {
  const policy = commentTags.map((tag) => [tag, ...attributesOf(tag)].join(' '));
  expect(policy).toEqual([
    'a href title',
    'abbr title',
    'acronym title',
    'b',
    'blockquote cite',
    'br',
    'cite',
    'code',
    'del datetime',
    'em',
    'i',
    'li',
    'ol',
    'p',
    'pre',
    'q cite',
    's',
    'strike',
    'strong',
    'ul',
  ]);
});

test('no attribute styles, names, runs or loads', () => {
  expect([...commentAttributes].sort()).toEqual(['cite', 'datetime', 'href', 'title']);
});

test.each(['script', 'img', 'iframe', 'constructor', '__proto__', 'toString', 'A'])(
  '%s is not allowed',
  (name) => {
    expect(isCommentTag(name)).toBe(false);
  },
);
