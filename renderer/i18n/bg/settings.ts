import type { settings as source } from '../en/settings.ts';
import type { Translated } from '../translated.ts';

export const settings: Translated<typeof source> = {
  title: 'Настройки',
  appearance: {
    title: 'Външен вид',
    theme: 'Тема',
    language: 'Език',
    showKeys: 'Клавиши върху бутоните',
    showKeysHint: 'Извън поле за писане ? показва всички клавиши',
  },
  sites: {
    title: 'Сайтове',
    none: 'Няма свързан сайт.',
    connectFirst: 'Свържи сайт',
    connect: 'Свържи още сайт',
    openPractice: 'Отвори учебния блог',
    signedIn: '{{user}}, {{role}}',
    needsPassword: 'Липсва паролата',
    reconnect: 'Свържи пак',
    changePassword: 'Смени паролата',
    practiceNote: 'В самия Copydesk, без мрежа',
  },
  practice: {
    reset: 'Върни в началото',
    resetTitle: 'Да се върне ли учебният блог в началото?',
    resetLead:
      'Публикациите и коментарите му стават като в първия ден. Вашите чернови остават като чернови без сайт. Вашите сайтове не се променят.',
    resetKeep: 'Остави го така',
    resetDone: 'Учебният блог е отново като в първия ден',
  },
  library: {
    title: 'Библиотека',
    place: 'Copydesk пази публикациите, коментарите и решенията ви в тази папка:',
    copy: 'Копирай пътя',
    copied: 'Пътят е копиран',
    notCopied: 'Пътят не можа да се копира. Можете да го изберете и да го копирате сами.',
    show: 'Отвори папката',
    notShown: 'На този компютър няма програма, която отваря папки. Копирайте пътя.',
  },
  about: {
    title: 'За Copydesk',
    version: 'Версия {{version}}',
  },
};
