import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../main/domain/app-error.ts';

/** What is said about a failure. Each part is a whole sentence or two. */
export interface ErrorText {
  /** What happened. */
  what: string;
  /** What is safe: words, decisions, passwords. */
  safe: string;
  /** What the person can do about it. */
  todo: string;
}

type Of<K extends AppError['kind']> = Extract<AppError, { kind: K }>;
type T = TFunction<'errors'>;

/** Chooses the words for any failure, in the language of `t`. The only place where errors become text. */
export function errorText(t: T, error: AppError): ErrorText {
  switch (error.kind) {
    case 'offline':
      return offlineText(t, error);
    case 'auth-expired':
      return authText(t, error);
    case 'forbidden':
      return {
        what: t('forbidden.what', { host: error.host, code: error.code }),
        safe: t('forbidden.safe'),
        todo: t('forbidden.todo'),
      };
    case 'not-found':
      return {
        what: t(`notFound.${error.what}.what`),
        safe: t(`notFound.${error.what}.safe`),
        todo: t(`notFound.${error.what}.todo`),
      };
    case 'conflict':
      return { what: t('conflict.what'), safe: t('conflict.safe'), todo: t('conflict.todo') };
    case 'stale-write':
      return { what: t('staleWrite.what'), safe: t('staleWrite.safe'), todo: t('staleWrite.todo') };
    case 'rate-limited':
      return rateText(t, error);
    case 'validation':
      return validationText(t, error);
    case 'storage':
      return storageText(t, error);
    case 'search':
      return {
        what: t(`search.${error.reason}.what`),
        safe: t(`search.${error.reason}.safe`),
        todo: t(`search.${error.reason}.todo`),
      };
    case 'server':
      return serverText(t, error);
    case 'bug':
      return bugText(t, error);
  }
}

function offlineText(t: T, { reason, host }: Of<'offline'>): ErrorText {
  return {
    what: t(`offline.${reason}.what`, { host }),
    safe: t(`offline.${reason}.safe`),
    todo: t(`offline.${reason}.todo`),
  };
}

function authText(t: T, { reason, host }: Of<'auth-expired'>): ErrorText {
  return {
    what: t(`auth.${reason}.what`, { host }),
    safe: t(`auth.${reason}.safe`),
    todo: t(`auth.${reason}.todo`),
  };
}

function rateText(t: T, { retryAfterSeconds, host }: Of<'rate-limited'>): ErrorText {
  return {
    what: t('rateLimited.what', { host }),
    safe: t('rateLimited.safe'),
    todo:
      retryAfterSeconds === null
        ? t('rateLimited.todo')
        : t('rateLimited.todoAfter', { count: Math.ceil(retryAfterSeconds) }),
  };
}

function validationText(t: T, { reason, field, detail }: Of<'validation'>): ErrorText {
  const rest = { safe: t(`validation.${reason}.safe`), todo: t(`validation.${reason}.todo`) };
  if (reason === 'redirected-elsewhere' && detail !== '')
    return { what: t('validation.redirected-elsewhere.whatTo', { detail }), ...rest };
  if (reason === 'refused-by-site' && detail !== '')
    return { what: t('validation.refused-by-site.whatSaid', { detail }), ...rest };
  return { what: t(`validation.${reason}.what`, { field }), ...rest };
}

function storageText(t: T, { reason, file }: Of<'storage'>): ErrorText {
  return {
    what: t(`storage.${reason}.what`, { file }),
    safe: t(`storage.${reason}.safe`),
    todo: t(`storage.${reason}.todo`),
  };
}

function serverText(t: T, { reason, host, status, code }: Of<'server'>): ErrorText {
  return {
    what: t(`server.${reason}.what`, { host, status, code }),
    safe: t(`server.${reason}.safe`),
    todo: t(`server.${reason}.todo`),
  };
}

function bugText(t: T, { reportId }: Of<'bug'>): ErrorText {
  return {
    what: t('bug.what'),
    safe: t('bug.safe'),
    todo: reportId === 'bridge' ? t('bug.bridge') : t('bug.todo', { reportId }),
  };
}

/** {@link errorText} in the language of the page. */
export function useErrorText(): (error: AppError) => ErrorText {
  const { t } = useTranslation('errors');
  return useCallback((error) => errorText(t, error), [t]);
}
