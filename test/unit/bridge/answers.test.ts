import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ok } from '../../../main/domain/result.ts';
import { StorageFailure } from '../../../main/library/storage-error.ts';
import { channelNames, contract } from '../../../preload/contract/index.ts';
import { ANSWER, openBridge } from './open-bridge.ts';
import { INPUT_BY_CHANNEL } from './valid-inputs.ts';

const BUG = { ok: false, error: { kind: 'bug', reportId: 'report-1' } };

test('every call of the contract is registered once, and nothing else', () => {
  expect(openBridge().channels.sort()).toEqual([...channelNames].sort());
  expect([...INPUT_BY_CHANNEL.keys()].sort()).toEqual([...channelNames].sort());
});

describe.each(channelNames)('%s', (channel) => {
  const input = INPUT_BY_CHANNEL.get(channel);

  test.each<[string, () => Promise<never>]>([
    [
      'throws',
      () => {
        throw new Error('secret-1');
      },
    ],
    ['throws later', () => Promise.reject(new TypeError('secret-1'))],
    ['throws a text', () => Promise.reject('secret-1')],
    ['throws nothing', () => Promise.reject(undefined)],
  ])('logs a handler that %s once, and keeps what it said to itself', async (_name, handler) => {
    const { invoke, reportBug } = openBridge({ handler });
    const answer = await invoke(channel, input);
    expect(answer).toEqual(BUG);
    expect(JSON.stringify(answer)).not.toContain('secret-1');
    expect(reportBug).toHaveBeenCalledTimes(1);
    expect(reportBug.mock.calls[0]?.[1]).toBe(channel);
  });

  test('checks what the handler answers where it is asked to', async () => {
    const drifted = async () => ok([{ drifted: true }, 7, null]);
    const checking = openBridge({ handler: drifted, checkOutputs: true });
    expect(await checking.invoke(channel, input)).toEqual(BUG);
    expect(checking.reportBug).toHaveBeenCalledTimes(1);
    const trusting = openBridge({ handler: drifted });
    expect(await trusting.invoke(channel, input)).toEqual(ok([{ drifted: true }, 7, null]));
  });

  test('hands expected failures on as they are', async () => {
    const { invoke, reportBug } = openBridge({ checkOutputs: true });
    expect(await invoke(channel, input)).toEqual(ANSWER);
    expect(reportBug).not.toHaveBeenCalled();
  });
});

test('a disk that does not give a text is an expected failure, not a bug', async () => {
  const error = { kind: 'storage', reason: 'io', file: '/library/bodies/ab/ab.txt' } as const;
  const { invoke, reportBug } = openBridge({ handler: () => Promise.reject(new StorageFailure(error)) });
  expect(await invoke('posts.counts', { siteId: null })).toEqual({ ok: false, error });
  expect(reportBug).not.toHaveBeenCalled();
});

test('a checked answer holds what the contract names and nothing more', async () => {
  const counts = { all: 4, drafts: 1, scheduled: 1, published: 2 };
  const handler = async () => ok({ ...counts, password: 'secret-1' });
  const { invoke } = openBridge({ handler, checkOutputs: true });
  expect(await invoke('posts.counts', { siteId: null })).toEqual(ok(counts));
});

test('handlers keep their object, so that classes can be handlers', async () => {
  const seen: unknown[] = [];
  const { invoke } = openBridge({
    handler: async function (this: unknown) {
      seen.push(this);
      return ANSWER;
    } as () => Promise<typeof ANSWER>,
  });
  await invoke('posts.counts', { siteId: null });
  expect(seen[0]).toHaveProperty('resolveConflict');
});

test('no answer has a place for a secret', () => {
  const properties = new Set<string>();
  const outputs = Object.values(contract).flatMap((calls) =>
    Object.values(calls).map(({ output }) => output),
  );
  for (const output of outputs) {
    JSON.stringify(z.toJSONSchema(output), (key, value) => {
      if (key === 'properties') for (const name of Object.keys(value)) properties.add(name);
      return value;
    });
  }
  expect(properties).toContain('userName');
  expect([...properties].filter((name) => /pass|secret|token|credential|login/i.test(name))).toEqual([
    'needsPassword',
  ]);
});
