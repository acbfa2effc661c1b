// Where no comment is: what is true of it, in lists and in the thread of a post.
import { describe, expect, test } from 'vitest';
import { NothingHere } from '../../../../renderer/features/comments/NothingHere.tsx';
import { ThreadView } from '../../../../renderer/features/comments/ThreadView.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { damageIs } from '../library/a-damage.ts';
import { type Answered, answered, rendered } from '../rendered.tsx';

type Sites = Parameters<typeof NothingHere>[0]['sites'];

const sync = { siteId: 'site-1', phase: 'idle', done: 0, total: 0, what: 'none', pulledAt: null } as const;
/** A site as main tells of it. */
const aSite = (over: Partial<Sites[number]['sync']> = {}): Sites[number] => ({
  ...{ id: 'site-1', platform: 'wordpress', title: 'Бавни влакове', url: 'https://bavnivlakove.example' },
  ...{ language: 'bg-BG', timeZone: 'Europe/Sofia', userName: 'Мила', role: 'editor' },
  capabilities: {
    ...{ writePosts: true, publishPosts: true, editOthersPosts: true, editPublishedPosts: true },
    ...{ moderateComments: true, unfilteredHtml: true },
  },
  ...{ needsPassword: false, counts: { posts: 0, comments: 0, pending: 0 }, setAside: 0 },
  sync: { ...sync, error: null, offlineSince: null, nextTryAt: null, ...over },
});
const pulled = aSite({ pulledAt: '2026-11-01T10:00:00.000Z' });
const coming = aSite({ phase: 'pulling' });
const damage = damageIs({ losses: [{ what: 'comments', kept: 0, lost: 3, back: 0 }], pull: 'asked-for' });

const list = (sites: Sites, ...answers: Answered[]) =>
  rendered(<NothingHere filter="pending" sites={sites} siteId={null} />, answers);

describe.each<[Language, Record<'nothing' | 'gone' | 'comesBack' | 'coming' | 'connect', string>]>([
  [
    'en',
    {
      nothing: 'Nothing waits',
      gone: 'No comments are here now',
      comesBack: 'comes with the next sync',
      coming: 'On their way',
      connect: 'Connect a site',
    },
  ],
  [
    'bg',
    {
      nothing: 'Нищо не чака',
      gone: 'Сега тук няма коментари',
      comesBack: 'идват при синхронизиране',
      coming: 'На път са',
      connect: 'Свържете сайт',
    },
  ],
])('in %s', (language, words) => {
  test('a list says whether nothing waits, nothing is left, or nothing has come yet', () => {
    setupLanguage(language);
    expect(list([pulled])).toContain(words.nothing);
    const lost = list([pulled], damage);
    expect(lost).toContain(words.gone);
    expect(lost).toContain(words.comesBack);
    expect(lost).not.toContain(words.nothing);
    // What a new site brings is not what was lost.
    expect(list([coming])).toContain(words.coming);
    expect(list([coming], damage)).toContain(words.coming);
    expect(list([coming], damage)).not.toContain(words.gone);
  });

  test('without a site nothing can come back by syncing: one is to be connected', () => {
    setupLanguage(language);
    expect(list([])).toContain(words.connect);
    expect(list([], damage)).toContain(words.gone);
    expect(list([], damage)).toContain(words.connect);
    expect(list([], damage)).not.toContain(words.comesBack);
  });
});

test('a thread is said to be without a word only where none was lost', () => {
  setupLanguage('en');
  const thread = answered(
    'comments',
    'thread',
    { postId: 'post-1' },
    {
      ...{ siteId: 'site-1', postTitle: 'Кафе', postLanguage: 'bg', postLink: '', postId: 'post-1' },
      ...{ timeZone: 'Europe/Sofia', siteLanguage: 'bg-BG', comments: [] },
    },
  );
  const read = (...answers: Answered[]) => rendered(<ThreadView postId="post-1" />, answers);
  const nobody = 'Nobody has said anything under this post';
  expect(read(thread)).toContain(nobody);
  expect(read(thread, damage)).toContain('No comments are here now');
  expect(read(thread, damage)).not.toContain(nobody);
});
