import { describe, expect, it } from 'vitest';
import { httpResponse } from '../../../../main/net/http-response.ts';
import { errorOf } from '../../../../main/sites/wordpress/errors.ts';

function answer(status: number, body: string, headers: Record<string, string> = {}) {
  const bytes = new TextEncoder().encode(body);
  return httpResponse(status, new URL('https://blog.example/x'), new Headers(headers), bytes);
}

const refusal = (status: number, code: string, data: object = {}) =>
  answer(status, JSON.stringify({ code, message: 'Няма &#8222;право&#8220;', data: { status, ...data } }));

describe('errorOf', () => {
  it.each([
    [401, 'rest_not_logged_in', { kind: 'auth-expired', reason: 'credentials' }],
    [401, 'incorrect_password', { kind: 'auth-expired', reason: 'credentials' }],
    [501, 'application_passwords_disabled', { kind: 'auth-expired', reason: 'application-passwords-off' }],
    [403, 'rest_cannot_edit', { kind: 'forbidden', code: 'rest_cannot_edit' }],
    [403, 'rest_comment_closed', { kind: 'forbidden', code: 'rest_comment_closed' }],
    [404, 'rest_post_invalid_id', { kind: 'not-found', what: 'post', id: '7' }],
    [404, 'rest_comment_invalid_id', { kind: 'not-found', what: 'comment', id: '7' }],
    [404, 'rest_no_route', { kind: 'server', reason: 'failed', status: 404, code: 'rest_no_route' }],
    [400, 'comment_flood', { kind: 'rate-limited', retryAfterSeconds: null }],
    [409, 'comment_duplicate', { kind: 'validation', reason: 'refused-by-site', field: 'comment_duplicate' }],
    [500, 'internal_server_error', { kind: 'server', reason: 'failed', status: 500 }],
    [410, 'rest_already_trashed', { kind: 'server', reason: 'failed', status: 410 }],
  ])('%i %s', (status, code, expected) =>
    expect(errorOf(refusal(status, code), '7')).toMatchObject(expected),
  );

  it('names the parameter that was refused, with the words of the site as text', () =>
    expect(errorOf(refusal(400, 'rest_invalid_param', { params: { status: 'no' } }))).toEqual({
      kind: 'validation',
      field: 'status',
      reason: 'refused-by-site',
      detail: 'Няма „право“',
    }));

  it('tells a prompt in front of the site from WordPress’s own 401', () => {
    const prompt = answer(401, '<h1>Unauthorized</h1>', { 'WWW-Authenticate': 'Basic realm="x"' });
    expect(errorOf(prompt)).toMatchObject({ kind: 'auth-expired', reason: 'password-prompt' });
    expect(errorOf(answer(401, '<h1>No</h1>'))).toMatchObject({ reason: 'credentials' });
  });

  it.each([
    [403, '<html>Firewall</html>', 'html'],
    [502, '<html>Bad gateway</html>', 'html'],
    [500, '', 'failed'],
    [404, '{"error":"other software"}', 'failed'],
    [503, 'Busy', 'failed'],
  ])('%i with “%s” is %s', (status, body, reason) =>
    expect(errorOf(answer(status, body))).toMatchObject({ kind: 'server', reason, status }),
  );
});
