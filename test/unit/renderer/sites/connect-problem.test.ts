import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../main/domain/app-error.ts';
import { fieldOf } from '../../../../renderer/features/sites/connect-problem.ts';

const host = 'blog.example';
const cases: [AppError, string][] = [
  [{ kind: 'validation', field: 'address', reason: 'bad-address', detail: '' }, 'address'],
  [{ kind: 'validation', field: 'login', reason: 'required', detail: '' }, 'login'],
  [{ kind: 'validation', field: 'password', reason: 'required', detail: '' }, 'password'],
  [{ kind: 'validation', field: 'anything', reason: 'malformed', detail: '' }, 'address'],
  [{ kind: 'offline', reason: 'certificate', host }, 'address'],
  [{ kind: 'server', reason: 'html', status: 200, code: '', host }, 'address'],
  [{ kind: 'rate-limited', retryAfterSeconds: 5, host }, 'address'],
  [{ kind: 'auth-expired', reason: 'credentials', host }, 'password'],
  [{ kind: 'auth-expired', reason: 'application-passwords-off', host }, 'password'],
  [{ kind: 'auth-expired', reason: 'password-prompt', host }, 'address'],
  [{ kind: 'forbidden', code: 'rest_cannot_edit', host }, 'login'],
  [{ kind: 'not-found', what: 'page', id: '' }, 'address'],
  [{ kind: 'not-found', what: 'site', id: '' }, 'form'],
  [{ kind: 'storage', reason: 'full', file: 'x' }, 'form'],
  [{ kind: 'bug', reportId: '1' }, 'form'],
];

describe('the field that a failed connection is about', () => {
  it.each(cases)('%j → %s', (error, field) => {
    expect(fieldOf(error)).toBe(field);
  });
});
