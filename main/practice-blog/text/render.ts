/** A run of text outside tags, or one tag. */
const pieces = /<[^>]*>|[^<]+|</g;

/** The signs old threads are full of, and what WordPress turns them into. Only when they stand alone. */
const smileys: Record<string, string> = {
  ':)': '🙂',
  ':-)': '🙂',
  ':(': '🙁',
  ':-(': '🙁',
  ';)': '😉',
  ';-)': '😉',
  ':D': '😀',
  ':-D': '😀',
  ':P': '😛',
  ':-P': '😛',
  ':o': '😮',
  ':lol:': '😆',
};

const smileySign = new RegExp(
  `(?<=^|\\s)(?:${Object.keys(smileys)
    .sort((a, b) => b.length - a.length)
    .map((sign) => sign.replace(/[()|:;-]/g, '\\$&'))
    .join('|')})(?=$|\\s|[,.!?])`,
  'g',
);

/** Characters as HTML text. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * A comment as a theme prints it: paragraphs, line breaks, links, smileys. Leaves out what WordPress does
 * beyond that (curly quotes, dashes, balancing of tags).
 */
export function renderComment(raw: string): string {
  return addParagraphs(convertSmileys(linkAddresses(escapeAmpersands(raw))));
}

/** A post as a theme prints it: block comments go, classic text without blocks gets its paragraphs. */
export function renderPost(raw: string): string {
  if (!raw.includes('<!-- wp:')) return addParagraphs(convertSmileys(escapeAmpersands(raw)));
  return convertSmileys(
    escapeAmpersands(raw)
      .replace(/<!-- \/?wp:.*?-->/gs, '')
      .replace(/\n{3,}/g, '\n\n'),
  );
}

/** The first 55 words of a post, which WordPress prints where no excerpt was written. */
export function renderExcerpt(excerpt: string, content: string): string {
  if (excerpt !== '') return addParagraphs(escapeAmpersands(excerpt));
  const words = renderPost(content)
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return '';
  const more = words.length > 55 ? ' [&hellip;]' : '';
  return `<p>${words.slice(0, 55).join(' ')}${more}</p>\n`;
}

/** Marks links as the reader's, not the blog's; done to the stored text at every write, as WordPress does. */
export function markReaderLinks(raw: string): string {
  return raw.replace(/<a\s[^>]*>/gi, (tag) =>
    /\srel=/i.test(tag) ? tag : tag.replace(/\s*>$/, ' rel="nofollow ugc">'),
  );
}

/** Bare `&` becomes an entity; entities and everything inside tags stay. */
export function escapeAmpersands(html: string): string {
  return html.replace(pieces, (piece) => (isTag(piece) ? piece : piece.replace(/&(?!#?\w+;)/g, '&#038;')));
}

function linkAddresses(html: string): string {
  let insideLink = false;
  return html.replace(pieces, (piece) => {
    if (isTag(piece)) {
      if (/^<a[\s>]/i.test(piece)) insideLink = true;
      if (/^<\/a/i.test(piece)) insideLink = false;
      return piece;
    }
    if (insideLink) return piece;
    return piece.replace(/(?<![\w@/.])(https?:\/\/|www\.)[^\s<>"]+/gi, (found) => linkOne(found));
  });
}

function linkOne(found: string): string {
  const trailing = found.match(/[.,;:!?]+$/)?.[0] ?? '';
  const text = trailing === '' ? found : found.slice(0, -trailing.length);
  const href = /^www\./i.test(text) ? `http://${text}` : text;
  return `<a href="${href}" rel="nofollow ugc">${href}</a>${trailing}`;
}

function convertSmileys(html: string): string {
  return html.replace(pieces, (piece) =>
    isTag(piece) ? piece : piece.replace(smileySign, (sign) => smileys[sign] ?? sign),
  );
}

function addParagraphs(text: string): string {
  const apart = text
    .replace(/\r\n?/g, '\n')
    .replace(/\s*(<blockquote>)\s*/g, '\n\n$1\n\n')
    .replace(/\s*(<\/blockquote>)\s*/g, '\n\n$1\n\n');
  const blocks = apart.split(/\n{2,}/).filter((block) => block.trim() !== '');
  const html = blocks
    .map((block) => block.trim())
    .map((block) =>
      /^<\/?(blockquote|pre|ul|ol|table|h[1-6]|hr|figure|div|p)[\s>]/i.test(block)
        ? block
        : `<p>${block.replaceAll('\n', '<br />\n')}</p>`,
    );
  if (html.length === 0) return '';
  return `${html
    .join('\n')
    .replace(/<blockquote>\n/g, '<blockquote>')
    .replace(/\n<\/blockquote>/g, '</blockquote>')}\n`;
}

function isTag(piece: string): boolean {
  return piece.startsWith('<') && piece.endsWith('>');
}
