import { afterEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../../main/domain/result.ts';

/** The page as the preload prepares it: the exposed object is there before the first import. */
async function pageWith(counts: (input: unknown) => Promise<unknown>) {
  vi.resetModules();
  vi.stubGlobal('copydesk', { outbox: { counts } });
  return {
    ...(await import('../../../../renderer/data/request.ts')),
    ...(await import('../../../../renderer/data/use-call.ts')),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('asking main', () => {
  it('hands the input over and returns the result as it came', async () => {
    const counts = vi.fn(async () => ok({ waiting: 3, needsYou: 1 }));
    const { request } = await pageWith(counts);
    expect(await request('outbox', 'counts', {})).toEqual(ok({ waiting: 3, needsYou: 1 }));
    expect(counts).toHaveBeenCalledExactlyOnceWith({});
  });

  it('turns a broken bridge into an error value', async () => {
    const noise = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { request } = await pageWith(() => Promise.reject(new Error('no handler')));
    expect(await request('outbox', 'counts', {})).toEqual(err({ kind: 'bug', reportId: 'bridge' }));
    noise.mockRestore();
  });
});

describe('asking as a query', () => {
  it('throws the error value in an envelope that gives it back', async () => {
    const offline = { kind: 'offline', reason: 'refused', host: 'blog.example' } as const;
    const { callQuery, appErrorOf } = await pageWith(async () => err(offline));
    const failure = await callQuery('outbox', 'counts', {})
      .queryFn()
      .catch((problem: unknown) => problem);
    expect(appErrorOf(failure)).toEqual(offline);
  });

  it('takes any other failure for a defect', async () => {
    const { appErrorOf } = await pageWith(async () => ok({}));
    expect(appErrorOf(new TypeError('x'))).toEqual({ kind: 'bug', reportId: 'bridge' });
  });
});
