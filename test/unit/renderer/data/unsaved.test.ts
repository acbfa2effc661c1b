import { expect, it } from 'vitest';
import { flushUnsaved, registerUnsaved, unsavedWords } from '../../../../renderer/data/unsaved.ts';

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

it('collects the words that nobody could save', () => {
  const flush = async () => false;
  const forget = [
    registerUnsaved(flush, () => 'Post'),
    registerUnsaved(flush, () => ''),
    registerUnsaved(flush),
    registerUnsaved(flush, () => 'Reply'),
  ];
  expect(unsavedWords()).toBe('Post\n\nReply');
  for (const one of forget) one();
  expect(unsavedWords()).toBe('');
});
