import { expect, it } from 'vitest';
import { titleKey } from '../../../../renderer/frame/use-window-title.ts';

it.each([
  ['comments', 'pending', 'view.pending'],
  ['comments', 'spam', 'view.spam'],
  ['comments', 'toString', 'view.pending'],
  ['posts', 'all', 'view.allPosts'],
  ['posts', 'drafts', 'view.drafts'],
  ['outbox', 'drafts', 'view.outbox'],
  ['settings', '', 'view.settings'],
  ['welcome', '', null],
] as const)('%s %s is titled %s', (view, filter, key) => {
  expect(titleKey({ view, filter })).toBe(key);
});
