import { expect, test } from 'vitest';
import { whenReady } from '../../../main/bridge/early-calls.ts';
import { ok, type Result } from '../../../main/domain/result.ts';
import { channelNames } from '../../../preload/contract/index.ts';
import { ANSWER, openBridge } from './open-bridge.ts';

test('while the library is being loaded only what the first view needs is answered', async () => {
  const loaded = Promise.withResolvers<Result<null>>();
  const [posts, operations] = [Promise.withResolvers<Result<null>>(), Promise.withResolvers<Result<null>>()];
  const parts = { posts: posts.promise, operations: operations.promise };
  const ready = (name: string) => parts[name as keyof typeof parts];
  const answered = new Set<string>();
  for (const channel of channelNames) {
    void whenReady(channel, { loaded: loaded.promise, ready }).then(() => answered.add(channel));
  }
  await new Promise((resolve) => setImmediate(resolve));
  const first = [
    ...['app.openLink', 'app.readyToClose', 'app.state'],
    ...['comments.counts', 'comments.list', 'library.health', 'sites.list'],
  ];
  expect([...answered].sort()).toEqual(first);
  posts.resolve(ok(null));
  await new Promise((resolve) => setImmediate(resolve));
  expect([...answered].sort()).toEqual(first);
  operations.resolve(ok(null));
  await new Promise((resolve) => setImmediate(resolve));
  const then = ['outbox.counts', 'posts.counts', 'posts.list'];
  expect([...answered].sort()).toEqual([...first, ...then].sort());
  loaded.resolve(ok(null));
  await new Promise((resolve) => setImmediate(resolve));
  expect(answered.size).toBe(channelNames.length);
});

test('a call waits until it can be answered, and says why if it never can', async () => {
  const gate = Promise.withResolvers<Result<null>>();
  const { invoke, handler } = openBridge({ ready: () => gate.promise });
  const asked = invoke('app.state', {});
  await new Promise((resolve) => setImmediate(resolve));
  expect(handler).not.toHaveBeenCalled();
  gate.resolve(ok(null));
  expect(await asked).toEqual(ANSWER);
  const error = { kind: 'storage', reason: 'io', file: 'x' } as const;
  const never = openBridge({ ready: async () => ({ ok: false, error }) });
  expect(await never.invoke('app.state', {})).toEqual({ ok: false, error });
  expect(never.handler).not.toHaveBeenCalled();
});
