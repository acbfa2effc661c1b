import { expect, it } from 'vitest';
import { flushUnsaved, registerUnsaved } from '../../../../renderer/data/unsaved.ts';

it('saves all that is registered and says whether all of it is safe', async () => {
  const saved: string[] = [];
  const forgetPost = registerUnsaved(async () => saved.push('post') > 0);
  const forgetReply = registerUnsaved(async () => false);
  expect(await flushUnsaved()).toBe(false);
  forgetReply();
  expect(await flushUnsaved()).toBe(true);
  forgetPost();
  expect(await flushUnsaved()).toBe(true);
  expect(saved).toEqual(['post', 'post']);
});
