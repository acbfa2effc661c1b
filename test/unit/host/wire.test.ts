import { describe, expect, it } from 'vitest';
import { wire } from '../../host/wire.ts';
import { fc, forAll } from '../../support/property.ts';

const there = (value: unknown) => wire.decode(wire.encode(value));

describe('the wire', () => {
  it('gives back any value as structuredClone does', async () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: false,
      withNullPrototype: true,
    });
    await forAll(anything, (value) => {
      expect(there(value)).toEqual(structuredClone(value));
    });
  });

  it('keeps a date that is none', () => {
    expect(there([new Date(Number.NaN)])).toEqual([new Date(Number.NaN)]);
  });

  it('keeps cycles and shared parts', () => {
    const shared = { a: 1 };
    const value: Record<string, unknown> = { left: shared, right: shared, list: [undefined] };
    value.self = value;
    const copy = there(value) as typeof value;
    expect(copy.self).toBe(copy);
    expect(copy.left).toBe(copy.right);
    expect(copy.left).not.toBe(shared);
    expect(copy.list).toEqual([undefined]);
  });

  it('keeps the kind and message of an error', () => {
    const copy = there(new RangeError('too far')) as Error;
    expect(copy).toBeInstanceOf(RangeError);
    expect(copy.message).toBe('too far');
  });

  it('keeps a key named __proto__ a key', () => {
    const copy = there(JSON.parse('{"__proto__": {"polluted": true}}')) as object;
    expect(Object.hasOwn(copy, '__proto__')).toBe(true);
    expect(Reflect.get(copy, 'polluted')).toBeUndefined();
  });

  it.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['one of them inside', { deep: [{ f() {} }] }],
  ])('refuses %s', (_what, value) => {
    expect(() => wire.encode(value)).toThrow('An object could not be cloned.');
  });
});
