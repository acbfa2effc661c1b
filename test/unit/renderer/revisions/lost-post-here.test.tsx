// In the place of a post that somebody was writing when damage took it.
import { expect, test } from 'vitest';
import { LostPostHere } from '../../../../renderer/features/revisions/LostPostHere.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { rendered } from '../rendered.tsx';
import { aLostPost } from './a-lost-post.ts';

test.each<[Language, RegExp, RegExp, RegExp]>([
  [
    'en',
    /“Чай в купето” is not here any more.*2 earlier versions of it are left/,
    /“Чай в купето” has come from the site again.*in the list of posts\. 2 earlier versions/,
    /“Untitled” is not here any more.*1 earlier version of it is left/,
  ],
  [
    'bg',
    /„Чай в купето“ вече я няма тук.*са останали 2 по-ранни версии/,
    /„Чай в купето“ е дошла отново от сайта.*в списъка с публикации\. Могат да се добавят 2/,
    /„Без заглавие“ вече я няма тук.*е останала 1 по-ранна версия/,
  ],
])(
  'in %s a post that its site has brought here again is not said to be gone',
  (language, gone, again, one) => {
    setupLanguage(language);
    const here = (over: Parameters<typeof aLostPost>[0]) => rendered(<LostPostHere post={aLostPost(over)} />);
    expect(here({})).toMatch(gone);
    expect(here({ joins: true })).toMatch(again);
    expect(here({ joins: true })).not.toMatch(gone);
    expect(here({ title: ' ', versions: 1 })).toMatch(one);
  },
);
