import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppError } from '../../../../main/domain/app-error.ts';
import { err, ok, type Result } from '../../../../main/domain/result.ts';
import { flushUnsaved, unsavedWords } from '../../../../renderer/data/unsaved.ts';
import { createDraftSaver } from '../../../../renderer/features/comments/draft-saver.ts';
import {
  giveBack,
  isBegun,
  repliesSaving,
  replySession,
  watchReplies,
} from '../../../../renderer/features/comments/reply-sessions.ts';

const full: AppError = { kind: 'storage', reason: 'full', file: 'replies.json' };

/** A library whose disk can be full, and slow. */
function library() {
  const disk = { words: '', answer: ok({}) as Result<unknown, AppError>, ms: 10 };
  const save = async (words: string) => {
    await new Promise((resolve) => setTimeout(resolve, disk.ms));
    if (disk.answer.ok) disk.words = words;
    return disk.answer;
  };
  const sent = vi.fn(() => {
    disk.words = '';
  });
  /** Opens the box of a comment, with the draft that the page knows. */
  const openBox = (commentId: string, draft = '') => {
    const session = replySession(commentId, () => createDraftSaver(save, draft), sent);
    return { session, closeBox: session.show() };
  };
  return { disk, openBox, sent };
}

/** What a promise has come to by now. */
const settled = async (promise: Promise<unknown>) => {
  await vi.advanceTimersByTimeAsync(1000);
  return Promise.race([promise, Promise.resolve('still open')]);
};

let comment = '';
beforeEach((context) => {
  vi.useFakeTimers();
  comment = context.task.id;
});
afterEach(async () => {
  // What a test began is done before the next one: the sessions are those of the whole page.
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
});

test('whether the words of all replies are on disk is known, also behind a closed box', async () => {
  const { disk, openBox } = library();
  const told: string[] = [];
  const stop = watchReplies(
    () => void (told.at(-1) !== repliesSaving().kind && told.push(repliesSaving().kind)),
  );
  disk.answer = err(full);
  const { session, closeBox } = openBox(comment);
  session.typed('Благодаря');
  expect(repliesSaving()).toEqual({ kind: 'typing' });
  closeBox();
  await vi.advanceTimersByTimeAsync(1000);
  expect(repliesSaving()).toEqual({ kind: 'failed', error: full });
  disk.answer = ok({});
  await vi.advanceTimersByTimeAsync(3000);
  expect(repliesSaving()).toEqual({ kind: 'saved' });
  expect(told).toEqual(['typing', 'failed', 'saved']);
  stop();
});

describe('words that come back', () => {
  test('join those that are being written, on screen and on disk', async () => {
    const { disk, openBox } = library();
    const { session, closeBox } = openBox(comment);
    session.typed('пиша друго');
    giveBack(comment, 'Благодаря!');
    expect(session.now().words).toBe('пиша друго\n\nБлагодаря!');
    closeBox();
    await vi.advanceTimersByTimeAsync(1000);
    expect(disk.words).toBe('пиша друго\n\nБлагодаря!');
  });

  test('are all there is in an empty box', () => {
    const { openBox } = library();
    const { session } = openBox(comment);
    giveBack(comment, 'Благодаря!');
    expect(session.now().words).toBe('Благодаря!');
  });

  test('are left to the library where nobody writes', () => {
    giveBack(comment, 'Благодаря!');
    expect(isBegun(comment, '')).toBe(false);
  });
});

describe('coming back to a comment', () => {
  test('the newest words are there before they are on disk', async () => {
    const { disk, openBox } = library();
    const first = openBox(comment);
    first.session.typed('чакам новините');
    first.closeBox();
    expect(isBegun(comment, '')).toBe(true);
    const again = openBox(comment, 'чакам');
    expect(again.session.now().words).toBe('чакам новините');
    again.session.typed('чакам новините от вас');
    again.closeBox();
    await vi.advanceTimersByTimeAsync(1000);
    expect(disk.words).toBe('чакам новините от вас');
  });

  test('the words of the library are taken once everything is on disk', async () => {
    const { openBox } = library();
    const first = openBox(comment);
    first.session.typed('старо');
    first.closeBox();
    await vi.advanceTimersByTimeAsync(1000);
    expect(isBegun(comment, '')).toBe(false);
    const again = openBox(comment, 'върнато от изходящите');
    expect(again.session.now().words).toBe('върнато от изходящите');
    again.closeBox();
  });

  test('a box that is emptied stays open; one that was emptied and left does not open', () => {
    const { openBox } = library();
    const { session, closeBox } = openBox(comment, 'начало');
    session.typed('');
    expect(isBegun(comment, 'начало')).toBe(true);
    closeBox();
    expect(isBegun(comment, 'начало')).toBe(false);
  });
});

