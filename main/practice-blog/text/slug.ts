/** WordPress cuts slugs to 200 bytes, counted in their percent-encoded form. */
const MAX_BYTES = 200;

const ligatures: Record<string, string> = {
  ß: 's',
  ł: 'l',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  '×': 'x',
};

/** A title or a wished slug as WordPress stores it: lower case, hyphens, everything but ASCII percent-encoded. */
export function toSlug(text: string): string {
  const plain = decodeSlug(text.replace(/<[^>]*>/g, ''))
    .toLowerCase()
    .replace(/[À-ɏ×]/g, withoutAccent)
    // From any `&` to the next `;`: WordPress's pattern for entities is as greedy as that.
    .replace(/&.+?;/g, '')
    .replace(/[./–—\s\u00a0]+/g, '-')
    // Punctuation outside ASCII that WordPress drops instead of encoding.
    .replace(/[¡¿«»‹›“”‘’‚‛„‟•©®°…™´]/g, '');
  return cutSlug(encodePlain(plain).replace(/-+/g, '-').replace(/^-|-$/g, ''), MAX_BYTES);
}

/** A slug readable again, as `?slug=` may give it and as `generated_slug` shows it. */
export function decodeSlug(slug: string): string {
  return slug.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** Finds the free form of a slug: `x`, `x-2`, `x-3`… A number alone would look like a page of an archive, so it is never free. */
export function uniqueSlug(slug: string, isTaken: (candidate: string) => boolean): string {
  const free = (candidate: string) => !isTaken(candidate) && !/^\d+$/.test(candidate);
  if (free(slug)) return slug;
  for (let n = 2; ; n += 1) {
    const suffix = `-${n}`;
    const candidate = `${cutSlug(slug, MAX_BYTES - suffix.length)}${suffix}`;
    if (free(candidate)) return candidate;
  }
}

function withoutAccent(letter: string): string {
  // The accent first: what is left of ǿ is an ø.
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return ligatures[base] ?? base;
}

function encodePlain(text: string): string {
  return Array.from(text, (char) => {
    if (/[a-z0-9_-]/.test(char)) return char;
    return char.charCodeAt(0) < 0x80 ? '' : encodeURIComponent(char.toWellFormed()).toLowerCase();
  }).join('');
}

/** Cuts between characters, never inside a percent-encoded one. */
function cutSlug(slug: string, bytes: number): string {
  let cut = '';
  for (const char of decodeSlug(slug)) {
    const piece = char.charCodeAt(0) < 0x80 ? char : encodeURIComponent(char).toLowerCase();
    if (cut.length + piece.length > bytes) break;
    cut += piece;
  }
  return cut.replace(/-+$/, '');
}
