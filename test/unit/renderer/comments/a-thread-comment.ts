import type { ThreadComment } from '../../../../renderer/features/comments/desk-words.ts';

/** A comment of a thread as main tells of it; a test names only what it is about. */
export const aThreadComment = (id: string, more: Partial<ThreadComment> = {}): ThreadComment => ({
  id,
  number: Number(id),
  numberIfApproved: null,
  unsent: false,
  inReplyTo: null,
  author: { name: id, email: '', url: '', ip: '', agent: '', isBlogUser: false },
  type: 'comment',
  html: '',
  language: 'bg',
  status: 'approved',
  onItsWay: null,
  date: '2026-11-17T05:41:00Z',
  ...more,
});
