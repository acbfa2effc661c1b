/**
 * HTML of a comment as its author typed it, for showing a reply before the site has rendered it: blank lines part
 * paragraphs, line ends break. Tags stay as they are; the page sanitises the result like any comment.
 */
export function htmlFromTyped(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}
