import { Parser } from 'htmlparser2';

/** Elements that stand apart from what is beside them; the words of neighbours are not one word. */
const BREAKS = new Set([
  ...['p', 'br', 'hr', 'div', 'pre', 'blockquote', 'address', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'tr', 'td', 'th', 'figure', 'figcaption'],
  ...['section', 'article', 'aside', 'header', 'footer', 'nav', 'main', 'details', 'summary'],
  ...['form', 'fieldset', 'legend', 'option', 'button', 'textarea'],
]);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);

/** What a reader would see of a piece of HTML. */
export interface PlainText {
  /** One line, white space folded, at most `limit` characters. */
  text: string;
  /** Number of links with an address. */
  links: number;
  /** Number of images, smileys apart. */
  images: number;
}

/**
 * Text of HTML or of a comment as typed (which may hold some HTML), for lists and search. Block comments, scripts and
 * tags disappear; WordPress's smiley images become the smiley. The result is text: show it only as text.
 *
 * @param limit length of `text` in characters; longer texts end in …
 */
export function plainText(html: string, limit = Number.POSITIVE_INFINITY): PlainText {
  const parts: string[] = [];
  let links = 0;
  let images = 0;
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) hidden += 1;
      if (BREAKS.has(name)) parts.push(' ');
      if (name === 'a' && attributes.href) links += 1;
      const isSmiley = attributes.class?.includes('wp-smiley') === true;
      if (name === 'img' && isSmiley) parts.push(attributes.alt ?? '');
      if (name === 'img' && !isSmiley) images += 1;
    },
    ontext(text) {
      if (hidden === 0) parts.push(text);
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) hidden -= 1;
      if (BREAKS.has(name)) parts.push(' ');
    },
  });
  parser.write(html);
  parser.end();
  const text = parts.join('').replace(/\s+/gu, ' ').trim();
  const characters = [...text];
  return {
    text: characters.length > limit ? `${characters.slice(0, limit).join('').trimEnd()}…` : text,
    links,
    images,
  };
}
