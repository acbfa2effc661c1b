import { createInstance, type TFunction } from 'i18next';
import type { Language } from '../../renderer/i18n/language.ts';
import { formatNumber } from '../../renderer/i18n/numbers.ts';
import { resources } from '../../renderer/i18n/resources.ts';

const namespaces = [
  'common',
  'backups',
  'welcome',
  'sites',
  'writing',
  'revisions',
  'comments',
  'search',
  'outbox',
  'library',
  'settings',
  'errors',
  'status',
  'frame',
  'menu',
] as const;

/** The texts of the app in one language; keys carry their namespace: `t('comments:action.approve')`. */
export type Texts = TFunction<typeof namespaces>;

/** Reads the app's own texts, with an i18next of its own: what a spec expects is what the app was given to say. */
export function textsIn(language: Language): Texts {
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources,
    ns: [...namespaces],
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  instance.services.formatter?.add('number', (value) => formatNumber(Number(value), language));
  return instance.getFixedT(language, namespaces);
}
