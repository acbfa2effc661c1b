import { describe, expect, it } from 'vitest';
import { decodeSlug, toSlug, uniqueSlug } from '../../../../main/practice-blog/text/slug.ts';
import { fc, forAll } from '../../../support/property.ts';

describe('toSlug', () => {
  // What a WordPress 6.8 made of the same titles.
  it.each([
    ['Q & A: "Why?" – it\'s <em>fun</em> — 5×5 (e.g. a/b)_c', 'q-a-why-its-fun-5x5-e-g-a-b_c'],
    ['Éèü ß Łódź œ', 'eeu-s-lodz-oe'],
    ['½', '%c2%bd'],
    ['...', ''],
    ['1984 година', '1984-%d0%b3%d0%be%d0%b4%d0%b8%d0%bd%d0%b0'],
    ['Smile :) "q" -- it\'s 5 < 6 & 7 &amp; 8', 'smile-q-its-5-6-8'],
  ])('makes of %j', (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });

  it('keeps й and ѝ whole, which are an и and an accent to Unicode', () => {
    expect(decodeSlug(toSlug('Той ѝ каза'))).toBe('той-ѝ-каза');
  });

  it('takes off the accent and the stroke of one letter', () => {
    expect(toSlug('Ǿ ǽ')).toBe('o-ae');
  });

  it('makes slugs that are their own slugs, at most 200 bytes, never cut inside a letter', async () => {
    await forAll(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
      const slug = toSlug(title);
      expect(slug).toMatch(/^([a-z0-9_-]|%[0-9a-f]{2})*$/);
      expect(slug.length).toBeLessThanOrEqual(200);
      expect(() => decodeURIComponent(slug)).not.toThrow();
      expect(toSlug(slug)).toBe(slug);
    });
  });
});

describe('uniqueSlug', () => {
  it('counts from 2, and never leaves digits alone', () => {
    const taken = new Set(['x', 'x-2']);
    expect(uniqueSlug('x', (slug) => taken.has(slug))).toBe('x-3');
    expect(uniqueSlug('1984', () => false)).toBe('1984-2');
  });

  it('makes room for the number within 200 bytes', () => {
    const long = toSlug('дълго'.repeat(20));
    const second = uniqueSlug(long, (slug) => slug === long);
    expect(second.length).toBeLessThanOrEqual(200);
    expect(second).toMatch(/-2$/);
  });
});
