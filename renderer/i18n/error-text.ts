import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../main/domain/app-error.ts';
import { formatDate } from './dates.ts';
import { foreignWords } from './foreign-words.ts';
import { currentLanguage } from './setup.ts';

/** What is said about a failure. Each part is a whole sentence or two. */
export interface ErrorText {
  /** What happened. */
  what: string;
  /** What is safe: words, decisions, passwords. */
  safe: string;
  /** What the person can do about it. */
  todo: string;
}

/** The longest message of a site that is shown whole, in characters: two or three lines of a dialog. */
const LONGEST_MESSAGE = 240;
/** The longest name that is: of a host, a file, a code. */
const LONGEST_NAME = 80;

/** The strings in an error come from servers and file systems: none of them may pass for words of ours. */
const name = (words: string): string => foreignWords(words, LONGEST_NAME);

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
      return forbiddenText(t, error);
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
    case 'backup':
      return backupText(t, error);
    case 'after-restore':
      return {
        what: t(`afterRestore.${error.what}.what`, { host: name(error.host) }),
        safe: t(`afterRestore.${error.what}.safe`),
        todo: t(`afterRestore.${error.what}.todo`),
      };
    case 'server':
      return serverText(t, error);
    case 'bug':
      return bugText(t, error);
  }
}

function offlineText(t: T, { reason, host }: Of<'offline'>): ErrorText {
  return {
    what: t(`offline.${reason}.what`, { host: name(host) }),
    safe: t(`offline.${reason}.safe`),
    todo: t(`offline.${reason}.todo`),
  };
}

function authText(t: T, { reason, host }: Of<'auth-expired'>): ErrorText {
  return {
    what: t(`auth.${reason}.what`, { host: name(host) }),
    safe: t(`auth.${reason}.safe`),
    todo: t(`auth.${reason}.todo`),
  };
}

function forbiddenText(t: T, error: Of<'forbidden'>): ErrorText {
  const [host, code] = [name(error.host), name(error.code)];
  return {
    what: code === '' ? t('forbidden.whatOnly', { host }) : t('forbidden.what', { host, code }),
    safe: t('forbidden.safe'),
    todo: t('forbidden.todo'),
  };
}

function rateText(t: T, { retryAfterSeconds, host }: Of<'rate-limited'>): ErrorText {
  const what = t('rateLimited.what', { host: name(host) });
  return { what, safe: t('rateLimited.safe'), todo: pauseText(t, Math.ceil(retryAfterSeconds ?? 0)) };
}

/** Nobody counts more than two minutes in seconds. */
function pauseText(t: T, seconds: number): string {
  if (seconds <= 0) return t('rateLimited.todo');
  return seconds <= 120
    ? t('rateLimited.todoSeconds', { count: seconds })
    : t('rateLimited.todoMinutes', { count: Math.ceil(seconds / 60) });
}

function validationText(t: T, error: Of<'validation'>): ErrorText {
  const { reason } = error;
  const rest = { safe: t(`validation.${reason}.safe`), todo: t(`validation.${reason}.todo`) };
  const [field, detail] = [name(error.field), foreignWords(error.detail, LONGEST_MESSAGE)];
  if (reason === 'redirected-elsewhere' && detail !== '')
    return { what: t('validation.redirected-elsewhere.whatTo', { detail }), ...rest };
  if (reason === 'refused-by-site' && detail !== '')
    return { what: t('validation.refused-by-site.whatSaid', { detail }), ...rest };
  if (reason === 'malformed' && field === '') return { what: t('validation.malformed.whatOnly'), ...rest };
  return { what: t(`validation.${reason}.what`, { field }), ...rest };
}

function storageText(t: T, { reason, file }: Of<'storage'>): ErrorText {
  return {
    what: t(`storage.${reason}.what`, { file: name(file) }),
    safe: t(`storage.${reason}.safe`),
    todo: t(`storage.${reason}.todo`),
  };
}

function backupText(t: T, { reason, file }: Of<'backup'>): ErrorText {
  const rest = { safe: t(`backup.${reason}.safe`), todo: t(`backup.${reason}.todo`) };
  if (reason !== 'kept-damaged') return { what: t(`backup.${reason}.what`, { file: name(file) }), ...rest };
  // As the list of backups shows it.
  const context = { language: currentLanguage(), now: Date.now() };
  const date = formatDate(file, context, { weekday: true, time: true });
  return { what: t('backup.kept-damaged.what', { date: date || name(file) }), ...rest };
}

function serverText(t: T, error: Of<'server'>): ErrorText {
  const { reason } = error;
  const host = name(error.host);
  const rest = { safe: t(`server.${reason}.safe`), todo: t(`server.${reason}.todo`) };
  if (reason !== 'failed') return { what: t(`server.${reason}.what`, { host }), ...rest };
  const answer = [error.status || '', name(error.code)].join(' ').trim();
  const what =
    answer === '' ? t('server.failed.whatOnly', { host }) : t('server.failed.what', { host, answer });
  return { what, ...rest };
}

function bugText(t: T, { reportId }: Of<'bug'>): ErrorText {
  return {
    what: t('bug.what'),
    safe: t('bug.safe'),
    todo: reportId === 'bridge' ? t('bug.bridge') : t('bug.todo', { reportId: name(reportId) }),
  };
}

/** {@link errorText} in the language of the page. */
export function useErrorText(): (error: AppError) => ErrorText {
  const { t } = useTranslation('errors');
  return useCallback((error) => errorText(t, error), [t]);
}
