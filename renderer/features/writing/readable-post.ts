/** Elements that stand by themselves: no paragraph is put around them. */
const BLOCK =
  /^<(?:address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|nav|ol|p|pre|script|section|style|table|ul|video|audio)\b/i;

/**
 * The HTML that readers get from the source of a post, near enough for reading offline: block comments go, and a
 * classic post gets its paragraphs from blank lines and its breaks from line ends, as WordPress does (`wpautop`).
 */
export function readableHtml(source: string): string {
  if (/<!--\s*wp:/.test(source)) return source.replace(/<!--[\s\S]*?-->/g, '');
  return source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map((chunk) => (BLOCK.test(chunk) ? chunk : `<p>${chunk.replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}

/** Whether a site that filters HTML would take something out of this source. */
export const hasFilteredHtml = (source: string): boolean =>
  /<(?:iframe|script|style|form|input|button|object|embed|svg)\b|\son[a-z]+\s*=/i.test(source);
