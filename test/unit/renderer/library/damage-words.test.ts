import i18next from 'i18next';
import { expect, test } from 'vitest';
import {
  damageOutlook,
  damageSentence,
  mayHaveTakenComments,
  mayHaveTakenPosts,
} from '../../../../renderer/features/library/damage-words.ts';
import type { Damage } from '../../../../renderer/features/library/use-health.ts';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { aDamage } from './a-damage.ts';

const comments = { what: 'comments', kept: 497, lost: 3, back: 0 } as const;
const posts = { what: 'posts', kept: 497, lost: 3, back: 0 } as const;
const text = { what: 'texts', kept: 0, lost: 1, back: 0 } as const;
const decisions = { what: 'decisions', kept: 9, lost: 1, back: 0 } as const;

const all = { what: 'all', kept: 0, lost: null, back: 0 } as const;
const files = { ...all, what: 'files' } as const;

const inLanguage = (language: Language) => {
  setupLanguage(language);
  return i18next.getFixedT(language, 'library');
};

test.each<[Language, Damage['losses'], string]>([
  ['en', [comments, text], 'What could not be read: 3 comments and the text of 1 post.'],
  ['bg', [comments, text], 'Ето какво не можа да се прочете: 3 коментара и текстът на 1 публикация.'],
  ['en', [{ ...comments, lost: null }], 'What could not be read: an unknown number of comments.'],
  ['en', [{ ...comments, lost: 1200 }], 'What could not be read: 1,200 comments.'],
  ['en', [], 'All of it could be restored.'],
  ['bg', [], 'Всичко можа да се възстанови.'],
  [
    'en',
    [{ ...all, kept: 3 }],
    'some of what was written since the library was begun, nobody can say how much.',
  ],
  ['en', [all], 'everything that was written since the library was begun, nobody can say how much.'],
  ['bg', [all], 'всичко, написано от началото на библиотеката, никой не може да каже колко.'],
  ['en', [files], 'perhaps posts, comments or earlier versions, nobody can say which.'],
  [
    'en',
    [{ ...posts, lost: null }, files],
    'read: an unknown number of posts and perhaps more, nobody can say what.',
  ],
  ['bg', [posts, files], 'прочете: 3 публикации и може би още нещо, никой не може да каже какво.'],
])('in %s what was lost is told in numbers: %o', (language, losses, end) => {
  const t = inLanguage(language);
  const sentence = damageSentence(t, aDamage({ losses }), language);
  expect(sentence.endsWith(end), sentence).toBe(true);
});

const COME_BACK = /comes back when they are synced/;
const ARE_BACK = /what was lost and is on them is back/;
const BACKUP = /only from a backup/;
const REST = /Everything else is here/;
const UNSURE = /cannot be told whether more is missing: compare .* with your blog and your backups/;
const LETTERS = /What is on your sites comes once more when they are synced/;
const sites = { what: 'sites', kept: 0, lost: 1, back: 0 } as const;

