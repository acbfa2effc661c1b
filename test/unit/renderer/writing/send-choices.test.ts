import { describe, expect, it } from 'vitest';
import { bringsNews, sendChoices } from '../../../../renderer/features/writing/send-choices.ts';

const post = (more: Partial<Parameters<typeof sendChoices>[0]>): Parameters<typeof sendChoices>[0] => ({
  sendable: ['draft', 'publish'],
  status: 'draft',
  remoteId: null,
  sync: 'local',
  conflict: null,
  ...more,
});
const labels = (more: Parameters<typeof post>[0]) => sendChoices(post(more)).map(({ label }) => label);

describe('the ways to send a post', () => {
  it('a new draft: publish, or only as a draft', () => {
    expect(labels({})).toEqual(['publish', 'asDraft']);
  });

  it('a draft that the site has: publish, or update the draft', () => {
    expect(labels({ remoteId: 7 })).toEqual(['publish', 'updateDraft']);
  });

  it('a published, private or scheduled post: update only', () => {
    for (const status of ['publish', 'private', 'future'] as const) {
      expect(labels({ remoteId: 7, status, sendable: ['publish'] })).toEqual(['update']);
    }
  });

  it('a new post on its way to be published is not an update yet', () => {
    expect(labels({ status: 'publish', sync: 'waiting' })).toEqual(['publish']);
  });

  it('who may not publish sends for review', () => {
    expect(labels({ sendable: ['draft', 'pending'] })).toEqual(['forReview', 'asDraft']);
  });

  it('nothing without rights, and nothing before a conflict is decided', () => {
    expect(labels({ sendable: [] })).toEqual([]);
    const theirs = { title: '', body: '', excerpt: '', slug: '', status: 'draft' } as const;
    expect(labels({ remoteId: 7, conflict: { theirs, noticedAt: '' } })).toEqual([]);
  });
});

describe('whether sending tells the site anything', () => {
  const update = { send: 'publish', label: 'update' } as const;
  const publish = { send: 'publish', label: 'publish' } as const;

  it('not for an update of exactly what the site has', () => {
    expect(bringsNews(update, { sync: 'same' }, false)).toBe(false);
    expect(bringsNews({ send: 'draft', label: 'updateDraft' }, { sync: 'same' }, false)).toBe(false);
  });

  it('as soon as something is typed, changed or waiting, and always for a new status', () => {
    expect(bringsNews(update, { sync: 'same' }, true)).toBe(true);
    expect(bringsNews(update, { sync: 'changed' }, false)).toBe(true);
    expect(bringsNews(update, { sync: 'failed' }, false)).toBe(true);
    expect(bringsNews(publish, { sync: 'same' }, false)).toBe(true);
  });
});
