// What is left beside damage: told by name, and of each what can be done about it.
import { describe, expect, test } from 'vitest';
import { LeftVersions } from '../../../../renderer/features/library/LeftVersions.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { rendered } from '../rendered.tsx';
import { aLostPost, lostAre } from '../revisions/a-lost-post.ts';
import { aDamage } from './a-damage.ts';

const gone = aLostPost({ postId: 'gone', title: 'Чай в купето' });
const joins = aLostPost({ postId: 'joins', title: 'Кафе на гара', joins: true });
const text = { id: 'text', title: 'Три дни', language: 'bg', versions: 1, at: '2026-11-02T08:00:00.000Z' };
const blank = { ...text, id: 'blank', title: 'Празно', versions: 0, at: null };

describe.each<[Language, RegExp, RegExp, RegExp]>([
  [
    'en',
    /Earlier versions are left of .*Чай в купето.*\(2 versions, .*They can be brought back/,
    /Here again from the site, but without their earlier versions: .*Кафе на гара.*The versions can be put back/,
    /Earlier versions are kept of .*Три дни.*Open the post/,
  ],
  [
    'bg',
    /Останали са по-ранни версии на .*Чай в купето.*\(2 версии, .*може да се възстанови/,
    /Отново тук от сайта, но без по-ранните си версии: .*Кафе на гара.*могат да се добавят/,
    /Пазят се по-ранни версии на .*Три дни.*Отворете публикацията/,
  ],
])('in %s', (language, brought, put, opened) => {
  /** Of each kind its own sentence. */
  const sentences = (...[damage, ...lost]: [ReturnType<typeof aDamage>, ...(typeof gone)[]]) => {
    setupLanguage(language);
    const html = rendered(<LeftVersions damage={damage} />, [lostAre(...lost)]);
    return html.split('<span class="left">').slice(1);
  };

  test('what is gone is brought back, of what is here the versions are put back, a damaged text is chosen anew', () => {
    const told = sentences(aDamage({ posts: [text, blank] }), gone, joins);
    expect(told).toEqual([brought, put, opened].map((words) => expect.stringMatching(words)));
    expect(told.join('')).not.toContain('Празно');
  });

  test('each is told only where there is such a post', () => {
    expect(sentences(aDamage(), gone)).toEqual([expect.stringMatching(brought)]);
    expect(sentences(aDamage(), joins)).toEqual([expect.stringMatching(put)]);
    expect(sentences(aDamage({ posts: [text] }))).toEqual([expect.stringMatching(opened)]);
    expect(sentences(aDamage({ posts: [blank] }))).toEqual([]);
  });
});
