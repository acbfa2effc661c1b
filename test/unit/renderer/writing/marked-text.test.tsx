import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { MarkedText } from '../../../../renderer/features/writing/MarkedText.tsx';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

beforeAll(() => setupLanguage('en'));

test('says in words what was put in and taken out, in the language of the app', () => {
  const html = renderToStaticMarkup(
    <div lang="bg">
      <MarkedText
        pieces={[
          { kind: 'same', text: 'Влакът ' },
          { kind: 'del', text: 'тръгва' },
          { kind: 'ins', text: 'чака' },
        ]}
      />
    </div>,
  );
  expect(html).toBe(
    '<div lang="bg"><span>Влакът </span>' +
      '<del><span class="sr" lang="en">deleted: </span>тръгва</del>' +
      '<ins><span class="sr" lang="en">added: </span>чака</ins></div>',
  );
});

test('shows HTML as text, comments and tags quietly', () => {
  const html = renderToStaticMarkup(
    <MarkedText pieces={[{ kind: 'same', text: '<!-- wp:p --><p>a < b</p>' }]} />,
  );
  expect(html).toBe(
    '<span><span class="markup">&lt;!-- wp:p --&gt;</span><span class="markup">&lt;p&gt;</span>a &lt; b' +
      '<span class="markup">&lt;/p&gt;</span></span>',
  );
});

test('cuts what nobody compares by eye, and says how much', () => {
  const html = renderToStaticMarkup(<MarkedText pieces={[{ kind: 'ins', text: 'я'.repeat(25_000) }]} />);
  expect(html.match(/я/g)).toHaveLength(20_000);
  expect(html).toContain('… and 5,000 more characters');
});
