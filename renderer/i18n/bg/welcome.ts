import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../translated.ts';

export const welcome: Translated<typeof source> = {
  title: 'Добре дошли',
  motto: 'Пишете навсякъде. Отговорете на всеки. Не губете нищо.',
  connect: {
    title: 'Свържете WordPress',
    lead: 'Публикациите и коментарите идват тук, първо най-новите, докато вече работите.',
    promiseUntilSent: 'Нищо на сайта не се променя, докато не го изпратите',
    promisePassword: 'Паролата остава в ключодържателя на компютъра',
  },
  practice: {
    title: 'Учебен блог',
    lead: 'Цял блог в самото приложение: {{posts, number}} публикации, {{comments, number}} коментара и спам за спиране.',
    promiseWorks: 'Всичко работи, никой не го чете',
    promiseReset: 'Счупете го и го върнете',
    promiseKeys: 'Всеки клавиш е изписан на бутона си',
    action: 'Отвори учебния блог',
  },
  write: {
    title: 'Само пишете',
    lead: 'Празен лист, записван на този компютър до секунда. Сайт избирате после или никога.',
    promiseOffline: 'Без профил, без мрежа',
    promiseFormats: 'Изпратете го в блог, когато поискате',
    action: 'Започни публикация',
  },
};
