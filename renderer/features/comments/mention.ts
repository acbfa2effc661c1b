import type { CommentNode } from '../../security/comment-tree.ts';

/** One word after the sign, as people type names without spaces. */
const ONE_WORD = /^@[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.'’-]*[\p{L}\p{M}\p{N}_])?/u;

/**
 * Splits off the `@name` that a comment starts with.
 *
 * @param answered name of the person whose comment this one answers: it may contain spaces
 * @returns the mention with its sign, or an empty text, and the rest
 */
export function splitMention(text: string, answered = ''): [mention: string, rest: string] {
  if (!text.startsWith('@')) return ['', text];
  const full = `@${answered}`;
  const mention =
    answered !== '' && text.toLowerCase().startsWith(full.toLowerCase())
      ? text.slice(0, full.length)
      : (ONE_WORD.exec(text)?.[0] ?? '');
  return [mention, text.slice(mention.length)];
}

/** Sets the mention at the start of a comment's text in bold; everything else stays as it is. */
export function markMention(nodes: readonly CommentNode[], answered = ''): readonly CommentNode[] {
  const index = nodes.findIndex((node) => node.kind !== 'text' || node.text.trim() !== '');
  const node = nodes[index];
  if (node === undefined) return nodes;
  if (node.kind === 'element') {
    const children = [...markMention(node.children, answered)];
    return nodes.with(index, { ...node, children });
  }
  if (node.kind !== 'text') return nodes;
  const [mention, rest] = splitMention(node.text.trimStart(), answered);
  if (mention === '') return nodes;
  const bold: CommentNode = {
    kind: 'element',
    tag: 'strong',
    attributes: {},
    children: [{ kind: 'text', text: mention }],
  };
  return nodes.toSpliced(index, 1, bold, { kind: 'text', text: rest });
}

/** How an answer greets a person: by the first word of the name, or by all of it where that word is an initial. */
export function mentionOf(name: string): string {
  const [first = ''] = name.trim().split(/\s+/u);
  return `@${/^\p{L}{1,2}\.$/u.test(first) ? name.trim() : first}`;
}