describe('closing the window', () => {
  test('waits for words whose box is gone', async () => {
    const { disk, openBox } = library();
    disk.ms = 500;
    const { session, closeBox } = openBox(comment);
    session.typed('последно');
    closeBox();
    const safe = flushUnsaved();
    expect(disk.words).toBe('');
    expect(await settled(safe)).toBe(true);
    expect(disk.words).toBe('последно');
  });

  test('tells that words are not safe, with or without their box, until the disk takes them', async () => {
    const { disk, openBox } = library();
    disk.answer = err(full);
    const { session, closeBox } = openBox(comment);
    session.typed('да не се загуби');
    closeBox();
    expect(await settled(flushUnsaved())).toBe(false);
    expect(unsavedWords()).toBe('да не се загуби');
    disk.answer = ok({});
    await vi.advanceTimersByTimeAsync(3000);
    expect(disk.words).toBe('да не се загуби');
    expect(unsavedWords()).toBe('');
    expect(isBegun(comment, '')).toBe(false);
  });
});

describe('sending', () => {
  test('takes the newest words, once, and leaves nothing to save', async () => {
    const { disk, openBox, sent } = library();
    const { session, closeBox } = openBox(comment);
    session.typed('Каня се!');
    const carried: string[] = [];
    const carry = async (words: string) => carried.push(words) > 0;
    const both = Promise.all([session.send(carry), session.send(carry)]);
    expect(session.now().sending).toBe(true);
    session.typed('Каня се! И пак');
    await settled(both);
    expect(carried).toEqual(['Каня се!']);
    expect(sent).toHaveBeenCalledTimes(1);
    expect(session.now()).toEqual({ words: '', state: { kind: 'untouched' }, sending: false });
    closeBox();
    await vi.advanceTimersByTimeAsync(5000);
    expect(disk.words).toBe('');
  });

  test('does not begin while the words cannot be saved', async () => {
    const { disk, openBox, sent } = library();
    disk.answer = err(full);
    const { session, closeBox } = openBox(comment);
    session.typed('на пълен диск');
    const carry = vi.fn(async () => true);
    await settled(session.send(carry));
    expect(carry).not.toHaveBeenCalled();
    expect(sent).not.toHaveBeenCalled();
    expect(session.now()).toEqual({
      words: 'на пълен диск',
      state: { kind: 'failed', error: full },
      sending: false,
    });
    expect(await settled(flushUnsaved())).toBe(false);
    disk.answer = ok({});
    await settled(session.send(carry));
    expect(carry).toHaveBeenCalledExactlyOnceWith('на пълен диск');
    closeBox();
  });

  test('that fails leaves the words in their box, saved, and what is typed then is saved too', async () => {
    const { disk, openBox, sent } = library();
    const { session, closeBox } = openBox(comment);
    session.typed('опит');
    await settled(session.send(async () => false));
    expect(sent).not.toHaveBeenCalled();
    expect(disk.words).toBe('опит');
    session.typed('втори опит');
    disk.answer = err(full);
    expect(await settled(flushUnsaved())).toBe(false);
    disk.answer = ok({});
    await vi.advanceTimersByTimeAsync(3000);
    expect(disk.words).toBe('втори опит');
    closeBox();
  });
});

describe('leaving while a reply is sent', () => {
  test('lets it go on; coming back shows that it goes on', async () => {
    const { openBox } = library();
    const first = openBox(comment);
    first.session.typed('по пътя');
    const sending = first.session.send(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5000));
      return true;
    });
    first.closeBox();
    await vi.advanceTimersByTimeAsync(1000);
    const again = openBox(comment, 'по пътя');
    expect(again.session.now()).toMatchObject({ words: 'по пътя', sending: true });
    await vi.advanceTimersByTimeAsync(5000);
    await sending;
    expect(again.session.now()).toMatchObject({ words: '', sending: false });
    again.closeBox();
  });
});
