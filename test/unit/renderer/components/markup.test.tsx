import { Check, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { Button } from '../../../../renderer/components/Button.tsx';
import { CommentRow } from '../../../../renderer/components/CommentRow.tsx';
import { Field } from '../../../../renderer/components/Field.tsx';
import { NavItem } from '../../../../renderer/components/NavItem.tsx';
import { PasswordField } from '../../../../renderer/components/PasswordField.tsx';
import { Select } from '../../../../renderer/components/Select.tsx';
import { StateBadge } from '../../../../renderer/components/StateBadge.tsx';
import { Tile } from '../../../../renderer/components/Tile.tsx';
import { Time } from '../../../../renderer/components/Time.tsx';
import { VirtualList } from '../../../../renderer/components/VirtualList.tsx';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

const markup = (node: ReactNode) => renderToStaticMarkup(node);
const nothing = () => undefined;

beforeAll(() => setupLanguage('en'));

describe('Button', () => {
  test('tells assistive technology its key and hides the keycap from it', () => {
    const html = markup(
      <Button keys={['⇧A']} icon={Check}>
        Approve
      </Button>,
    );
    expect(html).toContain('type="button"');
    expect(html).toContain('aria-keyshortcuts="Shift+A"');
    expect(html).toMatch(/<kbd aria-hidden="true"[^>]*>⇧A<\/kbd>/);
    expect(html).toMatch(/<svg[^>]*aria-hidden="true"/);
  });

  test('with an icon alone has a name and is square', () => {
    const html = markup(<Button label="Delete" icon={Trash2} />);
    expect(html).toContain('aria-label="Delete"');
    expect(html).toContain('class="button square"');
  });

  test('says whether it is pressed only when it can be', () => {
    expect(markup(<Button pressed={false}>Reply</Button>)).toContain('aria-pressed="false"');
    expect(markup(<Button>Reply</Button>)).not.toContain('aria-pressed');
  });
});

describe('Select', () => {
  const select = (labelHidden: boolean) =>
    markup(
      <Select
        label="Site"
        labelHidden={labelHidden}
        value={null}
        onChange={nothing}
        options={[{ value: 'a', label: 'A' }]}
      />,
    );

  test('has a label, which may be for screen readers only', () => {
    expect(select(false)).toMatch(/<div [^>]*class="label"[^>]*>Site<\/div>/);
    expect(select(true)).toMatch(/<span [^>]*class="sr"[^>]*>Site<\/span>/);
    expect(select(true)).not.toContain('class="label"');
  });
});

describe('Field', () => {
  const field = (problem?: string) =>
    markup(
      <Field label="Site address" hint="As in a browser" problem={problem} value="x" onChange={nothing} />,
    );

  test('is tied to its label and hint', () => {
    const html = field();
    const id = /<label for="([^"]+)"/.exec(html)?.[1] ?? 'missing';
    expect(html).toMatch(new RegExp(`<input[^>]* id="${id}" aria-describedby="${id}hint"`));
    expect(html).toContain(`id="${id}hint"`);
    expect(html).not.toContain('aria-invalid');
  });

  test('is invalid with a problem, which is described by icon and words', () => {
    const html = field('Needs https.');
    const id = /<label for="([^"]+)"/.exec(html)?.[1] ?? 'missing';
    expect(html).toContain(`aria-describedby="${id}hint ${id}problem" aria-invalid="true"`);
    expect(html).toMatch(/class="problem"><svg.*Needs https\./);
  });
});

test('a password is not shown, not completed, not spell checked', () => {
  const html = markup(<PasswordField label="Password" value="abcd" onChange={nothing} />);
  expect(html).toMatch(/<input[^>]*autoComplete="off"[^>]*spellCheck="false"[^>]*type="password"/i);
  expect(html).toContain('aria-label="Show password"');
});

describe('StateBadge', () => {
  test('is icon, word and colour', () => {
    const html = markup(<StateBadge of="comment" state="spam" boxed />);
    expect(html).toMatch(/^<span class="state spam boxed"><svg.*<\/svg>Spam<\/span>$/);
  });

  test('agrees with what it speaks of in Bulgarian', () => {
    setupLanguage('bg');
    expect(markup(<StateBadge of="comment" state="failed" />)).toContain('Не е изпратен<');
    expect(markup(<StateBadge of="post" state="failed" />)).toContain('Не е изпратена<');
    setupLanguage('en');
  });
});

