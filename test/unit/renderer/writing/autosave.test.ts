import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../main/domain/app-error.ts';
import {
  type Autosave,
  type AutosaveEvent,
  advance,
  dueAt,
  isDirty,
  opened,
  phaseOf,
} from '../../../../renderer/features/writing/autosave.ts';
import { fc, forAll } from '../../../support/property.ts';

const full: AppError = { kind: 'storage', reason: 'full', file: 'library.json' };
const having = (...events: AutosaveEvent[]): Autosave => events.reduce(advance, opened(4));
const typed = (at: number): AutosaveEvent => ({ type: 'typed', at });
const left: AutosaveEvent = { type: 'left' };
const arrived = (carried: number, revision: number): AutosaveEvent => ({
  type: 'arrived',
  carried,
  revision,
});
const failed = (carried: number, at: number): AutosaveEvent => ({ type: 'failed', carried, error: full, at });

describe('when a save is due', () => {
  it('not at all while nothing was typed', () => {
    expect(dueAt(opened(4))).toBeNull();
    expect(phaseOf(opened(4))).toBe('saved');
  });

  it('700 ms after the newest keystroke', () => {
    expect(dueAt(having(typed(1000)))).toBe(1700);
    expect(dueAt(having(typed(1000), typed(1500)))).toBe(2200);
  });

  it('at the latest 5 s after the first keystroke that still waits', () => {
    const keys = Array.from({ length: 40 }, (_, index) => typed(1000 + index * 200));
    expect(dueAt(having(...keys))).toBe(6000);
  });

  it('not while one is on its way', () => {
    expect(dueAt(having(typed(0), left))).toBeNull();
    expect(dueAt(having(typed(0), left, typed(10)))).toBeNull();
  });

  it('for what was typed meanwhile, once the answer came', () => {
    expect(dueAt(having(typed(0), left, typed(100), arrived(1, 5)))).toBe(800);
    expect(dueAt(having(typed(0), left, arrived(1, 5)))).toBeNull();
  });

  it('2 s after a failure, however much is typed', () => {
    expect(dueAt(having(typed(0), left, failed(1, 900)))).toBe(2900);
    expect(dueAt(having(typed(0), left, failed(1, 900), typed(950), typed(990)))).toBe(2900);
  });
});

describe('what the status line may say', () => {
  it('"typing" from the first key, "saving" once all words are on their way, "saved" after the answer', () => {
    expect(phaseOf(having(typed(0)))).toBe('typing');
    expect(phaseOf(having(typed(0), left))).toBe('saving');
    expect(phaseOf(having(typed(0), left, arrived(1, 5)))).toBe('saved');
  });

  it('never "saved" for an answer that lacks the newest words', () => {
    const state = having(typed(0), left, typed(100), arrived(1, 5));
    expect(phaseOf(state)).toBe('typing');
    expect(state.revision).toBe(5);
    expect(phaseOf([left, arrived(2, 6)].reduce(advance, state))).toBe('saved');
  });

  it('the failure until a save has succeeded', () => {
    const state = having(typed(0), left, failed(1, 900));
    expect(phaseOf(state)).toBe('failed');
    expect(state.failure?.error).toEqual(full);
    expect(phaseOf([typed(950), left].reduce(advance, state))).toBe('failed');
    expect(phaseOf([typed(950), left, arrived(2, 5)].reduce(advance, state))).toBe('saved');
  });
});

describe('answers out of order', () => {
  it('ignores one that belongs to no save on its way', () => {
    const state = having(typed(0));
    expect(advance(state, arrived(1, 9))).toEqual(state);
    expect(advance(state, failed(1, 9))).toEqual(state);
  });

  it('ignores one that belongs to an earlier save', () => {
    const state = having(typed(0), left, failed(1, 10), typed(20), left);
    expect(advance(state, arrived(1, 9))).toEqual(state);
  });

  it('does not let a revision go back', () => {
    expect(advance(having(typed(0), left, arrived(1, 8)), { type: 'moved', revision: 6 }).revision).toBe(8);
  });
});

const step = fc.constantFrom('type', 'leave', 'arrive', 'fail', 'late');

describe('any order of events', () => {
  it('calls words saved only if the last arrived save carried them, and never forgets to save', async () => {
    await forAll(fc.array(step, { maxLength: 60 }), (steps) => {
      let state = opened(0);
      let onDisk = 0;
      steps.forEach((name, at) => {
        if (name === 'type') state = advance(state, typed(at));
        if (name === 'leave' && dueAt(state) !== null) state = advance(state, left);
        if (name === 'late') state = advance(state, arrived((state.saving ?? 0) - 1, 999));
        if (name === 'fail' && state.saving !== null) state = advance(state, failed(state.saving, at));
        if (name === 'arrive' && state.saving !== null) {
          onDisk = state.saving;
          state = advance(state, arrived(onDisk, at));
        }
        expect(phaseOf(state) === 'saved').toBe(onDisk === state.typed);
        expect(isDirty(state) && state.saving === null).toBe(dueAt(state) !== null);
      });
    });
  });
});
