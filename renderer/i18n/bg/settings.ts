import type { settings as source } from '../en/settings.ts';
import type { Translated } from '../translated.ts';

export const settings: Translated<typeof source> = {
  title: 'Настройки',
  appearance: {
    title: 'Вид',
    theme: 'Тема',
    language: 'Език',
    textSize: 'Размер на текста, който пишете',
    showKeys: 'Покажи клавишите върху бутоните',
    showKeysHint: 'Винаги се виждат с ?',
  },
  library: {
    title: 'Библиотека',
    place: 'Къде се пазят публикациите и коментарите ви',
    showFolder: 'Покажи папката',
  },
  practice: {
    title: 'Учебен блог',
    reset: 'Върни учебния блог в началото',
    resetTitle: 'Да се върне ли учебният блог в началото?',
    resetLead: 'Публикациите и коментарите му стават като в първия ден. Вашите сайтове не се променят.',
    resetKeep: 'Остави го така',
  },
  about: {
    title: 'За програмата',
    version: 'Версия {{version}}',
  },
};
