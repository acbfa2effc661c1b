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
  expect(saver.isSafe()).toBe(false);
  expect(saver.words()).toBe('да');
  await vi.advanceTimersByTimeAsync(2000);
  await answer();
  expect(saved).toEqual(['да', 'да']);
  expect(saver.state().kind).toBe('saved');
  expect(saver.isSafe()).toBe(true);
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

test('is not safe while words that are no longer wanted are being saved', async () => {
  const { saved, save, answer } = library();
  const saver = createDraftSaver(save, 'да');
  saver.typed('да, но');
  await vi.advanceTimersByTimeAsync(400);
  saver.typed('да');
  expect(saver.isSafe()).toBe(false);
  const safe = saver.flush();
  await answer();
  await answer();
  expect(await safe).toBe(true);
  expect(saved).toEqual(['да, но', 'да']);
});

test('words that have left are not saved as a draft again', async () => {
  const { saved, save } = library();
  const saver = createDraftSaver(save, '');
  saver.typed('изпратено');
  saver.empty();
  expect(saver.words()).toBe('');
  expect(saver.state().kind).toBe('untouched');
  expect(await saver.flush()).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(saved).toEqual([]);
});

test('tells of words typed while saving fails, and goes on saying that it fails', async () => {
  const { save, answer } = library();
  const saver = createDraftSaver(save, '');
  saver.typed('а');
  await vi.advanceTimersByTimeAsync(400);
  await answer(err(full));
  const heard = vi.fn();
  saver.subscribe(heard);
  saver.typed('аб');
  expect(heard).toHaveBeenCalledTimes(1);
  expect(saver.state().kind).toBe('failed');
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
