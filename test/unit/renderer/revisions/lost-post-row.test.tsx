// What can be done with a lost post, in words: of one that its site has brought here again only versions are meant.
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { LostPostRow } from '../../../../renderer/features/revisions/LostPostRow.tsx';
import { discardedWords } from '../../../../renderer/features/revisions/lost-words.ts';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { rendered } from '../rendered.tsx';
import { aLostPost } from './a-lost-post.ts';

const nothing = () => {};
/** The names of the buttons in the row. */
const buttons = (joins: boolean) =>
  [
    ...rendered(
      <LostPostRow post={aLostPost({ joins })} onBringBack={nothing} onDiscard={nothing} />,
    ).matchAll(/<button[^>]*aria-label="([^"]*)"/g),
  ].map(([, name]) => name);

describe.each<[Language, string[], string[], RegExp, RegExp]>([
  [
    'en',
    ['Bring back: “Чай в купето”', 'Delete: “Чай в купето”'],
    ['Put the versions back: “Чай в купето”', 'Delete the versions: “Чай в купето”'],
    /^Deleted “Чай/,
    /^Deleted the earlier versions of “Чай в купето”\. They are gone/,
  ],
  [
    'bg',
    ['Възстанови: „Чай в купето“', 'Изтрий: „Чай в купето“'],
    ['Добави версиите: „Чай в купето“', 'Изтрий версиите: „Чай в купето“'],
    /^„Чай в купето“ е изтрита/,
    /^По-ранните версии на „Чай в купето“ са изтрити/,
  ],
])('in %s', (language, ofPost, ofVersions, deleted, versionsDeleted) => {
  test('nobody is told that a post is deleted of which only versions are', () => {
    setupLanguage(language);
    expect(buttons(false)).toEqual(ofPost);
    expect(buttons(true)).toEqual(ofVersions);
    const t = i18next.getFixedT(language, 'revisions');
    expect(discardedWords(t, { joins: false }, 'Чай в купето')).toMatch(deleted);
    expect(discardedWords(t, { joins: true }, 'Чай в купето')).toMatch(versionsDeleted);
  });
});
