import { expect, test } from 'vitest';
import { textOf } from '../../../../renderer/features/comments/plain-words.ts';
import type { CommentNode } from '../../../../renderer/security/comment-tree.ts';

const text = (words: string): CommentNode => ({ kind: 'text', text: words });

test('paragraphs and breaks end lines, pictures and links are their words', () => {
  const tree: CommentNode[] = [
    {
      kind: 'element',
      tag: 'p',
      attributes: {},
      children: [text('Едно'), { kind: 'element', tag: 'br', attributes: {}, children: [] }, text('две ')],
    },
    { kind: 'link', href: 'https://a.example/', title: '', text: 'тук', children: [text('тук')] },
    { kind: 'picture', host: 'b.example', description: ' (гара)' },
  ];
  expect(textOf(tree)).toBe('Едно\nдве \nтук (гара)');
});
