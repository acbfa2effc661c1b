import type { settings as source } from '../en/settings.ts';
import type { Translated } from '../translated.ts';

export const settings: Translated<typeof source> = {
  title: 'Настройки',
  appearance: {
    title: 'Вид',
    theme: 'Тема',
    language: 'Език',
    showKeys: 'Покажи клавишите върху бутоните',
    showKeysHint: 'Всички винаги се виждат с ?',
  },
  sites: {
    title: 'Сайтове',
    none: 'Няма свързан сайт.',
    connectFirst: 'Свържи сайт',
    connect: 'Свържи още един сайт',
    openPractice: 'Отвори учебния блог',
    signedIn: '{{user}}, {{role}}',
    needsPassword: 'Липсва паролата',
    reconnect: 'Свържи отново',
    changePassword: 'Смени паролата',
    practiceNote: 'В самия Copydesk, без мрежа',
  },
  practice: {
    reset: 'Върни в началото',
    resetTitle: 'Да се върне ли учебният блог в началото?',
    resetLead:
      'Публикациите и коментарите му стават като в първия ден. Вашите чернови остават като чернови без сайт. Вашите сайтове не се променят.',
    resetKeep: 'Остави го така',
    resetDone: 'Учебният блог е като в първия си ден',
  },
  library: {
    title: 'Библиотека',
    place: 'Публикациите, коментарите и решенията ви се пазят в тази папка и никъде другаде:',
    copy: 'Копирай пътя',
    copied: 'Пътят е в клипборда',
    notCopied: 'Пътят не можа да се копира. Можете да го изберете и да го копирате сами.',
    show: 'Отвори папката',
    notShown: 'На този компютър няма програма, която отваря папки. Копирайте пътя.',
  },
  about: {
    title: 'За програмата',
    version: 'Версия {{version}}',
  },
};
