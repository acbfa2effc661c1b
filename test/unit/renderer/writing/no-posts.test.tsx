// Where no post is: nobody who has lost posts is told that there were none, in the list as little as beside it.
import { expect, test } from 'vitest';
import { NoPost } from '../../../../renderer/features/writing/NoPost.tsx';
import { NoRows } from '../../../../renderer/features/writing/NoRows.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { damageIs } from '../library/a-damage.ts';
import { type Answered, answered, rendered } from '../rendered.tsx';
import { aLostPost, lostAre } from '../revisions/a-lost-post.ts';

const counts = (all: number) =>
  answered('posts', 'counts', { siteId: null }, { all, drafts: 0, scheduled: 0, published: 0 });
const taken = damageIs({ losses: [{ what: 'posts', kept: 0, lost: 2, back: 0 }] });
const textOnly = damageIs({ losses: [{ what: 'texts', kept: 0, lost: 2, back: 0 }] });
const said = (...answers: Answered[]) =>
  rendered(
    <>
      <NoRows filter="all" isComing={false} />
      <NoPost />
    </>,
    answers,
  );

test.each<[Language, RegExp, RegExp, RegExp]>([
  ['en', /No posts yet.*There is none yet: start the first one/, /No posts are here now/, /yet|first one/],
  ['bg', /Още няма публикации.*започнете първата/, /Сега тук няма публикации/, /Още няма|първата/],
])('in %s only who had none is asked to start the first', (language, first, gone, none) => {
  setupLanguage(language);
  expect(said(counts(0))).toMatch(first);
  expect(said(counts(0), textOnly)).toMatch(first);
  for (const why of [taken, lostAre(aLostPost())]) {
    expect(said(counts(0), why)).toMatch(gone);
    expect(said(counts(0), why)).not.toMatch(none);
  }
});

test('where there are posts one is to be chosen, whatever is gone', () => {
  setupLanguage('en');
  expect(rendered(<NoPost />, [counts(3), taken])).toContain('Choose one in the list');
});

test('a new site brings its posts, and an empty list of drafts is no loss', () => {
  setupLanguage('en');
  expect(rendered(<NoRows filter="all" isComing />, [taken])).toContain('On their way');
  expect(rendered(<NoRows filter="drafts" isComing={false} />, [taken])).toContain('No drafts');
});
