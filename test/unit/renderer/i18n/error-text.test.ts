import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AppError, appErrorSchema } from '../../../../main/domain/app-error.ts';
import { errorText } from '../../../../renderer/i18n/error-text.ts';
import { languages } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

/** What a server may call a code or say in a message. */
const HOSTILE = `<img src=x onerror="alert(1)">\u202Etxt.exe\u2066\u0000\n\t{{host}} $t(bug.what) ${'дълго '.repeat(4000)}`;

/** Samples of one field: each choice of an enum, and plain values for the rest. */
function samplesOf(name: string, schema: z.ZodType): unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (schema instanceof z.ZodNullable) return [null, 0, 1, 90, 3600];
  if (schema instanceof z.ZodNumber) return name === 'status' ? [0, 503] : [503];
  const given = `${name.toUpperCase()}-${name}`;
  return ['detail', 'code', 'field'].includes(name) ? ['', given, HOSTILE] : [given];
}

/** Every combination of kind and reason that the schema allows. */
const everyError: AppError[] = appErrorSchema.options.flatMap((option) =>
  Object.entries(option.shape)
    .reduce<Record<string, unknown>[]>(
      (errors, [name, schema]) =>
        samplesOf(name, schema).flatMap((value) => errors.map((error) => ({ ...error, [name]: value }))),
      [{}],
    )
    .map((error) => appErrorSchema.parse(error)),
);

describe.each(languages)('errors in words (%s)', (language) => {
  beforeAll(() => setupLanguage(language));
  const textOf = (error: AppError) => errorText(i18next.getFixedT(language, 'errors'), error);

  it.each(everyError.map((error) => [JSON.stringify(error).slice(0, 160), error] as const))(
    '%s',
    (_name, error) => {
      const text = textOf(error);
      for (const sentence of [text.what, text.safe, text.todo]) {
        expect(sentence).toMatch(/^\S.*[^\s]$/);
        expect(sentence.replaceAll('{{host}}', '')).not.toMatch(/\{\{|\}\}|undefined|null|NaN/);
        expect(sentence.includes('{{host}}')).toBe(
          JSON.stringify(error).includes('{{host}}') && sentence.includes('onerror'),
        );
        // A key that was not found comes back as itself.
        expect(sentence).toContain(' ');
        expect(sentence).not.toMatch(/\(\s*\)|\(\s|\s\)|\s{2}|: *$/);
        expect(sentence).not.toMatch(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
        expect(sentence.length).toBeLessThan(400);
      }
    },
  );

  it('says something different for each reason', () => {
    const whats = new Map<string, string>();
    for (const error of everyError) {
      if (error.kind === 'rate-limited' || error.kind === 'bug') continue;
      const cause = `${error.kind} ${'reason' in error ? error.reason : 'what' in error ? error.what : ''}`;
      const { what } = textOf(error);
      expect(whats.get(what) ?? cause).toBe(cause);
      whats.set(what, cause);
    }
  });

  it('names the host, the server’s code and the file where they help', () => {
    expect(textOf({ kind: 'offline', reason: 'name', host: 'blog.example' }).what).toContain('blog.example');
    expect(
      textOf({ kind: 'server', reason: 'failed', status: 502, code: 'bad', host: 'blog.example' }).what,
    ).toMatch(/blog\.example.*502 bad/);
    expect(textOf({ kind: 'storage', reason: 'denied', file: 'library.json' }).what).toContain(
      'library.json',
    );
    expect(textOf({ kind: 'rate-limited', retryAfterSeconds: 89.2, host: 'h' }).todo).toContain('90');
    expect(textOf({ kind: 'rate-limited', retryAfterSeconds: 3_600, host: 'h' }).todo).toContain('60');
  });

  it('names a backup that is kept here as the list of backups does', () => {
    const { what } = textOf({ kind: 'backup', reason: 'kept-damaged', file: '2021-03-03T10:00:00.000Z' });
    expect(what).toContain(language === 'en' ? 'Wed 3 Mar 2021, ' : 'ср, 3.03.2021, ');
  });

  it.each([
    [500, '', '(500)'],
    [500, 'rest_x', '(500 rest_x)'],
    [0, 'rest_x', '(rest_x)'],
    [0, '', 'blog.example'],
  ])('an error with status %i and code %j is told by what there is of them', (status, code, shown) => {
    const { what } = textOf({ kind: 'server', reason: 'failed', status, code, host: 'blog.example' });
    expect(what).toContain(shown);
    expect(what.includes('(')).toBe(shown.includes('('));
  });

  it('names both causes of refused credentials: WordPress cannot tell them apart', () => {
    const { what, todo } = textOf({ kind: 'auth-expired', reason: 'credentials', host: 'blog.example' });
    expect(what).toMatch(language === 'en' ? /user name.*application password/ : /име.*парола за приложения/);
    expect(todo).toContain('Authorization');
    expect(what.length + todo.length).toBeLessThan(280);
  });

  it('shows what a site said as text, cut and in one line', () => {
    const { what } = textOf({
      kind: 'validation',
      field: 'title',
      reason: 'refused-by-site',
      detail: HOSTILE,
    });
    expect(what).toContain('<img src=x onerror="alert(1)">txt.exe {{host}} $t(bug.what) дълго');
    expect(what).toMatch(/дълго…$/);
  });
});

it('nobody is told of a comment that is gone what its site has, or how the others are', () => {
  setupLanguage('en');
  const said = errorText(i18next.getFixedT('en', 'errors'), { kind: 'not-found', what: 'comment', id: 'c' });
  expect(said.what).toBe('This comment cannot be found any more.');
  expect(Object.values(said).join(' ')).not.toMatch(/on its site|other comments/);
});

it.each([
  ['en', /Sync: if its site still has it, it comes back\./, /sync/gi],
  ['bg', /Синхронизирайте: ако още (?:я|го) има на сайта (?:ѝ|му), ще се върне\./, /синхрониз/gi],
] as const)('what is not here any more is said to come back once, and in %s', (language, back, sync) => {
  setupLanguage(language);
  const t = i18next.getFixedT(language, 'errors');
  for (const what of ['post', 'comment'] as const) {
    const said = Object.values(errorText(t, { kind: 'not-found', what, id: 'c' })).join(' ');
    expect(said).toMatch(back);
    expect(said.match(sync)).toHaveLength(1);
  }
});
