import { describe, expect, it } from 'vitest';
import { sendChoices, whyOff } from '../../../../renderer/features/writing/send-choices.ts';

const post = (more: Partial<Parameters<typeof sendChoices>[0]>): Parameters<typeof sendChoices>[0] => ({
  sendable: ['draft', 'publish'],
  status: 'draft',
  remoteId: null,
  sync: 'local',
  ...{ conflict: null, operation: null, becomes: null },
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
    expect(labels({ sync: 'waiting', becomes: 'publish' })).toEqual(['publish', 'asDraft']);
  });

  it('who may not publish sends for review', () => {
    expect(labels({ sendable: ['draft', 'pending'] })).toEqual(['forReview', 'asDraft']);
  });

  it('nothing without rights, and nothing before a conflict is decided', () => {
    expect(labels({ sendable: [] })).toEqual([]);
    const theirs = { title: '', body: '', excerpt: '', slug: '', status: 'draft' } as const;
    const conflict = { theirs, base: null, changedAt: '', noticedAt: '' };
    expect(labels({ remoteId: 7, conflict })).toEqual([]);
  });
});

describe('why a button is dim', () => {
  const update = { send: 'publish', label: 'update' } as const;
  const updateDraft = { send: 'draft', label: 'updateDraft' } as const;
  const publish = { send: 'publish', label: 'publish' } as const;
  const asDraft = { send: 'draft', label: 'asDraft' } as const;
  const saved = { isBlank: false, hasTyped: false };
  const typed = { isBlank: false, hasTyped: true };

  it('nothing is written', () => {
    expect(whyOff(publish, post({}), { isBlank: true, hasTyped: false })).toBe('needsWords');
  });

  it('the site has exactly this, and only an update would go there', () => {
    const same = post({ sync: 'same', remoteId: 7 });
    expect(whyOff(updateDraft, same, saved)).toBe('same');
    expect(whyOff(publish, same, saved)).toBeNull();
    const published = post({ sync: 'same', remoteId: 7, status: 'publish' });
    expect(whyOff(update, published, saved)).toBe('same');
    expect(whyOff(update, published, typed)).toBeNull();
    expect(whyOff(update, { ...published, sync: 'changed' }, saved)).toBeNull();
  });

  it.each(['queued', 'sending', 'sent-unconfirmed'] as const)('%s: this version is on its way', (state) => {
    const operation = { id: 'op-1', state, carriesAll: true, waitingFor: null };
    const waiting = post({ sync: 'waiting', becomes: 'publish', operation });
    expect(whyOff(publish, waiting, saved)).toBe('alreadyWaits');
    expect(whyOff(publish, waiting, typed)).toBeNull();
    expect(whyOff(publish, { ...waiting, operation: { ...operation, carriesAll: false } }, saved)).toBeNull();
    expect(whyOff(asDraft, waiting, saved), 'another status').toBeNull();
    const closed = post({ ...waiting, status: 'private', becomes: 'private', remoteId: 7 });
    expect(whyOff(update, closed, saved)).toBe('alreadyWaits');
  });

  it('not after a failure: it can be sent again', () => {
    const operation = { id: 'op-1', state: 'failed', carriesAll: true, waitingFor: null } as const;
    expect(whyOff(publish, post({ sync: 'failed', becomes: 'publish', operation }), saved)).toBeNull();
  });
});