describe('CommentRow', () => {
  const row = (excerpt: string) =>
    markup(
      <CommentRow
        author="Мила"
        postTitle="Къщи"
        excerpt={excerpt}
        at="2020-11-12T19:02:00Z"
        lang="bg-BG"
        links={2}
      />,
    );

  test('carries the language of the content and the machine form of the date', () => {
    const html = row('Седнете отляво.');
    expect(html).toContain('<b lang="bg-BG">Мила</b>');
    expect(html).toContain('<p lang="bg-BG">Седнете отляво.</p>');
    // The badge, the count and the date are the app's words.
    expect(html).toContain('<div class="comment-row">');
    expect(html).toContain('dateTime="2020-11-12T19:02:00Z"');
    expect(html).toContain('2 links');
  });

  test('sets off a leading name and keeps every word', () => {
    expect(row('@Калин, да! Само внимавайте.')).toContain(
      '<span class="at">@Калин</span>, да! Само внимавайте.',
    );
    expect(row('@Калин')).toContain('>@Калин</p>');
  });

  test('shows hostile text as text', () => {
    expect(row('<img src=x onerror=alert(1)>')).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

describe('VirtualList', () => {
  const list = (cursor: number) =>
    markup(
      <VirtualList
        label="Pending comments"
        total={100_000}
        rowHeight={73}
        getRow={(index) => (index === 2 ? undefined : { id: `c${index}` })}
        keyOf={(item) => item.id}
        renderRow={(item) => item.id}
        cursor={cursor}
        onCursor={nothing}
        isPicked={(item) => item.id === 'c1'}
      />,
    );

  test('is a listbox that draws a window of its rows and tells how many there are', () => {
    const html = list(0);
    expect(html).toMatch(
      /role="listbox" tabindex="0" aria-label="Pending comments" aria-multiselectable="true"/,
    );
    const rows = html.match(/role="option"/g) ?? [];
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.length).toBeLessThan(40);
    expect(html).toContain('aria-setsize="100000" aria-posinset="1"');
    expect(html).toContain('height:7300000px');
  });

  test('names the cursor row and tells it from the selected one', () => {
    const html = list(0);
    const active = /aria-activedescendant="([^"]+)"/.exec(html)?.[1] ?? 'missing';
    expect(html).toMatch(new RegExp(`id="${active}"[^>]*class="list-row cursor"`));
    expect(html).toMatch(/aria-selected="true"[^>]*class="list-row picked"/);
    expect(html.match(/aria-selected="true"/g)).toHaveLength(1);
  });

  test('keeps the cursor row in the page even far from what is visible', () => {
    expect(list(90_000)).toContain('aria-posinset="90001"');
  });

  test('without a cursor names none; a row that is not read yet says so', () => {
    expect(list(-1)).not.toContain('aria-activedescendant');
    expect(list(-1)).toContain('Row 3 is loading');
  });
});

test('NavItem groups its count and marks the open view', () => {
  const html = markup(<NavItem icon={Check} label="Approved" count={3904} current onClick={nothing} />);
  expect(html).toContain('aria-current="page"');
  expect(html).toContain('3,904');
  expect(markup(<NavItem icon={Check} label="Spam" count={0} onClick={nothing} />)).not.toContain('count');
});

describe('Time', () => {
  const inSofia = { at: '2021-03-03T22:30:00Z', as: 'full', timeZone: 'Europe/Sofia' } as const;

  test('shows nothing for what is not a date', () => {
    expect(markup(<Time at="yesterday" />)).toBe('');
  });

  test('reads in its own language, its tip in that of the app', () => {
    expect(markup(<Time {...inSofia} language="bg-BG" />)).toBe(
      '<time dateTime="2021-03-03T22:30:00Z" title="Thu 4 Mar 2021, 00:30 (Europe/Sofia)" lang="bg-BG" dir="auto">4.03.2021, 00:30</time>',
    );
    expect(markup(<Time {...inSofia} language="de-DE" />)).toContain(
      'lang="de-DE" dir="auto">4. März 2021, 00:30<',
    );
  });

  test('in a language that nobody knows it reads in that of the app, and says so', () => {
    expect(markup(<Time {...inSofia} language="klingon!" />)).toContain(
      'lang="en" dir="auto">4 Mar 2021, 00:30<',
    );
    expect(markup(<Time {...inSofia} language="" />)).toContain('lang="en" dir="auto">4 Mar 2021, 00:30<');
  });

  test('of the app itself needs no language, and of this computer no zone', () => {
    expect(markup(<Time {...inSofia} />)).not.toContain('lang=');
    expect(markup(<Time at={inSofia.at} />)).not.toContain('(');
  });
});

test('a tile is decoration', () => {
  expect(markup(<Tile name="Мила" me />)).toBe('<span class="tile me" aria-hidden="true">М</span>');
});