test.each<[string, Partial<Damage>, RegExp[], RegExp[]]>([
  ['on sites', { losses: [comments], pull: 'asked-for' }, [COME_BACK, REST], [ARE_BACK, BACKUP, UNSURE]],
  ['on sites, pulled since', { losses: [comments], pull: 'done' }, [ARE_BACK], [COME_BACK, BACKUP]],
  ['on sites, drafts apart', { losses: [posts], pull: 'asked-for' }, [COME_BACK, BACKUP], []],
  ['wrong in letters only', { doubtful: 1, pull: 'letters' }, [LETTERS], [COME_BACK, BACKUP]],
  [
    'wrong in letters, beside what is only here',
    { losses: [decisions], pull: 'letters' },
    [LETTERS],
    [COME_BACK],
  ],
  ['wrong in letters only, pulled since', { doubtful: 1, pull: 'done' }, [], [ARE_BACK, LETTERS]],
  ['without a site', { losses: [text] }, [BACKUP], [COME_BACK, ARE_BACK]],
  ['here only, among others', { losses: [comments, decisions], pull: 'done' }, [ARE_BACK, BACKUP], []],
  [
    'the site itself',
    { losses: [posts, sites], pull: 'done' },
    [/Connect the site again/],
    [REST, UNSURE, ARE_BACK],
  ],
  [
    'the site itself, and it is connected again',
    { losses: [posts, { ...sites, back: 1 }], pull: 'done' },
    [ARE_BACK],
    [/Connect the site again/, /of these posts/],
  ],
  [
    'one of two sites, and another is connected again',
    { losses: [posts, { ...sites, lost: 2, back: 1 }], pull: 'done' },
    [/Connect the site again: what it holds/],
    [ARE_BACK],
  ],
  [
    'two sites',
    { losses: [posts, { ...sites, lost: 2 }] },
    [/Connect the sites again: what they hold comes back with them/],
    [/the site again/],
  ],
  [
    'sites, nobody can say how many',
    { losses: [posts, { ...sites, lost: null }] },
    [/Connect the sites again/],
    [/the site again/, ARE_BACK],
  ],
  [
    'some sites, and one is connected again',
    { losses: [posts, { ...sites, lost: null, back: 1 }], pull: 'done' },
    [ARE_BACK],
    [/Connect the site again/],
  ],
  ['not to be counted', { losses: [{ ...comments, lost: null }] }, [UNSURE], [REST]],
  ['counted, and whole files', { losses: [posts, files] }, [UNSURE], [REST]],
  ['some from the beginning on', { losses: [{ ...all, kept: 3 }] }, [UNSURE], [REST]],
  [
    'here only, with its texts left',
    { losses: [posts], texts: 4 },
    [/4 long texts .* are kept, each/, /What else was only on this computer/],
    [/damaged files/],
  ],
  [
    'here only, and is back',
    { losses: [{ ...posts, back: 3 }] },
    [/Everything else/, /3 of these posts are here again or were deleted since/],
    [BACKUP],
  ],
  ['here only, and is back but for one', { losses: [{ ...posts, back: 2 }] }, [BACKUP], []],
  ['all that there was', { losses: [all] }, [BACKUP], [REST, UNSURE]],
  ['nothing', { hasFiles: true }, [/^The damaged files are kept/], [BACKUP, COME_BACK, /else/]],
])('what comes back of what was %s', (_name, over, said, unsaid) => {
  const outlook = damageOutlook(inLanguage('en'), aDamage(over), false).join(' ');
  for (const words of said) expect(outlook).toMatch(words);
  for (const words of unsaid) expect(outlook).not.toMatch(words);
});

test('how many sites are to be connected again is told in Bulgarian, too', () => {
  const outlook = (lost: number) =>
    damageOutlook(inLanguage('bg'), aDamage({ losses: [{ ...sites, lost }] }), false).join(' ');
  expect(outlook(1)).toContain('Свържете сайта отново: каквото има на него');
  expect(outlook(2)).toContain('Свържете сайтовете отново: каквото има на тях');
});

test.each<[string, Partial<Damage>, { posts: boolean; comments: boolean }]>([
  ['posts', { losses: [posts], pull: 'asked-for' }, { posts: true, comments: false }],
  ['comments', { losses: [comments], pull: 'asked-for' }, { posts: false, comments: true }],
  [
    'comments that were asked for since',
    { losses: [comments], pull: 'done' },
    { posts: false, comments: false },
  ],
  ['whole files', { losses: [files] }, { posts: true, comments: true }],
  ['all that there was', { losses: [all] }, { posts: true, comments: true }],
  ['neither', { losses: [text, decisions] }, { posts: false, comments: false }],
])('who has lost %s is not told that there were none', (_, damage, gone) => {
  const found = aDamage(damage);
  expect({ posts: mayHaveTakenPosts(found), comments: mayHaveTakenComments(found) }).toEqual(gone);
});

test.each<[Language, string, string]>([
  [
    'en',
    'All of it could be read.',
    'Letters may be wrong in 2 of the posts, comments and versions in the damaged files',
  ],
  [
    'bg',
    'Всичко можа да се прочете.',
    'В 2 от публикациите, коментарите и версиите в повредените файлове може да има сгрешени',
  ],
])('what may have wrong letters is not called restored (%s)', (language, sentence, outlook) => {
  const t = inLanguage(language);
  const damage = aDamage({ doubtful: 2, isAltered: true });
  expect(damageSentence(t, damage, language)).toContain(sentence);
  expect(damageSentence(t, aDamage({ isAltered: true }), language)).toContain(sentence);
  expect(damageOutlook(t, damage, false).join(' ')).toContain(outlook);
  expect(damageOutlook(t, aDamage(), false)).toEqual([]);
});
