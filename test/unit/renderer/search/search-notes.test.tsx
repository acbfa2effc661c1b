import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { SearchNotes } from '../../../../renderer/features/search/SearchNotes.tsx';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

beforeAll(() => setupLanguage('bg'));

test('an index that is being made says how far it is, in words and as a bar with a name', () => {
  const html = renderToStaticMarkup(
    <SearchNotes notes={[]} building={{ done: 12_000, total: 102_000 }} isStuck={false} />,
  );
  expect(html).toMatch(/12\s000 от 102\s000/);
  expect(html).toContain('<progress value="12000" max="102000" aria-label="Индекс за търсене">');
});

test('each thing that was not understood is told with the words as typed, never as HTML', () => {
  const notes = [
    { kind: 'unknown-operator', text: 'foo:' } as const,
    { kind: 'unknown-site', text: '<b>никой</b>' } as const,
    { kind: 'shortened', text: '' } as const,
  ];
  const html = renderToStaticMarkup(<SearchNotes notes={notes} building={null} isStuck={false} />);
  expect(html.match(/<p>/g)).toHaveLength(3);
  expect(html).toContain('„foo:“');
  expect(html).toContain('&lt;b&gt;никой&lt;/b&gt;');
});

test('a value that is not known is told with those that are, where they are few', () => {
  const notesOf = (text: string) =>
    renderToStaticMarkup(
      <SearchNotes notes={[{ kind: 'unknown-value', text }]} building={null} isStuck={false} />,
    );
  expect(notesOf('is:foo')).toContain(
    'Може да е: чакащ, одобрен, спам, кошче, чернова, насрочена, публикувана.',
  );
  expect(notesOf('има:нещо')).toContain('Може да е: линк, снимка, отговор.');
  expect(notesOf('след:нещо')).toContain('Датите се пишат 03.11.2026, 11.2026 или 2026.');
  expect(notesOf('автор:нещо')).not.toMatch(/Може да е|Датите/);
});

test('nothing to say takes no room', () => {
  expect(renderToStaticMarkup(<SearchNotes notes={[]} building={null} isStuck={false} />)).toBe('');
});
