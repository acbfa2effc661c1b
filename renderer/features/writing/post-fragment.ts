import DOMPurify from 'dompurify';
import { cleanHref } from '../../security/link-address.ts';

/** What a post may show when it is read here. Nothing that loads, runs, frames or styles. */
const TAGS = [
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote'],
  ...[
    'figure',
    'figcaption',
    'pre',
    'code',
    'kbd',
    'samp',
    'table',
    'caption',
    'thead',
    'tbody',
    'tfoot',
    'tr',
  ],
  ...[
    'th',
    'td',
    'a',
    'abbr',
    'b',
    'strong',
    'em',
    'i',
    'u',
    's',
    'del',
    'ins',
    'q',
    'cite',
    'mark',
    'small',
  ],
  ...['sub', 'sup', 'time', 'div', 'span', 'details', 'summary', 'img'],
];
const ATTRIBUTES = [
  'href',
  'title',
  'datetime',
  'colspan',
  'rowspan',
  'start',
  'reversed',
  'lang',
  'dir',
  'alt',
];

/**
 * A post's HTML as nodes to be shown. Parsed and cleaned in a document without a window, so that nothing loads or
 * runs; the nodes are moved into the page and never serialised again.
 *
 * @param base address of the post, for relative links
 * @param pictureNote words that stand where a picture was, given its description
 */
export function postFragment(
  html: string,
  base: string,
  pictureNote: (description: string) => string,
): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  // DOMPurify leaves an emptied `is` behind.
  for (const element of fragment.querySelectorAll('[is]')) element.removeAttribute('is');
  for (const image of fragment.querySelectorAll('img')) {
    const note = image.ownerDocument.createElement('span');
    note.className = 'picture-note';
    note.textContent = pictureNote(image.alt.trim());
    image.replaceWith(note);
  }
  for (const link of fragment.querySelectorAll('a')) {
    const href = cleanHref(link.getAttribute('href') ?? '', base);
    if (href === null) link.removeAttribute('href');
    else link.setAttribute('href', href);
  }
  return fragment;
}
