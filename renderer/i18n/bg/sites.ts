import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../translated.ts';

export const sites: Translated<typeof source> = {
  title: 'Сайтове',
  connect: {
    title: 'Свържете WordPress',
    address: 'Адрес на сайта',
    addressHint: 'Както го пишете в браузъра, например blog.example',
    user: 'Потребителско име',
    userHint: 'Името, с което влизате, или имейлът към него',
    password: 'Парола за приложения',
    passwordHint: 'Прави се в WordPress: Потребители, Профил, Пароли за приложения',
    howToPassword: 'Как се прави парола за приложения',
    action: 'Свържи',
    looking: 'Търсим WordPress на {{host}}…',
    checking: 'Проверяваме паролата…',
    connected: 'Има връзка с {{title}}',
  },
  reconnect: {
    title: 'Свържете се пак',
    lead: '{{title}} вече не приема паролата. Нищо не е загубено: чакащото ще се изпрати, щом се свържете.',
    action: 'Свържи пак',
  },
  pull: {
    start: 'Синхронизирай сега',
    cancel: 'Спри',
    posts: 'Публикации: {{done, number}} от {{total, number}}',
    comments: 'Коментари: {{done, number}} от {{total, number}}',
    finished: 'Всичко е тук',
    setAside_one: '{{count, number}} запис не можа да се прочете и е оставен настрана',
    setAside_other: '{{count, number}} записа не можаха да се прочетат и са оставени настрана',
  },
  role: {
    administrator: 'Администратор',
    editor: 'Редактор',
    author: 'Автор',
    contributor: 'Сътрудник',
    subscriber: 'Абонат',
    other: 'Друга роля',
  },
  disconnect: {
    action: 'Прекъсни връзката',
    title: 'Да се прекъсне ли връзката с {{title}}?',
    lead: 'На сайта нищо не се променя. Копието на този компютър се премахва заедно с черновите.',
    confirm: 'Прекъсни',
    keep: 'Запази я',
  },
};
