import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppError } from '../../../../main/domain/app-error.ts';
import { err, ok, type Result } from '../../../../main/domain/result.ts';
import { createDraftSaver } from '../../../../renderer/features/comments/draft-saver.ts';

const full: AppError = { kind: 'storage', reason: 'full', file: 'replies.json' };

/** A library that answers when told to. */
function library() {
  const saved: string[] = [];
  const answers: ((answer: Result<unknown, AppError>) => void)[] = [];
  const save = (text: string) => {
    saved.push(text);
    return new Promise<Result<unknown, AppError>>((answer) => answers.push(answer));
  };
  const answer = async (result: Result<unknown, AppError> = ok({})) => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saved, save, answer };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('says saved only when the library has confirmed the words on screen', async () => {
  const { saved, save, answer } = library();
  const saver = createDraftSaver(save, '');
  expect(saver.state().kind).toBe('untouched');
  saver.typed('чудесно');
  expect(saver.state().kind).toBe('typing');
  await vi.advanceTimersByTimeAsync(400);
  expect(saved).toEqual(['чудесно']);
  expect(saver.state().kind).toBe('typing');
  saver.typed('чудесно!');
  await answer();
  expect(saver.state().kind).toBe('typing');
  await vi.advanceTimersByTimeAsync(400);
  await answer();
  expect(saved).toEqual(['чудесно', 'чудесно!']);
  expect(saver.state().kind).toBe('saved');
});

test('saves at least once a second while typing goes on', async () => {
  const { saved, save } = library();
  const saver = createDraftSaver(save, '');
  for (let letters = 1; letters <= 11; letters += 1) {
    saver.typed('а'.repeat(letters));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved).toHaveLength(1);
});

test('a failed save is told and tried again', async () => {
  const { saved, save, answer } = library();
  const saver = createDraftSaver(save, '');
  saver.typed('да');
  await vi.advanceTimersByTimeAsync(400);
  await answer(err(full));
  expect(saver.state()).toEqual({ kind: 'failed', error: full });
  expect(saver.unsaved()).toBe('да');
  await vi.advanceTimersByTimeAsync(2000);
  await answer();
  expect(saved).toEqual(['да', 'да']);
  expect(saver.state().kind).toBe('saved');
  expect(saver.unsaved()).toBe('');
});

test('flush saves at once, also what was typed while a save was on its way', async () => {
  const { saved, save, answer } = library();
  const saver = createDraftSaver(save, 'начало');
  saver.typed('едно');
  const safe = saver.flush();
  saver.typed('две');
  await answer();
  await answer();
  expect(await safe).toBe(true);
  expect(saved).toEqual(['едно', 'две']);
});

test('flush saves nothing that is safe already, and says so when it cannot save', async () => {
  const { saved, save, answer } = library();
  const saver = createDraftSaver(save, 'начало');
  expect(await saver.flush()).toBe(true);
  saver.typed('още');
  const safe = saver.flush();
  await answer(err(full));
  await answer(err(full));
  expect(await safe).toBe(false);
  expect(saved).toHaveLength(2);
});

test('a reply that is being sent does not come back as a draft, until something is typed', async () => {
  const { saved, save } = library();
  const saver = createDraftSaver(save, '');
  saver.typed('изпратено');
  saver.rest();
  expect(await saver.flush()).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(saved).toEqual([]);
  saver.typed('изпратено?');
  await vi.advanceTimersByTimeAsync(400);
  expect(saved).toEqual(['изпратено?']);
});

test('tells its listeners, until they leave', () => {
  const saver = createDraftSaver(library().save, '');
  const heard = vi.fn();
  const leave = saver.subscribe(heard);
  saver.typed('а');
  leave();
  saver.typed('аб');
  expect(heard).toHaveBeenCalledTimes(1);
});
