import { type CommentNode, commentTree } from '../../security/comment-tree.ts';

/** The words of a comment without its markup, for quoting: paragraphs and line breaks become line ends. */
export const plainWords = (html: string): string =>
  textOf(commentTree(html))
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const endsLine = new Set(['p', 'br', 'li', 'blockquote', 'pre', 'ul', 'ol']);

/** The text of a tree of nodes. */
export const textOf = (nodes: readonly CommentNode[]): string => nodes.map(textOfNode).join('');

function textOfNode(node: CommentNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'picture':
      return node.description;
    case 'link':
      return textOf(node.children);
    case 'element':
      return textOf(node.children) + (endsLine.has(node.tag) ? '\n' : '');
  }
}
