import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { mayHaveArrived } from '../../../main/domain/delivery.ts';

const host = 'blog.example';
const offline = (reason: Extract<AppError, { kind: 'offline' }>['reason']): AppError => ({
  kind: 'offline',
  reason,
  host,
});
const server = (reason: Extract<AppError, { kind: 'server' }>['reason'], status: number): AppError => ({
  kind: 'server',
  reason,
  status,
  code: '',
  host,
});

describe('mayHaveArrived', () => {
  it.each<[string, AppError]>([
    ['a connection that broke', offline('dropped')],
    ['no answer in time', offline('timeout')],
    ['half an answer', server('truncated', 200)],
    ['half an answer without a status', server('truncated', 0)],
    ['a page in place of the answer', server('html', 200)],
    ['an answer that we cannot read', server('shape', 201)],
    ['an answer that is too large', server('too-large', 200)],
    ['a gateway that gave up waiting', server('html', 504)],
    ['PHP dying after the commit', server('failed', 500)],
    ['a defect of ours', { kind: 'bug', reportId: '1' }],
  ])('%s: perhaps', (_, error) => expect(mayHaveArrived(error)).toBe(true));

  it.each<[string, AppError]>([
    ['no network', offline('no-network')],
    ['a name nobody knows', offline('name')],
    ['nobody listening', offline('refused')],
    ['a certificate nobody signed', offline('certificate')],
    ['a firewall', server('html', 403)],
    ['a refusal without words', server('failed', 404)],
    ['a status that the site did not take', server('failed', 200)],
    ['a wrong password', { kind: 'auth-expired', reason: 'credentials', host }],
    ['no right', { kind: 'forbidden', code: 'rest_cannot_edit', host }],
    ['nothing there', { kind: 'not-found', what: 'post', id: '4' }],
    ['too many requests', { kind: 'rate-limited', retryAfterSeconds: 5, host }],
    ['a redirect', { kind: 'validation', field: 'address', reason: 'redirected-elsewhere', detail: '' }],
    ['a full disk', { kind: 'storage', reason: 'full', file: 'library.json' }],
    ['an older revision', { kind: 'stale-write', expected: 1, actual: 2 }],
    ['both sides changed', { kind: 'conflict', what: 'post', id: '4' }],
  ])('%s: certainly not', (_, error) => expect(mayHaveArrived(error)).toBe(false));
});
