import { describe, expect, test } from 'vitest';
import { markMention, mentionOf, splitMention } from '../../../../renderer/features/comments/mention.ts';
import type { CommentNode } from '../../../../renderer/security/comment-tree.ts';

const text = (words: string): CommentNode => ({ kind: 'text', text: words });
const p = (...children: CommentNode[]): CommentNode => ({
  kind: 'element',
  tag: 'p',
  attributes: {},
  children,
});
const bold = (words: string): CommentNode => ({
  kind: 'element',
  tag: 'strong',
  attributes: {},
  children: [text(words)],
});

test.each([
  ['@Мила, благодаря!', '', '@Мила'],
  ['@Петко от Копривщица: не е така', 'Петко от Копривщица', '@Петко от Копривщица'],
  ['@петко ОТ копривщица не е така', 'Петко от Копривщица', '@петко ОТ копривщица'],
  ['@Калин, да', 'Мила', '@Калин'],
  ['@o’neil-smith.', '', '@o’neil-smith'],
  ['Пишете на mila@poshta.example', '', ''],
  ['@', '', ''],
  ['@ Мила', '', ''],
  ['', '', ''],
])('%j to %j begins with %j', (words, answered, mention) => {
  const [found, rest] = splitMention(words, answered);
  expect(found).toBe(mention);
  expect(found + rest).toBe(words);
});

describe('markMention', () => {
  test('sets the first words of the first paragraph in bold', () => {
    expect(markMention([text('\n'), p(text('@Мила, да')), p(text('@Калин'))])).toEqual([
      text('\n'),
      p(bold('@Мила'), text(', да')),
      p(text('@Калин')),
    ]);
  });

  test('leaves everything else as it is', () => {
    const link: CommentNode = {
      kind: 'link',
      href: 'https://a.example/',
      title: '',
      text: '@Мила',
      children: [],
    };
    for (const nodes of [[], [p()], [p(text('Мила'))], [p(link, text('@Мила'))]]) {
      expect(markMention(nodes)).toEqual(nodes);
    }
  });
});

test.each([
  ['Йордан Вълчев', '@Йордан'],
  ['Мила', '@Мила'],
  ['Р. Димитров', '@Р. Димитров'],
  ['vip_bonus', '@vip_bonus'],
  ['  Ана   Мария ', '@Ана'],
])('%j is greeted as %s', (name, mention) => {
  expect(mentionOf(name)).toBe(mention);
});
