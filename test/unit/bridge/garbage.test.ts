import { describe, expect, test } from 'vitest';
import { channelNames } from '../../../preload/contract/index.ts';
import { ANSWER, openBridge } from './open-bridge.ts';
import { INPUT_BY_CHANNEL } from './valid-inputs.ts';

/** Marks every value that must not come back: input can hold a password. */
const CANARY = 'canary-5f1c';
/** Longer than anything that the contract takes: a body has at most 20,000,000 characters. */
const HUGE = CANARY.padEnd(20_000_001, 'x');

/** Prototype pollution as it arrives from `JSON.parse` or a structured clone: an own property. */
const polluting = (input: object) =>
  Object.defineProperty({ ...input }, '__proto__', {
    value: { polluted: CANARY },
    enumerable: true,
    configurable: true,
  });

const WHOLE: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['NaN', Number.NaN],
  ['a big number', 10n],
  ['a truth', true],
  ['a text', CANARY],
  ['a huge text', HUGE],
  ['JSON', `{"siteId":"${CANARY}"}`],
  ['a list', [CANARY]],
  ['a list of inputs', [{}]],
  ['bytes', new TextEncoder().encode(CANARY)],
];

/** Values that no field of any call takes. */
const FIELD: [string, unknown][] = [
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['a fraction', -0.5],
  ['an infinite number', Number.POSITIVE_INFINITY],
  ['a number beyond the safe ones', 2 ** 53],
  ['an object', { toString: CANARY }],
  ['a nested list', [[CANARY]]],
  ['an object that poses as a text', new String(CANARY)],
  ['a huge text', HUGE],
];

const reader = openBridge();

async function refused(channel: string, input: unknown): Promise<{ field: string; detail: string }> {
  reader.handler.mockClear();
  const answer = (await reader.invoke(channel, input)) as { error: { field: string; detail: string } };
  expect(answer).toEqual({
    ok: false,
    error: {
      kind: 'validation',
      field: expect.any(String),
      reason: 'malformed',
      detail: expect.any(String),
    },
  });
  expect(JSON.stringify(answer)).not.toContain(CANARY);
  expect(reader.handler).not.toHaveBeenCalled();
  expect(reader.reportBug).not.toHaveBeenCalled();
  return answer.error;
}

describe.each(channelNames)('%s', (channel) => {
  const valid = INPUT_BY_CHANNEL.get(channel) ?? {};
  const fields = Object.keys(valid);

  test.each(WHOLE)('refuses %s', async (_name, input) => {
    await refused(channel, input);
  });

  test('refuses what it did not ask for', async () => {
    await refused(channel, { ...valid, extra: CANARY });
    await refused(channel, { ...valid, [CANARY]: 1 });
    await refused(channel, { ...valid, constructor: { prototype: { polluted: CANARY } } });
  });

  test('refuses what would reach into prototypes, and nothing is polluted', async () => {
    await refused(channel, polluting(valid));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  if (fields.length > 0) {
    test.each(fields)('names %s if it is wrong, never its value', async (field) => {
      for (const [, value] of FIELD) {
        const error = await refused(channel, { ...valid, [field]: value });
        expect(error.field.split('.')[0]).toBe(field);
      }
    });
  }
});

test.each<[string, Record<string, unknown>]>([
  ['posts.list', { limit: 201 }],
  ['posts.list', { limit: 0 }],
  ['posts.list', { offset: -1 }],
  ['posts.list', { filter: 'trash' }],
  ['posts.get', { postId: '' }],
  ['posts.get', { postId: 'x'.repeat(201) }],
  ['posts.save', { title: 'x'.repeat(1_000_001) }],
  ['posts.send', { status: 'trash' }],
  ['comments.decide', { commentIds: [] }],
  ['comments.decide', { commentIds: Array.from({ length: 101 }, (_, n) => `site-1/${n}`) }],
  ['comments.decide', { decision: 'delete' }],
  ['comments.reply', { content: '' }],
  ['comments.reply', { content: 'x'.repeat(1_000_001) }],
  ['sites.connect', { password: '' }],
  ['sites.connect', { keep: 'library' }],
  ['app.openLink', { url: 'x'.repeat(4001) }],
  ['app.changeSettings', { language: 'de' }],
  ['app.rememberPlace', { filter: 'x'.repeat(41) }],
])('%s has limits: %o', async (channel, over) => {
  const { field } = await refused(channel, { ...INPUT_BY_CHANNEL.get(channel), ...over });
  expect(field.split('.')[0]).toBe(Object.keys(over)[0]);
});

test('a body of twenty million characters and a batch of a hundred are taken', async () => {
  const { invoke } = openBridge();
  const body = 'ж'.repeat(20_000_000);
  expect(await invoke('posts.save', { ...INPUT_BY_CHANNEL.get('posts.save'), body })).toEqual(ANSWER);
  const commentIds = Array.from({ length: 100 }, (_, n) => `site-1/${n}`);
  expect(await invoke('comments.decide', { commentIds, decision: 'spam' })).toEqual(ANSWER);
});
