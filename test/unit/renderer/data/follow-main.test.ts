import { describe, expect, it } from 'vitest';
import type { EventName, EventPayload } from '../../../../preload/contract/events.ts';
import { followMain } from '../../../../renderer/data/follow-main.ts';
import { createQueryClient } from '../../../../renderer/data/query-client.ts';
import { eventually } from '../../../support/eventually.ts';

const idle: EventPayload<'progress'> = {
  siteId: 'a',
  phase: 'idle',
  done: 0,
  total: 0,
  what: 'none',
  pulledAt: null,
  error: null,
  offlineSince: null,
  nextTryAt: null,
};

/** The bridge's events, sent by hand. */
function eventSource() {
  const listeners = new Map<EventName, (payload: never) => void>();
  return {
    on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => {
      listeners.set(name, listener);
      return () => listeners.delete(name);
    },
    send: <N extends EventName>(name: N, payload: EventPayload<N>) => listeners.get(name)?.(payload as never),
    listening: () => listeners.size,
  };
}

function started() {
  const client = createQueryClient();
  const source = eventSource();
  const stop = followMain(client, source as never);
  client.setQueryData(['posts', 'get', { postId: '1' }], { title: 'A' });
  client.setQueryData(['outbox', 'counts', {}], { waiting: 1, needsYou: 0 });
  client.setQueryData(
    ['sites', 'list', {}],
    [
      { id: 'a', sync: idle },
      { id: 'b', sync: { ...idle, siteId: 'b' } },
    ],
  );
  const isStale = (...key: unknown[]) => client.getQueryState(key)?.isInvalidated;
  return { client, source, stop, isStale };
}

describe('keeping the cache in step with main', () => {
  it('asks again only for what depends on the changed part', () => {
    const { source, isStale } = started();
    source.send('changed', { revision: 1, parts: ['outbox'] });
    expect(isStale('outbox', 'counts', {})).toBe(true);
    expect(isStale('posts', 'get', { postId: '1' })).toBe(true);
    expect(isStale('sites', 'list', {})).toBe(false);
  });

  it('ignores an older event and asks for everything after a gap', () => {
    const { client, source, isStale } = started();
    source.send('changed', { revision: 5, parts: ['settings'] });
    source.send('changed', { revision: 4, parts: ['outbox'] });
    expect(isStale('outbox', 'counts', {})).toBe(false);
    client.setQueryData(['app', 'state', {}], {});
    source.send('changed', { revision: 9, parts: [] });
    expect(isStale('outbox', 'counts', {})).toBe(true);
    expect(isStale('app', 'state', {})).toBe(true);
  });

  it('shows progress in the site it belongs to, without asking again', () => {
    const { client, source, isStale } = started();
    const pulling: typeof idle = { ...idle, phase: 'pulling', what: 'posts', done: 40, total: 120 };
    source.send('progress', pulling);
    expect(client.getQueryData(['sites', 'list', {}])).toEqual([
      { id: 'a', sync: pulling },
      { id: 'b', sync: { ...idle, siteId: 'b' } },
    ]);
    expect(isStale('sites', 'list', {})).toBe(false);
  });

  it('does not take an answer for fresh because progress was put into it', () => {
    const { source, isStale } = started();
    source.send('changed', { revision: 1, parts: ['sites'] });
    source.send('progress', idle);
    expect(isStale('sites', 'list', {})).toBe(true);
  });

  it('asks again for a first answer that left main before the change', async () => {
    const { client, source, isStale } = started();
    const queryKey = ['outbox', 'list', {}];
    const answer = Promise.withResolvers<{ waiting: number }>();
    const first = client.fetchQuery({ queryKey, queryFn: () => answer.promise });
    source.send('changed', { revision: 1, parts: ['outbox'] });
    answer.resolve({ waiting: 0 });
    expect(await first).toEqual({ waiting: 0 });
    await eventually(() => expect(isStale(...queryKey)).toBe(true));
  });

  it('stops listening', () => {
    const { source, stop } = started();
    stop();
    expect(source.listening()).toBe(0);
  });
});
