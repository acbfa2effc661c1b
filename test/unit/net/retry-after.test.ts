import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../main/net/retry-after.ts';

const now = () => Date.parse('2026-11-22T12:00:00Z');
const seconds = (headers: Record<string, string>) => retryAfterSeconds(new Headers(headers), now);

describe('retryAfterSeconds', () => {
  it('reads seconds', () => expect(seconds({ 'Retry-After': '120' })).toBe(120));
  it('reads a date by the server clock, two years off from ours', () =>
    expect(
      seconds({
        'Retry-After': 'Fri, 22 Nov 2024 12:00:30 GMT',
        Date: 'Fri, 22 Nov 2024 12:00:00 GMT',
      }),
    ).toBe(30));
  it('reads a date by our clock when the server tells no time', () =>
    expect(seconds({ 'Retry-After': 'Sun, 22 Nov 2026 12:01:00 GMT' })).toBe(60));
  it('never gives less than zero', () =>
    expect(seconds({ 'Retry-After': 'Sun, 22 Nov 2026 11:00:00 GMT' })).toBe(0));
  it('gives null for what it cannot read', () => {
    expect(seconds({})).toBeNull();
    expect(seconds({ 'Retry-After': 'soon' })).toBeNull();
    expect(seconds({ 'Retry-After': '-5' })).toBeNull();
    expect(seconds({ 'Retry-After': '99999999999999' })).toBeNull();
    expect(seconds({ 'Retry-After': '9'.repeat(400) })).toBeNull();
  });
});
