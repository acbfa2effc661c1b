import { expect, test } from 'vitest';
import type { OperationRow } from '../../../../renderer/features/outbox/outbox-words.ts';
import { unsentOf } from '../../../../renderer/features/settings/unsent.ts';

const row = (kind: OperationRow['kind'], state: OperationRow['state'] = 'queued', siteId = 'site-1') =>
  ({ kind, state, siteId }) as OperationRow;

test('what a site still waits for is counted by kind, what may have arrived is not', () => {
  const needsYou = [
    row('update-post', 'failed'),
    row('create-reply', 'sent-unconfirmed'),
    row('create-post', 'failed'),
  ];
  const waiting = [
    row('create-reply'),
    row('set-comment-status'),
    row('set-comment-status', 'queued', 'site-2'),
  ];
  expect(unsentOf({ needsYou, waiting, sent: [row('create-post', 'done')] }, 'site-1')).toEqual({
    posts: 2,
    replies: 1,
    decisions: 1,
  });
});
