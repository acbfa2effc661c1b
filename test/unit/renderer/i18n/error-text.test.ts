import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AppError, appErrorSchema } from '../../../../main/domain/app-error.ts';
import { errorText } from '../../../../renderer/i18n/error-text.ts';
import { languages } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

/** Samples of one field: each choice of an enum, and plain values for the rest. */
function samplesOf(name: string, schema: z.ZodType): unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (schema instanceof z.ZodNullable) return [null, 1, 90];
  if (schema instanceof z.ZodNumber) return [503];
  return name === 'detail' ? ['', 'D-detail'] : [`${name.toUpperCase()}-${name}`];
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

  it.each(everyError.map((error) => [JSON.stringify(error), error] as const))('%s', (_name, error) => {
    const text = textOf(error);
    for (const sentence of [text.what, text.safe, text.todo]) {
      expect(sentence).toMatch(/^\S.*[^\s]$/);
      expect(sentence).not.toMatch(/\{\{|\}\}|undefined|null|NaN/);
      // A key that was not found comes back as itself.
      expect(sentence).toContain(' ');
    }
  });

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
  });

  it('names both causes of refused credentials: WordPress cannot tell them apart', () => {
    const { what, todo } = textOf({ kind: 'auth-expired', reason: 'credentials', host: 'blog.example' });
    expect(what).toMatch(language === 'en' ? /password.*server removes/ : /парола.*сървърът му маха/);
    expect(todo).toContain('Authorization');
  });
});
