import { describe, expect, it } from 'vitest';
import { contract } from '../../../../preload/contract/index.ts';
import { createChangeTracker, dependents } from '../../../../renderer/data/changes.ts';

const questionsOf = (change: ReturnType<ReturnType<typeof createChangeTracker>>) =>
  change.kind === 'some' ? [...change.questions] : change.kind;

describe('following the revision of the library', () => {
  it('names the questions that depend on the changed parts', () => {
    const track = createChangeTracker();
    expect(questionsOf(track({ revision: 7, parts: ['settings'] }))).toEqual(['app.state']);
    expect(questionsOf(track({ revision: 8, parts: ['replyDrafts', 'settings'] }))).toEqual([
      'comments.get',
      'app.state',
    ]);
  });

  it('drops what is not newer', () => {
    const track = createChangeTracker();
    track({ revision: 7, parts: ['posts'] });
    expect(track({ revision: 7, parts: ['posts'] })).toEqual({ kind: 'old' });
    expect(track({ revision: 3, parts: ['posts'] })).toEqual({ kind: 'old' });
    expect(track({ revision: 8, parts: ['posts'] }).kind).toBe('some');
  });

  it('asks for everything after a gap, then goes on', () => {
    const track = createChangeTracker();
    track({ revision: 1, parts: ['posts'] });
    expect(track({ revision: 3, parts: ['posts'] })).toEqual({ kind: 'all' });
    expect(track({ revision: 4, parts: ['posts'] }).kind).toBe('some');
  });
});

describe('what depends on a part', () => {
  it('names only calls that exist', () => {
    const known = Object.entries(contract).flatMap(([area, calls]) =>
      Object.keys(calls).map((name) => `${area}.${name}`),
    );
    expect(
      Object.values(dependents)
        .flat()
        .filter((question) => !known.includes(question)),
    ).toEqual([]);
  });

  const READERS = ['list', 'counts', 'get', 'thread', 'state', 'setAside', 'damaged', 'lost'];

  it('leaves no list, count or detail of the library behind', () => {
    const named = new Set(Object.values(dependents).flat());
    const readers = Object.entries(contract).flatMap(([area, calls]) =>
      Object.keys(calls)
        .filter((name) => READERS.includes(name))
        .map((name) => `${area}.${name}`),
    );
    expect(readers.filter((reader) => !named.has(reader as never))).toEqual([]);
  });
});
