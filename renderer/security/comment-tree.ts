import DOMPurify from 'dompurify';
import {
  attributesOf,
  type CommentTag,
  commentAttributes,
  commentTags,
  isCommentTag,
  MAX_DEPTH,
} from './comment-policy.ts';
import { cleanHref, hostOfSource } from './link-address.ts';

/** A comment as plain data: what the view builds its elements from. */
export type CommentNode =
  | { kind: 'text'; text: string }
  /** A picture that was not loaded. `host` is empty where the source names none. */
  | { kind: 'picture'; host: string; description: string }
  | { kind: 'link'; href: string; title: string; text: string; children: CommentNode[] }
  | { kind: 'element'; tag: CommentTag; attributes: Record<string, string>; children: CommentNode[] };

/** Longest alternative text taken from a smiley; an emoji of a family is 11 UTF-16 units. */
const MAX_SMILEY = 16;

/**
 * Turns a stranger's HTML into data. Two nets, one behind the other: DOMPurify parses it in a document that has no
 * window (nothing loads, nothing runs) and removes what is not allowed; then only the elements and attributes named in
 * the policy are copied from there, one by one. The result is never serialised and parsed again, so there is no second
 * parse for markup to mutate in.
 *
 * @param postAddress base for relative links
 */
export function commentTree(html: string, postAddress = ''): CommentNode[] {
  const fragment = DOMPurify.sanitize(html, {
    // Pictures pass this net only, to become placeholders in the next; in this document they load nothing.
    ALLOWED_TAGS: [...commentTags, 'img'],
    ALLOWED_ATTR: [...commentAttributes, 'src', 'alt', 'class'],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  return copyChildren(fragment, { postAddress, depth: 0, inLink: false });
}

interface Place {
  postAddress: string;
  depth: number;
  inLink: boolean;
}

function copyChildren(parent: Node, place: Place): CommentNode[] {
  return [...parent.childNodes].flatMap((node) => copyNode(node, place));
}

function copyNode(node: Node, place: Place): CommentNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [{ kind: 'text', text: node.nodeValue ?? '' }];
  if (!(node instanceof Element)) return [];
  const tag = node.localName;
  if (tag === 'img') return copyPicture(node);
  if (!isCommentTag(tag) || place.depth >= MAX_DEPTH) return copyChildren(node, place);
  if (tag === 'a') return copyLink(node, place);
  const children = copyChildren(node, { ...place, depth: place.depth + 1 });
  return [{ kind: 'element', tag, attributes: copyAttributes(node, tag), children }];
}

/** A link inside a link cannot come from a parser; flattened all the same, so that React never sees one. */
function copyLink(element: Element, place: Place): CommentNode[] {
  const href = place.inLink ? null : cleanHref(element.getAttribute('href') ?? '', place.postAddress);
  const children = copyChildren(element, { ...place, depth: place.depth + 1, inLink: true });
  if (href === null) return children;
  const title = element.getAttribute('title') ?? '';
  return [{ kind: 'link', href, title, text: element.textContent ?? '', children }];
}

/** WordPress shows smileys as pictures from its own host, with the character itself as alternative text. */
function copyPicture(element: Element): CommentNode[] {
  const description = (element.getAttribute('alt') ?? '').trim();
  const isSmiley = element.classList.contains('wp-smiley') || element.classList.contains('emoji');
  if (isSmiley && description !== '' && description.length <= MAX_SMILEY) {
    return [{ kind: 'text', text: description }];
  }
  return [{ kind: 'picture', host: hostOfSource(element.getAttribute('src') ?? ''), description }];
}

function copyAttributes(element: Element, tag: CommentTag): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of attributesOf(tag)) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    const safe = name === 'cite' ? cleanHref(value) : value;
    if (safe !== null) attributes[name] = safe;
  }
  return attributes;
}
