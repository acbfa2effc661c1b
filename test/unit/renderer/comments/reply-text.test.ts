import { expect, test } from 'vitest';
import { insertMention, insertQuote } from '../../../../renderer/features/comments/reply-text.ts';

test('a quotation stands on lines of its own and the caret after it', () => {
  const { text, caret } = insertQuote('Здравейте! Да.', 'Здравейте!'.length, ' кафето отваря в осем ');
  expect(text).toBe('Здравейте!\n\n<blockquote>кафето отваря в осем</blockquote>\n\nДа.');
  expect(text.slice(caret)).toBe('Да.');
});

test('a quotation in an empty reply comes first', () => {
  expect(insertQuote('', 0, 'да').text).toBe('<blockquote>да</blockquote>\n\n');
});

test('quoted markup is quoted as text', () => {
  expect(insertQuote('', 0, 'a < b && <script>').text).toContain('a &lt; b &amp;&amp; &lt;script&gt;');
});

test('the mention comes first and the caret keeps its place in the words', () => {
  const { text, caret } = insertMention('чудесно', 3, 'Йордан Вълчев');
  expect(text).toBe('@Йордан, чудесно');
  expect(text.slice(caret)).toBe('есно');
});

test('nobody is greeted twice', () => {
  expect(insertMention('@йордан, чудесно', 5, 'Йордан Вълчев').text).toBe('@йордан, чудесно');
});
