import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../translated.ts';

export const welcome: Translated<typeof source> = {
  title: 'Добре дошли',
  motto: 'Пишете навсякъде. Отговаряйте на всеки. Не губете нищо.',
  connect: {
    title: 'Свържете WordPress',
    lead: 'Публикациите и коментарите идват тук, първо най-новите, докато вече работите.',
    promiseUntilSent: 'Нищо не отива на сайта без вас',
    promisePassword: 'Паролата остава в ключодържателя на компютъра',
  },
  practice: {
    title: 'Учебен блог',
    lead: 'Цял блог в самото приложение: {{posts, number}} публикации, {{comments, number}} коментара и спам, който да спрете.',
    promiseWorks: 'Всичко работи, никой не го чете',
    promiseReset: 'Правете с него каквото искате, после го върнете в началото',
    promiseKeys: 'Всеки клавиш е изписан на бутона си',
    action: 'Отвори учебния блог',
  },
  write: {
    title: 'Просто пишете',
    lead: 'Празен лист, който се записва на този компютър до секунда. Сайт ще изберете после или никога.',
    promiseOffline: 'Без профил, без мрежа',
    promiseFormats: 'Изпратете го в блог, когато поискате',
    action: 'Започни публикация',
  },
};
