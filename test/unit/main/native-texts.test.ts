import { expect, test } from 'vitest';
import { appErrorSchema } from '../../../main/domain/app-error.ts';
import { nativeTexts } from '../../../main/native-texts.ts';

const FILE = '/home/mila/Книги/library.json';
const reasons = appErrorSchema.options.flatMap(({ shape }) =>
  shape.kind.value === 'storage' && 'reason' in shape ? shape.reason.options : [],
);

/** Every text under `texts`, by its way there; functions are asked with a file. */
function flat(texts: object, way = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const here = `${way}.${key}`;
    if (typeof value === 'function') return [[here, value(FILE)]];
    return typeof value === 'string' ? [[here, value]] : flat(value, here);
  });
}

const english = flat(nativeTexts('en'));
const bulgarian = flat(nativeTexts('bg'));

test('both languages say the same things', () => {
  expect(bulgarian.map(([way]) => way)).toEqual(english.map(([way]) => way));
  expect(english.filter(([, text]) => /\p{Script=Cyrillic}/u.test(text.replace(FILE, '')))).toEqual([]);
  expect(bulgarian.filter(([, text]) => !/\p{Script=Cyrillic}/u.test(text.replace(FILE, '')))).toEqual([]);
  expect([...english, ...bulgarian].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test.each(['en', 'bg'] as const)(
  'in %s each reason why the library stays closed, or a restore is blocked, names the file',
  (language) => {
    const { cannotOpen, blockedRestore } = nativeTexts(language);
    const texts = cannotOpen.reasons;
    expect(Object.keys(texts).sort()).toEqual([...reasons].sort());
    const said = [texts, blockedRestore.reasons].flatMap((each) =>
      Object.values(each).map((text) => text(FILE)),
    );
    for (const text of said) expect(text).toContain(FILE);
    expect(new Set(said).size).toBe(said.length);
  },
);

test.each([
  ['en', /close that program.*connect it elsewhere.*try again/i],
  ['bg', /затворете програмата.*свържете го другаде.*опитайте пак/i],
] as const)(
  'in %s a folder in use is told with what to do about a program, and about a disk',
  (language, advice) => {
    expect(nativeTexts(language).blockedRestore.reasons.held(FILE)).toMatch(advice);
  },
);
