import { DomUtils, parseDocument } from 'htmlparser2';

type Element = Parameters<typeof DomUtils.getAttributeValue>[0];
type Nodes = Parameters<typeof DomUtils.findOne>[1];

/** A comment on a blog's public page, as its readers see it. */
interface PublicComment {
  id: number;
  /** The number that stands beside it. */
  number: number;
  author: string;
  text: string;
  /** Id of the comment under which it hangs; 0 for none. */
  parent: number;
}

/** A post's public page: its text and its numbered thread, asked for by a reader who is not signed in. */
export async function readPublicPage(address: string): Promise<{ text: string; comments: PublicComment[] }> {
  const answer = await fetch(address, { headers: { cookie: '' } });
  if (!answer.ok) throw new Error(`${address} answers with ${answer.status}`);
  const page = parseDocument(await answer.text());
  const items = DomUtils.findAll(isComment, page.children);
  const comments = items.map(readComment).filter(({ number }) => number > 0); // pings have none
  return { text: textOf(page, 'entry-content'), comments };
}

const isComment = (element: Element): boolean =>
  element.name === 'li' && /^comment-\d+$/.test(element.attribs.id ?? '');

const idOf = (element: Element): number => Number(element.attribs.id?.slice('comment-'.length));

function readComment(element: Element): PublicComment {
  return {
    id: idOf(element),
    number: Number(textOf(element, 'comment-number')),
    author: textOf(element, 'comment-author'),
    text: textOf(element, 'comment-content'),
    parent: parentOf(element),
  };
}

function parentOf(element: Element): number {
  for (let above = element.parent; above !== null; above = above.parent) {
    if (above.type === 'tag' && isComment(above as Element)) return idOf(above as Element);
  }
  return 0;
}

/** The text of the first element of a class; a nested comment comes later, so the first is its own. */
function textOf({ children }: { children: Nodes }, className: string): string {
  const classesOf = (element: Element) => (element.attribs.class ?? '').split(/\s+/);
  const found = DomUtils.findOne((element) => classesOf(element).includes(className), children);
  return found === null ? '' : DomUtils.textContent(found).replace(/\s+/gu, ' ').trim();
}
