import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { Operation } from '../../../main/domain/operation.ts';
import { type SiteStanding, waiting } from '../../../main/domain/waiting.ts';
import { anOperation } from '../../support/builders.ts';

const HOST = 'bavnivlakove.example';
const LATER = '2026-11-10T10:00:05.000Z';
const silent: AppError = { kind: 'offline', reason: 'refused', host: HOST };
const noPassword: AppError = { kind: 'auth-expired', reason: 'no-password-here', host: HOST };
const prompt: AppError = { kind: 'auth-expired', reason: 'password-prompt', host: HOST };
const page: AppError = { kind: 'server', reason: 'html', status: 503, code: '', host: HOST };
const fine: SiteStanding = { needsPassword: false, error: null };
const locked: SiteStanding = { needsPassword: true, error: noPassword };

describe('what an operation waits for', () => {
  test.each<[string, Partial<Operation>, string | undefined, SiteStanding, string, AppError | null]>([
    ['nothing but its turn', {}, undefined, fine, 'turn', null],
    ['its site to say whether it has it', { checkFirst: true }, 'op-0', fine, 'check', null],
    [
      'its site to say so, once it answers',
      { checkFirst: true },
      undefined,
      { ...fine, error: silent },
      'check',
      silent,
    ],
    [
      'the password, before its site can be asked',
      { checkFirst: true },
      undefined,
      locked,
      'password',
      noPassword,
    ],
    ['the password', {}, undefined, locked, 'password', noPassword],
    [
      'the password, whatever it met with before',
      { lastError: silent },
      'op-0',
      locked,
      'password',
      noPassword,
    ],
    [
      'the password, though it may have arrived',
      { state: 'sent-unconfirmed' },
      undefined,
      locked,
      'password',
      noPassword,
    ],
    [
      'the password of a site that was silent first',
      {},
      undefined,
      { ...locked, error: silent },
      'password',
      null,
    ],
    [
      'the site’s answer whether it arrived',
      { state: 'sent-unconfirmed', lastError: page },
      undefined,
      fine,
      'answer',
      page,
    ],
    ['an earlier one', { lastError: silent }, 'op-0', { ...fine, error: silent }, 'order', null],
    ['a site that does not answer', {}, undefined, { ...fine, error: silent }, 'network', silent],
    ['a pause of its site', {}, undefined, { ...fine, error: prompt }, 'pause', prompt],
    ['a pause of its own', { lastError: page, notBefore: LATER }, undefined, fine, 'pause', page],
    ['its turn, once the site answers others', { lastError: silent }, undefined, fine, 'turn', null],
  ])('%s', (_name, over, before, site, waitingFor, error) => {
    const after = waitingFor === 'order' ? before : null;
    expect(waiting(anOperation(over), before, site)).toEqual({ waitingFor, error, after });
  });

  test.each(['sending', 'done', 'failed', 'cancelled'] as const)('%s waits for nothing', (state) => {
    expect(waiting(anOperation({ state }), 'op-0', locked)).toBeNull();
  });
});
